/** Writes OLE property sets: texts, times and a code page. */
import { concat, short, wide, word } from './makeDoc.ts';

export type PropertyValue =
  | { text: Uint8Array }
  | { wide: string }
  | { time: Date }
  | { steps: bigint }
  | { number: number };

export function makePropertySet(codePage: number, values: Record<number, PropertyValue>): Uint8Array {
  const set = section({ 1: { number: codePage }, ...values });
  return concat([short(0xfffe), short(0), word(2), new Uint8Array(16), word(1), new Uint8Array(16), word(48), set]);
}

function section(values: Record<number, PropertyValue>): Uint8Array {
  const bodies = Object.entries(values).map(([id, value]) => ({ id: Number(id), bytes: encode(value) }));
  let at = 8 + bodies.length * 8;
  const index: Uint8Array[] = [];
  for (const { id, bytes } of bodies) {
    index.push(word(id), word(at));
    at += bytes.byteLength;
  }
  return concat([word(at), word(bodies.length), ...index, ...bodies.map(({ bytes }) => bytes)]);
}

function encode(value: PropertyValue): Uint8Array {
  if ('text' in value) return padded(concat([word(30), word(value.text.byteLength + 1), value.text, Uint8Array.of(0)]));
  if ('wide' in value) return padded(concat([word(31), word(value.wide.length + 1), wide(value.wide), short(0)]));
  if ('number' in value) return concat([word(2), word(value.number)]);
  const steps = 'time' in value ? BigInt(value.time.getTime() + 11_644_473_600_000) * 10_000n : value.steps;
  return concat([word(64), word(Number(steps & 0xffffffffn)), word(Number(steps >> 32n))]);
}

function padded(bytes: Uint8Array): Uint8Array {
  return concat([bytes, new Uint8Array((4 - (bytes.byteLength % 4)) % 4)]);
}
