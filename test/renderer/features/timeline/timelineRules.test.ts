import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import { DAY_MS, inTime, layLanes, layRows, YEAR_MS } from '../../../../shared/domain/timeline/index.ts';
import { cursorWords } from '../../../../renderer/features/timeline/cursorWords.ts';
import { hitAt } from '../../../../renderer/features/timeline/hitTest.ts';
import { timelineCsv } from '../../../../renderer/features/timeline/toCsv.ts';
import { fitExtent, keepNear, reveal, zoomAt } from '../../../../renderer/features/timeline/viewport.ts';
import { entity, event } from '../../../shared/domain/timeline/builders.ts';

const ship = entity('FABULA HERON');
const full = (id: string, on: string, title = id): TimelineItem => ({
  ...(event(id, on, [ship], { title }) as TimelineItem),
  findingId: null,
  claimId: null,
  exhibitId: null,
  citationCount: 0,
  citationIds: [],
});

test('what is under the pointer stays there while one zooms', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 2000, max: 10 * YEAR_MS, noNaN: true }),
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      fc.integer({ min: 0, max: 2000 }),
      (msPerPx, factor, atPx) => {
        const before = { from: Date.UTC(2020, 0, 1), msPerPx };
        const after = zoomAt(before, factor, atPx);
        const drift = before.from + atPx * before.msPerPx - (after.from + atPx * after.msPerPx);
        expect(Math.abs(drift / after.msPerPx)).toBeLessThan(0.5);
      },
    ),
  );
});

test('fitted, the first and the last are in view; a single moment has a month around it', () => {
  const view = fitExtent({ from: 0, to: 100 * DAY_MS }, 1000, 0);
  expect(view.from).toBeLessThan(0);
  expect(view.from + 1000 * view.msPerPx).toBeGreaterThan(100 * DAY_MS);
  expect(fitExtent({ from: 0, to: 0 }, 1000, 0).msPerPx * 1000).toBeGreaterThan(30 * DAY_MS);
});

test('fitted, the axis does not run on beyond what is known', () => {
  const view = fitExtent({ from: 0, to: 8000 * DAY_MS }, 640, 0);
  expect(view.from + 640 * view.msPerPx).toBeLessThan(8000 * DAY_MS * 1.1);
});

test('however far one pans, something of what is known stays in view', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 5000 }), (days, length) => {
      const extent = { from: 0, to: length * DAY_MS };
      const view = keepNear({ from: days * DAY_MS, msPerPx: DAY_MS }, extent, 800);
      expect(view.from).toBeLessThan(extent.to);
      expect(view.from + 800 * view.msPerPx).toBeGreaterThan(extent.from);
    }),
  );
});

test('what is in view is not moved, what is not comes to the middle', () => {
  const view = { from: 0, msPerPx: DAY_MS };
  expect(reveal(view, 100, 10 * DAY_MS, 11 * DAY_MS)).toBe(view);
  expect(reveal(view, 100, 500 * DAY_MS, 500 * DAY_MS).from).toBe(450 * DAY_MS);
});

test('a mark and its words are hit, and the empty ground beside them is not', () => {
  const lanes = layRows(layLanes(inTime([full('a', '2020-03-15')]), [ship]), DAY_MS);
  const view = { from: Date.UTC(2020, 0, 1), msPerPx: DAY_MS };
  expect(hitAt(lanes, view, 75, 17)).toMatchObject({ kind: 'item', item: { id: 'a' } });
  expect(hitAt(lanes, view, 20, 17)).toBeNull();
  expect(hitAt(lanes, view, 75, 500)).toBeNull();
});

test('the table as CSV keeps words as words: no formula, no broken row', () => {
  const csv = new TextDecoder().decode(
    timelineCsv([full('a', '2020-03~', '=HYPERLINK("x"), 환적')], () => '@ship', false),
  );
  const [, row] = csv.split('\r\n');
  expect(row).toBe(`2020-03~,2020-03~,c. March 2020,"'=HYPERLINK(""x""), 환적",event,'@ship,,nothing cited,0`);
});

test('the cursor says the time as exactly as the scale can tell it', () => {
  const at = Date.UTC(2017, 10, 28, 18, 17);
  expect(cursorWords(at, YEAR_MS / 10, false)).toBe('2017');
  expect(cursorWords(at, 5 * DAY_MS, false)).toBe('November 2017');
  expect(cursorWords(at, DAY_MS, true)).toBe('28 November 2017');
  expect(cursorWords(at, 60_000, true)).toBe(
    '28 November 2017, 18:17 UTC · 02:47 the next day in Pyongyang (UTC+8:30)',
  );
});
