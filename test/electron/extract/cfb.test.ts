import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteReaderOver } from '../../../electron/extract/byteReader.ts';
import { type CompoundEntry, type CompoundFile, openCompoundFile } from '../../../electron/extract/cfb.ts';
import { type NewCompoundEntry, writeCompoundFile } from '../../../electron/extract/cfbWrite.ts';

async function open(bytes: Uint8Array): Promise<{ file: CompoundFile; warnings: string[] }> {
  const warnings: string[] = [];
  const file = await openCompoundFile(byteReaderOver(bytes), sentence => {
    if (!warnings.includes(sentence)) warnings.push(sentence);
  });
  return { file, warnings };
}

async function contentOf(file: CompoundFile, entry: CompoundEntry): Promise<unknown> {
  if (entry.kind === 'stream') return [...(await file.read(entry))];
  const children: [string, unknown][] = [];
  for (const child of entry.children) children.push([child.name, await contentOf(file, child)]);
  return Object.fromEntries(children);
}

function plain(entries: NewCompoundEntry[]): unknown {
  return Object.fromEntries(
    entries.map(entry => [entry.name, 'bytes' in entry ? [...entry.bytes] : plain(entry.children)]),
  );
}

const NAME = fc.stringMatching(/^[A-Za-z0-9 _\u0001가-힣]{1,20}$/);
/** Around the sizes at which a stream moves from the small sectors to the large ones, and a chain gets a further one. */
const BYTES = fc
  .oneof(fc.integer({ min: 0, max: 200 }), fc.constantFrom(511, 512, 513, 4095, 4096, 4097, 9000))
  .map(length => Uint8Array.from({ length }, (_, at) => at % 251));

const TREE = fc.letrec<{ entries: NewCompoundEntry[]; entry: NewCompoundEntry }>(tie => ({
  entries: fc.uniqueArray(tie('entry'), { selector: entry => entry.name.toUpperCase(), maxLength: 6 }),
  entry: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ name: NAME, bytes: BYTES }),
    fc.record({ name: NAME, children: tie('entries') }),
  ),
})).entries;

describe('a compound file', () => {
  test('gives back what was written, whatever its streams and storages', async () => {
    await fc.assert(
      fc.asyncProperty(TREE, async entries => {
        const { file, warnings } = await open(writeCompoundFile(entries));
        expect(await contentOf(file, file.root)).toEqual(plain(entries));
        expect(warnings).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('may be so large that its table needs a list of its own', async () => {
    const bytes = Uint8Array.from({ length: 9_000_000 }, (_, at) => at % 253);
    const { file } = await open(writeCompoundFile([{ name: 'Large', bytes }]));
    const stream = file.find('large');
    expect(stream && Buffer.from(await file.read(stream)).equals(bytes)).toBe(true);
  });

  test('cut short gives what is there, and says how much is missing', async () => {
    const whole = writeCompoundFile([{ name: 'Text', bytes: new Uint8Array(5000).fill(7) }]);
    // The stream comes last when its sectors are read out of a file that lost its end.
    const moved = moveDirectoryFirst(whole);
    const { file, warnings } = await open(moved.subarray(0, moved.byteLength - 3000));
    const stream = file.find('Text');
    expect(stream === undefined ? 0 : (await file.read(stream)).byteLength).toBeLessThan(5000);
    expect(warnings).toEqual([expect.stringMatching(/\d+ of 5000 bytes of its part “Text” are there/)]);
  });

  test('whose chain of sectors runs in a circle is refused', async () => {
    const bytes = writeCompoundFile([{ name: 'Text', bytes: new Uint8Array(5000).fill(7) }]);
    const view = new DataView(bytes.buffer);
    const table = (view.getUint32(76, true) + 1) * 512;
    view.setUint32(table + 4, 0, true);
    const { file } = await open(bytes);
    const stream = file.find('Text');
    await expect(stream && file.read(stream)).rejects.toThrow('runs in a circle');
  });

  test('whose entries point at each other in a circle is read once, and says so', async () => {
    const bytes = writeCompoundFile([
      { name: 'A', bytes: Uint8Array.of(1) },
      { name: 'B', bytes: Uint8Array.of(2) },
    ]);
    const view = new DataView(bytes.buffer);
    const directory = (view.getUint32(48, true) + 1) * 512;
    for (let entry = 1; entry <= 2; entry += 1) {
      view.setUint32(directory + entry * 128 + 68, 1, true);
      view.setUint32(directory + entry * 128 + 72, 2, true);
    }
    const { file, warnings } = await open(bytes);
    expect(file.root.children.map(child => child.name).sort()).toEqual(['A', 'B']);
    expect(warnings).toEqual([expect.stringContaining('directory of the document is damaged')]);
  });

  test('whose thousands of streams share the same sectors is given up as a bomb', async () => {
    const count = 3000;
    const entries = Array.from({ length: count }, (_, at) => ({ name: `S${at}`, bytes: new Uint8Array(0) }));
    const bytes = writeCompoundFile([...entries, { name: 'Real', bytes: new Uint8Array(200_000) }]);
    const view = new DataView(bytes.buffer);
    const { file } = await open(bytes);
    const real = file.find('Real');
    for (const child of file.root.children) {
      child.startSector = real?.startSector ?? 0;
      child.sizeBytes = 200_000;
    }
    expect(view.byteLength).toBeLessThan(1_000_000);
    const readAll = async () => {
      for (const child of file.root.children) await file.read(child);
    };
    await expect(readAll()).rejects.toMatchObject({ problem: { code: 'too-large' } });
  });

  test('with any byte changed is read or refused, and never hangs', async () => {
    const bytes = writeCompoundFile([
      { name: 'Text', bytes: new Uint8Array(5000).fill(7) },
      { name: 'Folder', children: [{ name: 'Small', bytes: Uint8Array.of(1, 2, 3) }] },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async changes => {
          const changed = bytes.slice();
          for (const [at, value] of changes) changed[at] = value;
          try {
            const { file } = await open(changed);
            await contentOf(file, file.root);
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Swaps the order of the sectors, so that the stream's data lie at the end of the file. */
function moveDirectoryFirst(bytes: Uint8Array): Uint8Array {
  const sectors = bytes.byteLength / 512 - 1;
  const moved = bytes.slice();
  const view = new DataView(moved.buffer);
  const place = (sector: number) => (sector < sectors ? sectors - 1 - sector : sector);
  for (let sector = 0; sector < sectors; sector += 1)
    moved.set(bytes.subarray((sector + 1) * 512, (sector + 2) * 512), (place(sector) + 1) * 512);
  const table = new DataView(bytes.buffer);
  const tableAt = (table.getUint32(76, true) + 1) * 512;
  const directoryAt = (table.getUint32(48, true) + 1) * 512;
  for (let sector = 0; sector < sectors; sector += 1)
    view.setUint32(
      (place(view.getUint32(76, true)) + 1) * 512 + place(sector) * 4,
      place(table.getUint32(tableAt + sector * 4, true)),
      true,
    );
  for (const at of [48, 60, 76]) view.setUint32(at, place(table.getUint32(at, true)), true);
  for (let entry = 0; entry < 4; entry += 1)
    view.setUint32(
      (place(table.getUint32(48, true)) + 1) * 512 + entry * 128 + 116,
      place(table.getUint32(directoryAt + entry * 128 + 116, true)),
      true,
    );
  return moved;
}
