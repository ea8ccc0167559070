/** The exercise as the viewer's journeys open it: with a citation more, of cells of a sheet, unpacked into a folder. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { writeBag } from '../../electron/bag/index.ts';
import { type BundleParts, bundleEntries } from '../../shared/domain/bundle/bundleEntries.ts';
import { BundleCase } from '../../shared/domain/bundle.ts';
import { exerciseCase, exerciseParts } from './exerciseBundle.ts';

export const SHEET_CITATION = 'cit-01900000-0000-7000-8000-000000000900';
export const SHEET_QUOTE = 'A. Example\tMaster';
const SHEET_PASSAGE = 'psg-01900000-0000-7000-8000-000000000900';
const [firstClaim] = exerciseCase.findings[0]?.claims ?? [];

export const viewerCase = BundleCase.parse({
  ...exerciseCase,
  passages: [
    ...exerciseCase.passages,
    {
      ...exerciseCase.passages[0],
      id: SHEET_PASSAGE,
      exhibitNumber: 'EX-0007',
      quote: { exact: SHEET_QUOTE, prefix: 'Name\tRank\n', suffix: '' },
      pageIndex: 0,
      pageLabel: 'Crew list!A2:B2',
      note: '',
    },
  ],
  findings: exerciseCase.findings.map(one => ({
    ...one,
    claims: one.claims.map(claim => ({
      ...claim,
      citations:
        claim.id === firstClaim?.id
          ? [
              ...claim.citations,
              { ...claim.citations[0], id: SHEET_CITATION, passageId: SHEET_PASSAGE, quote: SHEET_QUOTE },
            ]
          : claim.citations,
    })),
  })),
});

/** Answers the ZIP and the page that a reviewer opens. */
export async function unpackExercise(
  folder: string,
  built: Pick<BundleParts, 'viewer' | 'pdfAssets'>,
): Promise<{ zip: string; page: string }> {
  const zip = join(folder, 'bundle.zip');
  await writeBag({
    out: zip,
    name: 'C-2026-003',
    info: { 'Bag-Software-Agent': 'Probatum test', 'Bagging-Date': '2026-11-22' },
    entries: bundleEntries(viewerCase, { ...exerciseParts, ...built }),
  });
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(zip)))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  return { zip, page: join(folder, 'C-2026-003', 'data', 'index.html') };
}

/**
 * Runs in the page: the text that lies under the lit rectangles, as far as each character's own middle is lit. Handed over as its
 * source, so it may use nothing of this file.
 */
export function wordsUnderLight(): string {
  const lit = [...document.querySelectorAll('.highlight')].map(element => element.getBoundingClientRect());
  const lines: string[] = [];
  for (const span of document.querySelectorAll('.textLayer > span')) {
    const node = span.firstChild;
    if (!node) continue;
    let line = '';
    for (let at = 0; at < (node.textContent ?? '').length; at += 1) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (lit.some(rect => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom))
        line += node.textContent?.[at] ?? '';
    }
    if (line !== '') lines.push(line);
  }
  return lines.join(' ').replace(/\s+/g, ' ').trim();
}
