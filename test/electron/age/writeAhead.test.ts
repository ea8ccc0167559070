import { open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { writeAhead } from '../../../electron/age/writeAhead.ts';

const path = join(tmpdir(), `probatum-write-ahead-${process.pid}`);
afterEach(() => rm(path, { force: true }));

async function* pieces(count: number, failsAt = count): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) {
    if (index === failsAt) throw new Error('the source broke');
    await setImmediate();
    yield new Uint8Array(70_000).fill(index);
  }
}

test('all pieces are written in their order, and each is looked at', async () => {
  const file = await open(path, 'wx');
  const seen: number[] = [];
  const sizeBytes = await writeAhead(file, pieces(9), piece => seen.push(piece[0] ?? -1));
  await file.close();
  const expected = Buffer.concat(seen.map(index => new Uint8Array(70_000).fill(index)));
  expect([sizeBytes, seen, (await readFile(path)).equals(expected)]).toEqual([
    630_000,
    [0, 1, 2, 3, 4, 5, 6, 7, 8],
    true,
  ]);
});

test('an error of the source and one of the disk end it, and neither goes astray', async () => {
  const file = await open(path, 'wx');
  await expect(writeAhead(file, pieces(9, 3), () => undefined)).rejects.toThrow('the source broke');
  await file.close();
  const locked = await open(path, 'r');
  await expect(writeAhead(locked, pieces(9), () => undefined)).rejects.toThrow('EBADF');
  await locked.close();
});
