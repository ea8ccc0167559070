// Bytes that Node does not write by itself: EUC-KR text, quoted-printable, RFC 2047 words, PNG text chunks.
import { crc32 } from 'node:zlib';

/** EUC-KR, by turning the platform's own decoder round. Throws at a character that KS X 1001 has not. */
export function encodeEucKr(text) {
  const decoder = new TextDecoder('euc-kr');
  const codes = new Map();
  for (let lead = 0xa1; lead <= 0xfe; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      const pair = Buffer.from([lead, trail]);
      const character = decoder.decode(pair);
      if (!character.includes('\ufffd')) codes.set(character, pair);
    }
  }
  const encode = character => {
    if (character.charCodeAt(0) < 0x80) return Buffer.from(character);
    const pair = codes.get(character);
    if (!pair) throw new Error(`not in KS X 1001: ${character}`);
    return pair;
  };
  return Buffer.concat([...text].map(encode));
}

export function quotedPrintable(text) {
  const encodeLine = line => {
    const escaped = [...Buffer.from(line)].map(byte =>
      byte >= 0x20 && byte <= 0x7e && byte !== 0x3d
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    );
    let out = '';
    let column = 0;
    for (const piece of escaped) {
      if (column + piece.length > 75) {
        out += '=\r\n';
        column = 0;
      }
      out += piece;
      column += piece.length;
    }
    return out.replace(/ $/, '=20');
  };
  return text.split('\n').map(encodeLine).join('\r\n');
}

export const encodedWord = text => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

export const base64Lines = bytes => bytes.toString('base64').replace(/.{76}/g, '$&\r\n');

/** Puts text chunks before the end of a PNG: its only place for a title and a mark. */
export function addPngText(png, entries) {
  const chunks = Object.entries(entries).map(([keyword, value]) => {
    const body = Buffer.concat([Buffer.from('iTXt'), Buffer.from(`${keyword}\0\0\0\0\0`), Buffer.from(value)]);
    const chunk = Buffer.alloc(body.length + 8);
    chunk.writeUInt32BE(body.length - 4, 0);
    body.copy(chunk, 4);
    chunk.writeUInt32BE(crc32(body), body.length + 4);
    return chunk;
  });
  return Buffer.concat([png.subarray(0, -12), ...chunks, png.subarray(-12)]);
}
