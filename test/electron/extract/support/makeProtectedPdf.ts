/** A PDF under a password, by the standard security handler of revision 3 (RC4, 128 bits). */
import { createHash } from 'node:crypto';
import { makePdf } from './makePdf.ts';

const PADDING = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
const FILE_ID = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
const PERMISSIONS = -44;

/** `password` as the bytes that a program of that time took, which is Latin-1. */
export function makeProtectedPdf(password: string, line: string): Uint8Array {
  const user = padded(Buffer.from(password, 'latin1'));
  const owner = ownerEntry(user);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  let key = md5(user, owner, permissions, FILE_ID);
  for (let round = 0; round < 50; round += 1) key = md5(key);
  const check = rc4Chain(md5(PADDING, FILE_ID), key);
  const plain = Buffer.from(
    makePdf([{ lines: [line] }], {
      objects: [
        `<< /Filter /Standard /V 2 /R 3 /Length 128 /P ${PERMISSIONS} /O <${owner.toString('hex')}> /U <${Buffer.concat([check, Buffer.alloc(16)]).toString('hex')}> >>`,
      ],
      trailer: `/Encrypt 100 0 R /ID [<${FILE_ID.toString('hex')}> <${FILE_ID.toString('hex')}>]`,
    }),
  );
  return encryptStream(plain, key, 11);
}

/** The one stream is the page's content, object 11. */
function encryptStream(pdf: Buffer, key: Buffer, object: number): Uint8Array {
  const from = pdf.indexOf('stream\n') + 'stream\n'.length;
  const to = pdf.indexOf('\nendstream');
  const objectKey = md5(key, Buffer.from([object & 0xff, object >> 8, 0, 0, 0]));
  rc4(objectKey, pdf.subarray(from, to)).copy(pdf, from);
  return new Uint8Array(pdf);
}

function ownerEntry(user: Buffer): Buffer {
  let key = md5(padded(Buffer.from('owner')));
  for (let round = 0; round < 50; round += 1) key = md5(key);
  return rc4Chain(user, key);
}

function rc4Chain(data: Buffer, key: Buffer): Buffer {
  let result = data;
  for (let round = 0; round < 20; round += 1)
    result = rc4(
      key.map(byte => byte ^ round),
      result,
    );
  return result;
}

function padded(password: Buffer): Buffer {
  return Buffer.concat([password, PADDING]).subarray(0, 32);
}

function md5(...parts: Uint8Array[]): Buffer {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Written out, because OpenSSL 3 keeps it in a provider that is not loaded. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  let j = 0;
  for (let i = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(state, i, j);
  }
  const out = Buffer.alloc(data.length);
  let i = 0;
  j = 0;
  for (let at = 0; at < data.length; at += 1) {
    i = (i + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    swap(state, i, j);
    out[at] = (data[at] ?? 0) ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
  }
  return out;
}

function swap(state: Uint8Array, i: number, j: number): void {
  const held = state[i] ?? 0;
  state[i] = state[j] ?? 0;
  state[j] = held;
}
