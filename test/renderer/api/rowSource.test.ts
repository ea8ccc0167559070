import { expect, test, vi } from 'vitest';
import { ROWS_A_PAGE, rowAt } from '../../../renderer/api/rowPages.ts';
import { RowSource, type RowSourceState, type RowsRead } from '../../../renderer/api/rowSource.ts';

/** A list of 100,000 whose reads are answered when the test says so. */
function slowList() {
  const asked: { offset: number; answer(mark?: string): void; fail(): void }[] = [];
  let state: RowSourceState<string> | null = null;
  const source = new RowSource<string>(
    (offset, limit) =>
      new Promise<RowsRead<string>>((resolve, reject) => {
        asked.push({
          offset,
          answer: (mark = '') =>
            resolve({ rows: Array.from({ length: limit }, (_, at) => `row ${offset + at}${mark}`), total: 100_000 }),
          fail: () => reject(new Error('gone')),
        });
      }),
    next => {
      state = next;
    },
  );
  return { source, asked, state: () => state };
}

test('what was scrolled past is not read', async () => {
  const { source, asked } = slowList();
  source.start();
  for (const page of [10, 20, 30, 40]) source.show(page * ROWS_A_PAGE, page * ROWS_A_PAGE + 30);
  for (const one of [...asked]) one.answer();
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(2));
  expect(asked.map(one => one.offset / ROWS_A_PAGE).slice(2)).toEqual(expect.arrayContaining([40]));
  expect(asked.some(one => one.offset === 20 * ROWS_A_PAGE || one.offset === 30 * ROWS_A_PAGE)).toBe(false);
});

test('after a change the old rows stay until the new ones are read', async () => {
  const { source, asked, state } = slowList();
  source.start();
  asked[0]?.answer();
  await vi.waitFor(() => expect(state()?.held.total).toBe(100_000));
  const before = asked.length;
  source.refresh();
  expect(source.row(0)).toBe('row 0');
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(before));
  asked
    .filter(one => one.offset === 0)
    .at(-1)
    ?.answer(', changed');
  await vi.waitFor(() => expect(source.row(0)).toBe('row 0, changed'));
});

test('an answer from before a change is dropped', async () => {
  const { source, asked, state } = slowList();
  source.start();
  source.refresh();
  asked[0]?.answer(', old');
  asked[1]?.answer(', new');
  await vi.waitFor(() => expect(state()?.held.total).toBe(100_000));
  expect(source.row(0)).toBe('row 0, new');
});

test('a failure is told, and trying again mends it', async () => {
  const { source, asked, state } = slowList();
  source.start();
  asked[0]?.fail();
  await vi.waitFor(() => expect(state()?.error).not.toBeNull());
  source.retry();
  asked.at(-1)?.answer();
  await vi.waitFor(() => expect(state()?.error).toBeNull());
  const held = state()?.held;
  expect(held && rowAt(held, 5)).toBe('row 5');
});
