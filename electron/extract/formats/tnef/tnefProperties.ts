/** A list of Outlook's properties as TNEF writes it: each value padded to four bytes, long ones with their length. */
import { viewOf } from '../../cfbSectors.ts';
import { MAPI, MAPI_TYPE, type MapiValue } from '../msg/mapi.ts';

export interface PropertyList {
  values: Map<number, MapiValue>;
  /** The message that an attachment holds, without the identifier before it. */
  enclosed: Uint8Array | null;
  end: number;
}

const SEVERAL = 0x1000;
const NAMED_FROM = 0x8000;
const GUID_BYTES = 16;
/** IID_IMessage, {00020307-0000-0000-C000-000000000046}. */
const MESSAGE_GUID = [0x07, 0x03, 0x02, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46];
/** By type. */
const FIXED_BYTES = new Map([
  [0x0002, 2],
  [0x0003, 4],
  [0x0004, 4],
  [0x0005, 8],
  [0x0006, 8],
  [0x0007, 8],
  [0x000a, 4],
  [0x000b, 2],
  [0x0014, 8],
  [0x0040, 8],
  [0x0048, 16],
]);

/** @throws RangeError where it goes beyond its end, or holds a type without known length */
export function readPropertyList(bytes: Uint8Array, start: number): PropertyList {
  const view = viewOf(bytes);
  const values = new Map<number, MapiValue>();
  let enclosed: Uint8Array | null = null;
  const count = view.getUint32(start, true);
  let at = start + 4;
  for (let index = 0; index < count; index += 1) {
    const type = view.getUint16(at, true);
    const id = view.getUint16(at + 2, true);
    at += 4;
    if (id >= NAMED_FROM) at = afterName(view, at);
    const kind = type & ~SEVERAL;
    const fixed = FIXED_BYTES.get(kind);
    let several = 1;
    if (fixed === undefined || (type & SEVERAL) !== 0) {
      several = view.getUint32(at, true);
      at += 4;
    }
    for (let value = 0; value < several; value += 1) {
      const length = fixed ?? view.getUint32(at, true);
      if (fixed === undefined) at += 4;
      if (at + length > bytes.byteLength) throw new RangeError('beyond the end');
      const data = bytes.subarray(at, at + length);
      at += padded(length);
      if (value > 0 || id >= NAMED_FROM) continue;
      if (kind === MAPI_TYPE.object && id === MAPI.attachData) {
        const isMessage = MESSAGE_GUID.every((byte, place) => data[place] === byte);
        if (isMessage) enclosed = data.subarray(GUID_BYTES);
        else values.set(id, { type: MAPI_TYPE.binary, bytes: data.subarray(GUID_BYTES) });
      } else values.set(id, { type: kind, bytes: data });
    }
  }
  return { values, enclosed, end: at };
}

/** A property named by a number or a word has its set's identifier before its value. */
function afterName(view: DataView, at: number): number {
  const isWord = view.getUint32(at + GUID_BYTES, true) === 1;
  const behind = at + GUID_BYTES + 4;
  return isWord ? behind + 4 + padded(view.getUint32(behind, true)) : behind + 4;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
