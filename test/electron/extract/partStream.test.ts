// A part crosses as a stream: nobody holds it whole, and neither side waits for ever.
import { describe, expect, test } from 'vitest';
import { openPartStream } from '../../../electron/extract/partStream.ts';

const chunk = (value: number) => new Uint8Array(4).fill(value);

describe('a part on its way', () => {
  test('is taken chunk by chunk, the next one waiting for the last', async () => {
    const seen: number[] = [];
    let release: () => void = () => {};
    const gate = new Promise<void>(resolve => {
      release = resolve;
    });
    const part = openPartStream(100, async bytes => {
      for await (const piece of bytes) {
        seen.push(piece[0] ?? -1);
        await gate;
      }
    });
    let added = 0;
    const adding = (async () => {
      for (const value of [1, 2, 3]) {
        await part.add(chunk(value));
        added += 1;
      }
      await part.end();
    })();
    await new Promise(resolve => setImmediate(resolve));
    expect({ seen, added }).toEqual({ seen: [1], added: 0 });
    release();
    await adding;
    expect({ seen, added }).toEqual({ seen: [1, 2, 3], added: 3 });
  });

  test('may be empty', async () => {
    const seen: Uint8Array[] = [];
    const part = openPartStream(100, async bytes => {
      for await (const piece of bytes) seen.push(piece);
    });
    await part.end();
    expect(seen).toEqual([]);
  });

  test('that grows past its limit does not fit', async () => {
    const part = openPartStream(6, async bytes => {
      for await (const _ of bytes);
    });
    expect(part.fits(chunk(1))).toBe(true);
    await part.add(chunk(1));
    expect(part.fits(chunk(2))).toBe(false);
  });

  test('nobody wants is drained, and what the taker threw comes out at its end', async () => {
    const part = openPartStream(100, async () => {
      throw new Error('no room');
    });
    await part.add(chunk(1));
    await part.add(chunk(2));
    await expect(part.end()).rejects.toThrow('no room');
  });

  test('that breaks off throws where it is taken', async () => {
    let problem: unknown;
    const part = openPartStream(100, async bytes => {
      try {
        for await (const _ of bytes);
      } catch (error) {
        problem = error;
      }
    });
    await part.add(chunk(1));
    part.fail(new Error('the process ended'));
    await new Promise(resolve => setImmediate(resolve));
    expect(problem).toEqual(new Error('the process ended'));
  });
});
