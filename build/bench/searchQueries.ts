/** What is searched for: each way of asking, in variants from commoner to rarer words, all of which occur. */
import { generatedLines } from './generatedPages.ts';
import { sourceNames } from './fillVault.ts';
import type { WordStock } from './wordStock.ts';

export interface QueryKind {
  kind: string;
  queries: string[];
}

const variants = 8;

/** `pageCount`: phrases are taken from pages that are there. */
export function searchQueries(stock: WordStock, seed: number, pageCount: number): QueryKind[] {
  const latin = (rank: number) => stock.latin[rank] ?? '';
  const common = (at: number) => latin(2 + at * 3);
  const rare = (at: number) => latin(20_000 + at * 3_000);
  const kind = (name: string, query: (at: number) => string): QueryKind => ({
    kind: name,
    queries: Array.from({ length: variants }, (_, at) => query(at)),
  });
  return [
    kind('rare word', rare),
    kind('common word', common),
    kind('phrase', at => `"${phraseOfPage(stock, seed, Math.floor((pageCount * (at + 1)) / (variants + 1)))}"`),
    kind('prefix', at => `${latin(400 + at * 50).slice(0, 4)}*`),
    kind('common AND common', at => `${common(at)} AND ${common(at + 1)}`),
    kind('common AND rare', at => `${common(at)} AND ${rare(at)}`),
    kind('common NOT common', at => `${common(at + 1)} NOT ${common(at)}`),
    kind('Korean, 2 syllables', at => stock.korean[5 + at * 60] ?? ''),
    kind('Han, 1 character', at => stock.han[3 + at * 60] ?? ''),
    kind('NEAR/5', at => `${common(at)} NEAR/5 ${latin(60 + at)}`),
    kind(
      'with a field',
      at =>
        `${latin(30 + at * 10)} type:${at % 2 === 0 ? 'eml' : 'html'} source:"${sourceNames[at % sourceNames.length]}"`,
    ),
    // The worst case of a walk in the order of admission: what fits comes late, or never.
    kind(
      'common with a field that few fit',
      at => `${common(at)} exhibit:EX-${Math.floor((pageCount / 60) * ((at + 1) / variants)) + 1}`,
    ),
    kind('found nowhere', at => `${common(at)}xqz${at}`),
  ];
}

function phraseOfPage(stock: WordStock, seed: number, page: number): string {
  const words = (generatedLines(stock, seed, page)[4] ?? '').replace(/\./g, '').split(' ');
  return words.slice(2, 4).join(' ');
}
