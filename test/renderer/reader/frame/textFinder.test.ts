import { describe, expect, test } from 'vitest';
import { PageStore } from '../../../../renderer/reader/frame/text/pageStore.ts';
import { findInPages, type TextMatch } from '../../../../renderer/reader/frame/text/textFinder.ts';
import type { Page } from '../../../../shared/domain/rendition.ts';

function pageOf(index: number, text: string): Page {
  return {
    index,
    label: null,
    text,
    widthPt: null,
    heightPt: null,
    method: 'converted',
    confidence: null,
    sheet: null,
    words: null,
    languages: [],
  };
}

function storeOf(texts: string[]) {
  const asked: number[] = [];
  const pages = async (from: number, count: number) => {
    asked.push(from);
    return texts.slice(from, from + count).map((text, at) => pageOf(from + at, text));
  };
  return {
    store: new PageStore(
      { tell: () => {}, read: async () => new Uint8Array(), pages, draw: () => Promise.reject(new Error('none')) },
      texts.length,
    ),
    asked,
  };
}

describe('find in extracted text', () => {
  test('ignores case and accents, and gives the place in the text as it stands', async () => {
    const { store } = storeOf(['Nothing here', 'The Société sailed. SOCIETE again.']);
    let all: readonly TextMatch[] = [];
    await findInPages(store, 2, 'societe', new AbortController().signal, matches => {
      all = [...matches];
    });
    expect(all).toEqual([
      { pageIndex: 1, start: 4, end: 11 },
      { pageIndex: 1, start: 20, end: 27 },
    ]);
  });

  test('a search that was given up says nothing more', async () => {
    const { store } = storeOf(['coal', 'coal']);
    const given = new AbortController();
    given.abort();
    let told = 0;
    await findInPages(store, 2, 'coal', given.signal, () => {
      told += 1;
    });
    expect(told).toBe(0);
  });

  test('pages come in blocks, each asked for once', async () => {
    const { store, asked } = storeOf(Array.from({ length: 45 }, (_, index) => `page ${index}`));
    const texts = await Promise.all([3, 44, 19, 20, 3].map(async index => (await store.page(index))?.text));
    expect([texts, asked.toSorted((a, b) => a - b)]).toEqual([
      ['page 3', 'page 44', 'page 19', 'page 20', 'page 3'],
      [0, 20, 40],
    ]);
  });
});
