import { expect, test } from 'vitest';
import { currentRoute, type Route, stepAlong, trailFrom, walk } from '../../../renderer/workbench/route.ts';
import type { CaseId, ExhibitId, FindingId } from '../../../shared/kernel/ids.ts';

const caseId = 'cas-1' as CaseId;
const exhibit = (number: number) => `exh-${number}` as ExhibitId;
const start: Route = { place: 'overview', caseId };

test('another exhibit drops the place in the old one; another place keeps nothing', () => {
  let trail = walk(trailFrom(start), { place: 'exhibits', exhibitId: exhibit(1), at: { kind: 'page', pageIndex: 4 } });
  trail = walk(trail, { exhibitId: exhibit(2) });
  expect(currentRoute(trail)).toEqual({ place: 'exhibits', caseId, exhibitId: exhibit(2) });
  trail = walk(trail, { place: 'findings', findingId: 'fnd-1' as FindingId });
  expect(currentRoute(trail)).toEqual({ place: 'findings', caseId, findingId: 'fnd-1' });
});

test('back and forward walk the trail; a new step forgets what lay ahead', () => {
  let trail = walk(walk(trailFrom(start), { place: 'exhibits', exhibitId: exhibit(1) }), { exhibitId: exhibit(2) });
  trail = stepAlong(trail, -1);
  expect(currentRoute(trail).exhibitId).toBe(exhibit(1));
  expect(currentRoute(stepAlong(trail, 1)).exhibitId).toBe(exhibit(2));
  trail = walk(trail, { exhibitId: exhibit(3) });
  expect(stepAlong(trail, 1)).toBe(trail);
});

test('going to a place by its name returns to what was open there', () => {
  let trail = walk(trailFrom(start), { place: 'exhibits', exhibitId: exhibit(7), at: { kind: 'page', pageIndex: 2 } });
  trail = walk(walk(trail, { place: 'findings' }), { place: 'exhibits' });
  expect(currentRoute(trail)).toEqual({
    place: 'exhibits',
    caseId,
    exhibitId: exhibit(7),
    at: { kind: 'page', pageIndex: 2 },
  });
});

test('but never into another case', () => {
  const other = 'cas-2' as CaseId;
  let trail = walk(trailFrom(start), { place: 'exhibits', exhibitId: exhibit(7) });
  trail = walk(walk(trail, { caseId: other, place: 'overview' }), { place: 'exhibits' });
  expect(currentRoute(trail)).toEqual({ place: 'exhibits', caseId: other });
});

test('a step to where one is leaves no trace, and replacing leaves one entry', () => {
  const trail = trailFrom(start);
  expect(walk(trail, { place: 'overview' })).toBe(trail);
  expect(walk(walk(trail, { place: 'search', query: 'a' }), { query: 'ab' }, true).entries).toHaveLength(2);
});
