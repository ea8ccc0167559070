// What the bench asks at speed is also right: over thousands of pages, each exhibit that matches is met once, in order.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillVault } from '../../build/bench/fillVault.ts';
import { matchesPage, parseQuery } from '../../shared/domain/search/index.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../support/openTestCore.ts';

const exhibits = 420;
const pagesEach = 20;
const sharedExhibits = 30;

/** `heron` is everywhere, `egret` on every seventh page, `bittern` in one exhibit of a hundred, `crane…` has many forms. */
function pagesOf(exhibit: number): string[] {
  return Array.from({ length: exhibit % 50 === 0 ? 3 * pagesEach : pagesEach }, (_, page) =>
    [
      'heron',
      page % 7 === exhibit % 7 ? 'egret' : '',
      exhibit % 100 === 99 ? 'bittern' : '',
      `crane${(exhibit * pagesEach + page) % 900}`,
    ].join(' '),
  );
}

let vault: TestCase;
let other: CaseId;

beforeAll(async () => {
  vault = await openTestCase();
  await fillVault(vault.core, vault.caseId, exhibits, pagesOf);
  ({ id: other } = await vault.run('case.create', {
    reference: 'C-TEST-2',
    title: 'Another (exercise)',
    workstream: 'maritime',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: 'Test Person',
    isExercise: true,
  }));
  // The same documents in a second case, read anew: their pages move behind all others.
  await fillVault(vault.core, other, sharedExhibits, pagesOf);
}, 120_000);

afterAll(() => vault.close());

/** Every group of a search, followed to its end; and what it should have been, from the pages themselves. */
async function searchAll(caseId: CaseId | null, query: string, limit: number) {
  const found: { number: number; pages: number }[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const answer: Awaited<ReturnType<typeof vault.run<'search.run'>>> = await vault.run('search.run', {
      caseId,
      query,
      offset,
      limit,
    });
    found.push(...answer.groups.map(group => ({ number: group.number, pages: group.pageCount })));
    offset = answer.nextOffset;
  }
  return found;
}

function expected(words: string, fits: (exhibit: number) => boolean, order: readonly number[]) {
  const parsed = parseQuery(words);
  if (!parsed.ok || !parsed.query.text) throw new Error('a query of words');
  const { text } = parsed.query;
  return order.filter(fits).flatMap(exhibit => {
    const pages = pagesOf(exhibit).filter(page => matchesPage(page, text)).length;
    return pages === 0 ? [] : [{ number: exhibit + 1, pages }];
  });
}

const inOrder = Array.from({ length: exhibits }, (_, exhibit) => exhibit);
/** Read anew later, so met later. */
const metOrder = [...inOrder.slice(sharedExhibits), ...inOrder.slice(0, sharedExhibits)];

test.each([
  ['heron', 20],
  ['heron', 100],
  ['egret', 7],
  ['bittern', 1],
  ['crane1*', 20],
  ['heron NOT egret', 50],
  ['egret NEAR/2 heron', 33],
])('%s in steps of %d: every exhibit once, in the order of admission, with all its pages', async (query, limit) => {
  expect(await searchAll(vault.caseId, query, limit)).toEqual(expected(query, () => true, metOrder));
});

test.each([
  ['exhibit:EX-0400', (exhibit: number) => exhibit === 399],
  ['type:eml', (exhibit: number) => exhibit % 5 === 3],
  ['source:bank type:html', (exhibit: number) => exhibit % 4 === 3 && exhibit % 5 === 4],
  ['source:nobody', () => false],
])('heron %s: what few exhibits fit is found behind thousands of pages that match', async (field, fits) => {
  expect(await searchAll(vault.caseId, `heron ${field}`, 6)).toEqual(expected('heron', fits, metOrder));
});

test('a small case behind a large one is searched on its own, and all cases together show a shared document twice', async () => {
  const shared = inOrder.slice(0, sharedExhibits);
  expect(await searchAll(other, 'heron', 9)).toEqual(expected('heron', () => true, shared));
  const all = await searchAll(null, 'heron', 20);
  expect(all).toHaveLength(exhibits + sharedExhibits);
});

test('a count agrees with what a search shows, and counts a shared page once', async () => {
  for (const query of ['heron', 'egret', 'crane1*', 'heron type:eml']) {
    const groups = await searchAll(vault.caseId, query, 100);
    const pages = groups.reduce((sum, group) => sum + group.pages, 0);
    expect(await vault.run('search.count', { caseId: vault.caseId, query })).toEqual({
      exhibits: groups.length,
      pages,
    });
  }
  const { pages } = await vault.run('search.count', { caseId: vault.caseId, query: 'heron' });
  expect(await vault.run('search.count', { caseId: null, query: 'heron' })).toEqual({
    exhibits: exhibits + sharedExhibits,
    pages,
  });
});

test('all hits of one exhibit are listed page by page', async () => {
  const { groups } = await vault.run('search.run', { caseId: vault.caseId, query: 'egret exhibit:EX-0201' });
  const exhibitId = groups[0]?.exhibitId;
  if (!exhibitId) throw new Error('not found');
  const { hits, total } = await vault.run('search.hits', { exhibitId, query: 'egret', limit: 200 });
  const pages = pagesOf(200).flatMap((text, page) => (text.includes('egret') ? [page] : []));
  expect({ total, pages: hits.map(hit => hit.pageIndex) }).toEqual({ total: pages.length, pages });
});
