// What is appended and written over, by little and by much, is in the file as if each had been written at once.
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GatheringFile } from '../../../electron/bag/zip/gatheringFile.ts';
import { temporaryFolder } from './bagSupport.ts';

const step = fc.record({
  length: fc.oneof(fc.nat(50), fc.integer({ min: 400_000, max: 1_100_000 })),
  /** Where it is written over something, as a share of what is there. */
  over: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
});

test('a file holds what was appended and what was written over it', async () => {
  const folder = await temporaryFolder();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async steps => {
      const path = join(folder.path, String(runs++));
      const handle = await open(path, 'wx+');
      const file = new GatheringFile(handle);
      let expected = Buffer.alloc(0);
      for (const [at, { length, over }] of steps.entries()) {
        const bytes = Buffer.alloc(length, at + 1);
        await file.append(bytes);
        expected = Buffer.concat([expected, bytes]);
        const patch = Buffer.alloc(30, 200 + at);
        const place = Math.floor((over ?? 0) * (expected.length - patch.length));
        if (over === null || place < 0) continue;
        await file.overwrite(patch, place);
        patch.copy(expected, place);
      }
      expect(file.sizeBytes).toBe(expected.length);
      await expect(file.overwrite(Buffer.alloc(1), expected.length)).rejects.toThrow(RangeError);
      await file.flush();
      await handle.close();
      expect((await readFile(path)).equals(expected)).toBe(true);
    }),
    { numRuns: 20 },
  );
  await folder.remove();
});
