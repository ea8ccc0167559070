/** A picture as bytes, written by hand so that its format is known to the last one. */
import { crc32, deflateSync } from 'node:zlib';

/** A picture of dark water with two bright hulls, as a PNG written by hand. */
export function makePng(width: number, height: number): Buffer {
  return pngOf(width, height, (x, y) => {
    const hull = Math.abs(y - height * 0.45) < 8 && Math.abs(x - width * 0.36) < 40;
    const other = Math.abs(y - height * 0.5) < 7 && Math.abs(x - width * 0.42) < 44;
    return hull || other ? [210, 205, 195] : [18, 40 + (y >> 4), 60 + (x >> 5)];
  });
}

/** A page of paper with a dark bar where each word stands: what a scan is to a program that cannot read. */
export function makeScan(
  width: number,
  height: number,
  words: readonly { x: number; y: number; w: number; h: number }[],
): Buffer {
  return pngOf(width, height, (x, y) => {
    const [across, down] = [x / width, y / height];
    const isInk = words.some(one => across >= one.x && across < one.x + one.w && down >= one.y && down < one.y + one.h);
    return isInk ? [70, 66, 60] : [238, 234, 222];
  });
}

function pngOf(width: number, height: number, colour: (x: number, y: number) => [number, number, number]): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set(colour(x, y), y * (width * 3 + 1) + 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
