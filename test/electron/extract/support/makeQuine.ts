/** A GZ that unpacks to itself, byte for byte: whoever unpacks until nothing is packed any more never ends. */
import { crc32 } from 'node:zlib';

/** A block of DEFLATE that says: the next so many bytes stand here as they are. */
function literal(length: number): number[] {
  return [0, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff];
}

/** A block, as long as a literal's head, that says: the last `length` bytes (17 to 20) once more. */
function repeat(length: number): number[] {
  let bits = '';
  const put = (value: number, count: number): void => {
    for (let bit = 0; bit < count; bit += 1) bits += (value >> bit) & 1;
  };
  const putCode = (value: number, count: number): void => {
    bits += value.toString(2).padStart(count, '0');
  };
  put(0, 1);
  put(1, 2);
  const half = Math.floor(length / 2);
  for (const copied of [half, length - half]) {
    putCode(copied - 2, 7);
    // Distances of 17 to 24 have code 8 and three bits of their own.
    putCode(8, 5);
    put(length - 17, 3);
  }
  putCode(0, 7);
  return bits.match(/.{8}/g)?.map(byte => Number.parseInt([...byte].reverse().join(''), 2)) ?? [];
}

/** The program whose output is the program: `time` (4 bytes) is free, and chosen so that the checksum is right. */
function quineOf(time: number, checksum: number, size: number): Uint8Array {
  const number = (value: number): number[] => [0, 8, 16, 24].map(shift => (value >>> shift) & 0xff);
  const head = [0x1f, 0x8b, 8, 8, ...number(time), 0, 255, ...Buffer.from('q.gz\0')];
  const tail = [1, 0, 0, 0xff, 0xff, ...number(checksum), ...number(size)];
  const unit = literal(0).length;
  const [ofHead, one, four, none] = [literal(head.length + unit), literal(unit), literal(4 * unit), literal(0)];
  const [againHead, againFour] = [repeat(head.length + unit), repeat(4 * unit)];
  const [ofTail, againTail] = [literal(unit + tail.length), repeat(unit + tail.length)];
  const begin = [head, ofHead, head, ofHead, againHead, one, againHead, one, one, four, againHead, one, one, four];
  const middle = Array.from({ length: 4 }, () => [againFour, four]).flat();
  const end = [againFour, none, none, ofTail];
  return Uint8Array.from([...begin, ...middle, ...end, ...end, againTail, tail, againTail, tail].flat());
}

export function makeQuine(): Uint8Array {
  const size = quineOf(0, 0, 0).length;
  const checksum = 0x50524f42;
  // A checksum is linear in the bits of what it is of: which bits of the time turn it into the one that is written there?
  const base = crc32(quineOf(0, checksum, size)) >>> 0;
  const rows = Array.from({ length: 32 }, (_, bit) => ({
    sum: (crc32(quineOf((1 << bit) >>> 0, checksum, size)) ^ base) >>> 0,
    time: (1 << bit) >>> 0,
  }));
  let wanted = (base ^ checksum) >>> 0;
  let time = 0;
  for (let bit = 31; bit >= 0; bit -= 1) {
    const at = rows.findIndex(({ sum }) => Math.clz32(sum) === 31 - bit);
    const pivot = rows.splice(at, at < 0 ? 0 : 1)[0];
    if (pivot === undefined) continue;
    for (const row of rows) {
      if (((row.sum >>> bit) & 1) === 0) continue;
      row.sum = (row.sum ^ pivot.sum) >>> 0;
      row.time = (row.time ^ pivot.time) >>> 0;
    }
    if (((wanted >>> bit) & 1) === 0) continue;
    wanted = (wanted ^ pivot.sum) >>> 0;
    time = (time ^ pivot.time) >>> 0;
  }
  if (wanted !== 0) throw new Error('no time gives this checksum');
  return quineOf(time, checksum, size);
}
