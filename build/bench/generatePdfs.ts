import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedLines } from './generatedPages.ts';
import { writePdf } from './writePdf.ts';
import { makeWordStock } from './wordStock.ts';

const seed = 2006;

/** Writes so many PDFs of so many pages into a new folder; the same each time. */
export function generatePdfs(folder: string, count: number, pagesEach: number): void {
  mkdirSync(folder);
  const stock = makeWordStock();
  for (let file = 0; file < count; file += 1) {
    const pages = Array.from({ length: pagesEach }, (_, page) => generatedLines(stock, seed, file * pagesEach + page));
    writeFileSync(
      join(folder, `generated-${String(file + 1).padStart(4, '0')}.pdf`),
      writePdf(pages, `Generated ${file + 1}`),
    );
  }
}
