/** Recoll over the same generated pages as text files: a desktop search engine that people know. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedText } from './generatedPages.ts';
import { isInstalled, requireProgram, runProgram } from './runProgram.ts';
import { searchSeed } from './searchBench.ts';
import { searchQueries } from './searchQueries.ts';
import { makeWordStock } from './wordStock.ts';

/** Queries that both understand alike. */
const sharedKinds = new Set([
  'rare word',
  'common word',
  'phrase',
  'common AND common',
  'common AND rare',
  'found nowhere',
]);

/** Milliseconds of each query, the start of the program included; null where it is not installed. */
export async function recollqTimes(scratch: string, pages: number): Promise<number[] | null> {
  if (!isInstalled('recollindex') || !isInstalled('recollq')) return null;
  const folder = join(scratch, 'texts');
  const confdir = join(scratch, 'recoll');
  mkdirSync(folder);
  mkdirSync(confdir);
  try {
    const stock = makeWordStock();
    for (let page = 0; page < pages; page += 1)
      writeFileSync(join(folder, `${page}.txt`), generatedText(stock, searchSeed, page));
    writeFileSync(
      join(confdir, 'recoll.conf'),
      `topdirs = ${folder}\nnoaspell = 1\nprocesswebqueue = 0\nloglevel = 1\n`,
    );
    await requireProgram('recollindex', ['-c', confdir, '-z']);
    const times: number[] = [];
    for (const { kind, queries } of searchQueries(stock, searchSeed, pages)) {
      if (!sharedKinds.has(kind)) continue;
      for (const query of queries)
        times.push(
          (await runProgram('recollq', ['-c', confdir, '-n', '20', '-b', query.replaceAll(' AND ', ' ')])).seconds *
            1000,
        );
    }
    return times;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(confdir, { recursive: true, force: true });
  }
}
