/** Search and reading in a vault of so many generated pages, asked through the dispatcher as the window asks. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '../../electron/core.ts';
import type { ExhibitId } from '../../shared/kernel/ids.ts';
import { createBenchVault, openBenchVault, startBenchCore } from './benchCore.ts';
import { fillVault } from './fillVault.ts';
import { generatedText } from './generatedPages.ts';
import { peakMemoryBytes } from './machine.ts';
import { exportPlain, openPlain } from './plainPeer.ts';
import { searchQueries, type QueryKind } from './searchQueries.ts';
import { seededRandom } from './seededRandom.ts';
import { makeWordStock } from './wordStock.ts';

export const searchSeed = 1874;
const pagesEach = 25;
/** One exhibit in forty is a book, for opening at a page. */
const bookEvery = 40;
const bookPages = 500;
const rounds = 3;
const openings = 200;

export interface KindTimes {
  kind: string;
  /** Milliseconds to the first 20 groups, and to the peer's first 20 pages. */
  ours: number[];
  peer: number[];
}

export interface SearchFigures {
  pages: number;
  fillSeconds: number;
  firstMs: number;
  kinds: KindTimes[];
  countMs: number;
  countedPages: number;
  /** How long a search had to wait while all matches of the commonest word were being counted. */
  searchWhileCountingMs: number[];
  openMs: number[];
  fillPeakBytes: number;
  peakBytes: number;
}

export async function fillSearchVault(
  folder: string,
  pages: number,
): Promise<{ fillSeconds: number; peakBytes: number }> {
  const stock = makeWordStock();
  const core = startBenchCore();
  const caseId = await createBenchVault(core, join(folder, 'vault.probatum'));
  const exhibits = countExhibits(pages);
  const { seconds } = await fillVault(core, caseId, exhibits, exhibit =>
    Array.from({ length: pagesOf(exhibit) }, (_, page) => generatedText(stock, searchSeed, firstPage(exhibit) + page)),
  );
  const peakBytes = peakMemoryBytes();
  exportPlain(core, join(folder, 'plain.sqlite'));
  await core.close();
  return { fillSeconds: seconds, peakBytes };
}

function pagesOf(exhibit: number): number {
  return exhibit % bookEvery === 0 ? bookPages : pagesEach;
}

function firstPage(exhibit: number): number {
  return exhibit * pagesEach + Math.ceil(exhibit / bookEvery) * (bookPages - pagesEach);
}

function countExhibits(pages: number): number {
  let exhibits = 0;
  while (firstPage(exhibits) < pages) exhibits += 1;
  return exhibits;
}

export async function searchBench(
  folder: string,
  pages: number,
): Promise<Omit<SearchFigures, 'fillSeconds' | 'fillPeakBytes'>> {
  const core = startBenchCore();
  const caseId = await openBenchVault(core, join(folder, 'vault.probatum'));
  const run = async (query: string) => timed(() => core.dispatcher.run('search.run', { caseId, query, limit: 20 }));
  const kinds = searchQueries(makeWordStock(), searchSeed, pages);
  const firstMs = await run(kinds[1]?.queries[0] ?? '');
  const ours = await timeKinds(kinds, run);
  const counting = await searchWhileCounting(core, kinds[1]?.queries[0] ?? '', run, caseId);
  const openMs = await openAtPages(core, caseId);
  const peakBytes = peakMemoryBytes();
  await core.close();
  const plain = openPlain(join(folder, 'plain.sqlite'));
  const peer = await timeKinds(kinds, async query => timed(async () => plain.search(query)));
  plain.close();
  rmSync(join(folder, 'plain.sqlite'), { force: true });
  return {
    pages,
    firstMs,
    kinds: kinds.map(({ kind }, at) => ({ kind, ours: ours[at] ?? [], peer: peer[at] ?? [] })),
    ...counting,
    openMs,
    peakBytes,
  };
}

async function timed(steps: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await steps();
  return performance.now() - started;
}

/** All queries in turn, then all again: no query finds the cache warmed by itself alone. */
async function timeKinds(kinds: readonly QueryKind[], run: (query: string) => Promise<number>): Promise<number[][]> {
  const times: number[][] = kinds.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, { queries }] of kinds.entries()) for (const query of queries) times[at]?.push(await run(query));
  }
  return times;
}

async function searchWhileCounting(core: Core, word: string, run: (query: string) => Promise<number>, caseId: string) {
  const searchWhileCountingMs: number[] = [];
  let counting = true;
  const started = performance.now();
  const count = core.dispatcher.run('search.count', { caseId: caseId as never, query: word }).finally(() => {
    counting = false;
  });
  while (counting) {
    const asked = performance.now();
    await new Promise(resolve => setImmediate(resolve));
    await run(word);
    searchWhileCountingMs.push(performance.now() - asked);
  }
  const { pages: countedPages } = await count;
  return { countMs: performance.now() - started, countedPages, searchWhileCountingMs };
}

/** What the reader asks for when it opens a book at a page: the record, the labels, the page. */
async function openAtPages(core: Core, caseId: string): Promise<number[]> {
  const random = seededRandom(7);
  const { rows } = await core.dispatcher.run('exhibit.list', { caseId: caseId as never, limit: 500 });
  const books = rows.filter(row => row.pageCount === bookPages).map(row => row.id);
  const times: number[] = [];
  for (let opening = 0; opening < openings; opening += 1) {
    const exhibitId = books[Math.floor(random() * books.length)] as ExhibitId;
    const from = Math.floor(random() * bookPages);
    times.push(
      await timed(async () => {
        await core.dispatcher.run('exhibit.get', { exhibitId });
        await core.dispatcher.run('exhibit.pageLabels', { exhibitId });
        await core.dispatcher.run('exhibit.pages', { exhibitId, from, count: 1 });
      }),
    );
  }
  return times;
}
