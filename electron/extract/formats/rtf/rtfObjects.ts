/** Pictures and embedded objects of RTF, which stand in it as hexadecimal digits. */
import type { NewPart } from '../../extractor.ts';
import { hexValue } from './rtfTokens.ts';

const MIN_PICTURE_BYTES = 2048;

/** Gathers digits into bytes; whatever else stands between is ignored, as Word does. */
export function openHexBytes() {
  let bytes = new Uint8Array(1024);
  let length = 0;
  let half = -1;

  function grow(more: number): void {
    if (length + more <= bytes.byteLength) return;
    const larger = new Uint8Array(Math.max(bytes.byteLength * 2, length + more));
    larger.set(bytes);
    bytes = larger;
  }

  return {
    digit(byte: number): void {
      const value = hexValue(byte);
      if (value < 0) return;
      if (half < 0) {
        half = value;
        return;
      }
      grow(1);
      bytes[length] = half * 16 + value;
      length += 1;
      half = -1;
    },
    binary(more: Uint8Array): void {
      grow(more.byteLength);
      bytes.set(more, length);
      length += more.byteLength;
    },
    take: () => bytes.slice(0, length),
  };
}

export type HexBytes = ReturnType<typeof openHexBytes>;

/** Null for a small one and for one in a form that is no file by itself. @param kind the control word: `pngblip` */
export function picturePart(kind: string, bytes: Uint8Array, count: number): NewPart | null {
  const suffix = { pngblip: 'png', jpegblip: 'jpg', emfblip: 'emf' }[kind];
  if (suffix === undefined || bytes.byteLength < MIN_PICTURE_BYTES) return null;
  return { name: `picture${count}.${suffix}`, mediaType: '', disposition: 'inline', bytes };
}

export type EmbeddedObject =
  | { kind: 'part'; part: NewPart }
  /** A link to a file elsewhere. */
  | { kind: 'link'; target: string }
  | { kind: 'unknown'; className: string };

/** The object as OLE 1 wraps it ([MS-OLEDS] 2.2): class name, topic, item, then what it holds. */
export function readObject(bytes: Uint8Array, count: number): EmbeddedObject {
  const reader = openReader(bytes);
  reader.skip(4);
  const format = reader.uint32();
  const className = reader.text();
  const topic = reader.text();
  reader.text();
  if (format === 1) return { kind: 'link', target: topic || className };
  if (format !== 2) return { kind: 'unknown', className };
  const stated = reader.uint32();
  const data = reader.bytes(stated);
  if (data.byteLength === 0) return { kind: 'unknown', className };
  const unwrapped = /^package$/i.test(className) ? unwrapPackage(data) : null;
  const part: NewPart =
    unwrapped === null
      ? { name: `object${count}.bin`, mediaType: '', disposition: 'attachment', bytes: data }
      : { name: unwrapped.name || `object${count}`, mediaType: '', disposition: 'attachment', bytes: unwrapped.bytes };
  return { kind: 'part', part };
}

/** A file that was dragged into the document: label, the path it had, a temporary path, the bytes. */
function unwrapPackage(data: Uint8Array): { name: string; bytes: Uint8Array } | null {
  const reader = openReader(data);
  if (reader.uint16() !== 2) return null;
  const label = reader.untilNul();
  const path = reader.untilNul();
  reader.skip(4);
  reader.skip(reader.uint32());
  const size = reader.uint32();
  const bytes = reader.bytes(size);
  // The path tells more than the label, which the sender can type; its folders are nobody's business here.
  return bytes.byteLength === 0 ? null : { name: (path || label).replace(/^.*[\\/]/, ''), bytes };
}

function openReader(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = (length: number) => {
    const taken = bytes.subarray(at, at + length);
    at = Math.min(bytes.byteLength, at + length);
    return taken;
  };
  const uint32 = () => (take(4).byteLength < 4 ? 0 : view.getUint32(at - 4, true));
  const narrow = new TextDecoder('windows-1252');
  return {
    skip: (length: number) => void take(length),
    uint16: () => (take(2).byteLength < 2 ? 0 : view.getUint16(at - 2, true)),
    uint32,
    bytes: take,
    /** Its length first, NUL at the end. */
    text: () => narrow.decode(take(Math.min(uint32(), 1024))).replace(/\0.*$/s, ''),
    untilNul() {
      const end = bytes.indexOf(0, at);
      const text = narrow.decode(take((end < 0 ? bytes.byteLength : end) - at));
      take(1);
      return text;
    },
  };
}
