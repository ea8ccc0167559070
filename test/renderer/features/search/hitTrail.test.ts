import { expect, test } from 'vitest';
import type { SearchGroup, SearchHit } from '../../../../shared/contract/search.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import {
  hitsOf,
  nextHit,
  noResults,
  previousHit,
  type ResultsInHand,
  withGroups,
  withHits,
} from '../../../../renderer/features/search/hitTrail.ts';
import { placeOfTarget } from '../../../../renderer/features/search/placeOfTarget.ts';
import { resultRows } from '../../../../renderer/features/search/resultRows.ts';

const hit = (pageIndex: number): SearchHit => ({
  pageIndex,
  pageLabel: null,
  snippet: 'the vessel',
  ranges: [{ start: 4, end: 10 }],
  start: 4,
  end: 10,
  quote: { exact: 'vessel', prefix: `page ${pageIndex} the `, suffix: '' },
  hitsOnPage: 1,
});
const id = (name: string) => name as ExhibitId;
const group = (name: string, hits: number, pageCount = hits): SearchGroup => ({
  exhibitId: id(name),
  number: 1,
  title: name,
  mediaType: 'application/pdf',
  languages: [],
  sourceName: null,
  reliability: null,
  pageCount,
  hits: Array.from({ length: hits }, (_, at) => hit(at)),
});
const results: ResultsInHand = withGroups(noResults, [group('a', 2), group('b', 1, 3)], 20);

test('the next hit is in the document, then in the next one, then in what is not read yet', () => {
  expect(nextHit(results, null)).toEqual({ to: 'hit', place: { exhibitId: 'a', hitIndex: 0 } });
  expect(nextHit(results, { exhibitId: id('a'), hitIndex: 0 })).toEqual({
    to: 'hit',
    place: { exhibitId: 'a', hitIndex: 1 },
  });
  expect(nextHit(results, { exhibitId: id('a'), hitIndex: 1 })).toEqual({
    to: 'hit',
    place: { exhibitId: 'b', hitIndex: 0 },
  });
  expect(nextHit(results, { exhibitId: id('b'), hitIndex: 0 })).toEqual({ to: 'more-hits', exhibitId: 'b', from: 1 });
  const read = withHits(results, id('b'), 1, [hit(7), hit(8)]);
  expect(nextHit(read, { exhibitId: id('b'), hitIndex: 2 })).toEqual({ to: 'more-groups', offset: 20 });
  expect(nextHit({ ...read, nextOffset: null }, { exhibitId: id('b'), hitIndex: 2 })).toEqual({ to: 'end' });
});

test('the way back enters a document at its last hit, reading it first', () => {
  expect(previousHit(results, { exhibitId: id('b'), hitIndex: 0 })).toEqual({
    to: 'hit',
    place: { exhibitId: 'a', hitIndex: 1 },
  });
  expect(previousHit(results, { exhibitId: id('a'), hitIndex: 0 })).toEqual({ to: 'end' });
  const longer = withGroups(results, [group('c', 1)], null);
  expect(previousHit(longer, { exhibitId: id('c'), hitIndex: 0 })).toEqual({
    to: 'more-hits',
    exhibitId: 'b',
    from: 1,
  });
});

test('going forward visits every hit once and going back visits them in reverse', () => {
  const whole = withGroups(noResults, [group('a', 3), group('b', 1), group('c', 2)], null);
  const forward: string[] = [];
  let step = nextHit(whole, null);
  while (step.to === 'hit') {
    forward.push(`${step.place.exhibitId}${step.place.hitIndex}`);
    step = nextHit(whole, step.place);
  }
  expect(forward).toEqual(['a0', 'a1', 'a2', 'b0', 'c0', 'c1']);
  const back: string[] = ['c1'];
  step = previousHit(whole, { exhibitId: id('c'), hitIndex: 1 });
  while (step.to === 'hit') {
    back.push(`${step.place.exhibitId}${step.place.hitIndex}`);
    step = previousHit(whole, step.place);
  }
  expect(back.reverse()).toEqual(forward);
});

test('a group that comes again is not doubled', () => {
  expect(withGroups(results, [group('b', 1), group('c', 1)], null).groups.map(one => one.exhibitId)).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(hitsOf(results, id('unknown'))).toEqual([]);
});

test('each exhibit is a heading, its hits stand under it, and what is left is said', () => {
  expect(resultRows(results).map(row => row.kind)).toEqual(['exhibit', 'hit', 'hit', 'exhibit', 'hit', 'more']);
});

test('the open hit is told from where the route leads', () => {
  const at = { kind: 'quote' as const, pageIndex: 1, quote: hit(1).quote };
  expect(placeOfTarget(results, id('a'), at)).toEqual({ exhibitId: 'a', hitIndex: 1 });
  expect(placeOfTarget(results, id('a'), { kind: 'page', pageIndex: 1 })).toBeNull();
  expect(placeOfTarget(results, undefined, at)).toBeNull();
});
