/** The walk on PDFs that nobody has read before: what is searched and cited is taken from their pages in the reader. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePdf } from '../makePdf.ts';
import { goTo } from './caseSteps.ts';
import { exhibitRow, openExhibit } from './evidenceSteps.ts';
import type { RunningApp } from './launchApp.ts';
import { someWords } from './readerFrame.ts';
import type { Quote, WalkPlan } from './walk.ts';

/** `real` names a folder of PDFs; without it some are generated below `folder`. */
export function pdfPlan(folder: string, real: string | undefined): WalkPlan {
  if (real && !existsSync(real)) throw new Error(`PROBATUM_REAL_PDFS names ${real}, which is not there`);
  return {
    reference: 'C-2026-008',
    title: 'A folder of PDFs (exercise)',
    folder: real ?? generatedPdfs(join(folder, 'evidence')),
    searches: [],
    quotes: chooseQuotes,
    region: /^PDF/,
  };
}

/** The first two exhibits whose words are found in them alone. */
async function chooseQuotes(run: RunningApp): Promise<[Quote, Quote]> {
  await goTo(run, 'Exhibits');
  const rows = exhibitRow(run, /^PDF EX-\d+/);
  // Two are needed; the list follows an admission a moment later.
  await rows.nth(1).waitFor();
  const numbers = (await rows.allInnerTexts())
    .map(text => /EX-\d+/.exec(text)?.[0])
    .filter(number => number !== undefined);
  const chosen: Quote[] = [];
  for (const number of numbers) {
    const exhibit = new RegExp(number);
    await openExhibit(run, exhibit);
    const words = await someWords(run.page).catch(() => null);
    if (words === null || chosen.some(one => one.cite === words)) continue;
    chosen.push({ exhibit, search: `"${words}" exhibit:${number}`, lit: words, cite: words });
    if (chosen.length === 2) return chosen as [Quote, Quote];
  }
  throw new Error(`of ${numbers.length} PDFs only ${chosen.length} have a line of words to cite`);
}

function generatedPdfs(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const line = (text: string, y: number) => ({ text, x: 72, y, size: 11 });
  const pages = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      lines: [
        { text: `${name} (exercise), sheet ${index + 1}`, x: 72, y: 770, size: 16 },
        line(`The ${name.toLowerCase()} records what the watch wrote down.`, 720),
        line('Nothing in it names a real person, company or vessel.', 700),
      ],
    }));
  for (const [name, count] of [
    ['Deck logbook', 3],
    ['Bunker receipt', 1],
    ['Harbour dues', 40],
  ] as const)
    writeFileSync(
      join(folder, `${name.toLowerCase().replace(' ', '-')}.pdf`),
      makePdf(pages(name, count), '/Nums [0 << /S /r >> 1 << /S /D >>]'),
    );
  // One that ends in the middle: it is admitted all the same, as bytes.
  writeFileSync(join(folder, 'cut-short.pdf'), makePdf(pages('Cut short', 1)).subarray(0, 300));
  return folder;
}
