// The bench measures what it says: its PDFs hold the words that were written, and its figures follow from them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedLines } from '../../build/bench/generatedPages.ts';
import { generatePdfs } from '../../build/bench/generatePdfs.ts';
import { percentile } from '../../build/bench/statistics.ts';
import { makeWordStock } from '../../build/bench/wordStock.ts';
import { openTestCase } from '../support/openTestCore.ts';

test('a generated PDF is read as the very words that were written, Korean and Chinese too', async () => {
  const vault = await openTestCase();
  try {
    generatePdfs(join(vault.folder, 'pdfs'), 1, 3);
    const [exhibitId] = await vault.admit(join(vault.folder, 'pdfs'));
    if (!exhibitId) throw new Error('not admitted');
    const pages = await vault.run('exhibit.pages', { exhibitId, from: 0, count: 10 });
    const stock = makeWordStock();
    expect(pages.map(({ label, text }) => ({ label, lines: text.split('\n') }))).toEqual(
      [0, 1, 2].map(page => ({ label: String(page + 1), lines: generatedLines(stock, 2006, page) })),
    );
  } finally {
    await vault.close();
  }
});

test('the same PDFs come of each run', async () => {
  const vault = await openTestCase();
  try {
    for (const name of ['one', 'two']) generatePdfs(join(vault.folder, name), 2, 2);
    for (const file of ['generated-0001.pdf', 'generated-0002.pdf']) {
      expect(readFileSync(join(vault.folder, 'two', file))).toEqual(readFileSync(join(vault.folder, 'one', file)));
    }
  } finally {
    await vault.close();
  }
});

test('a percentile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect([percentile(hundred, 0.5), percentile(hundred, 0.95), percentile([7], 0.95), percentile([], 0.5)]).toEqual([
    50, 95, 7, 0,
  ]);
});
