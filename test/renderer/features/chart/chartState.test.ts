/** What a person makes of a chart: steps, saved views, and where the arrow keys go. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextInDirection } from '../../../../renderer/features/chart/canvas/nextInDirection.ts';
import {
  blankChart,
  bring,
  type ChartState,
  contentOf,
  differs,
  hide,
  moveTo,
  putNote,
  showAgain,
  stateOfView,
} from '../../../../renderer/features/chart/state/chartState.ts';
import { ChartViewContent } from '../../../../shared/contract/chart.ts';
import { ChartViewId, EntityId } from '../../../../shared/kernel/ids.ts';

const entity = (number: number) => EntityId.parse(`ent-01900000-0000-7000-8000-${String(number).padStart(12, '0')}`);
const viewId = ChartViewId.parse('viw-01900000-0000-7000-8000-000000000000');
const [a, b, c] = [entity(1), entity(2), entity(3)];

test('hiding and showing again gives back what was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.uniqueArray(fc.string()), (before, more) => {
      const added = more.filter(id => !before.includes(id));
      const state: ChartState = { ...blankChart, hiddenIds: before };
      expect(showAgain(hide(state, added), added)).toEqual(state);
    }),
  );
});

test('what is brought is shown again if it was hidden, and joins if it is not of the case', () => {
  const state = bring({ ...blankChart, hiddenIds: [a] }, [a, b], new Set([a]));
  expect([state.hiddenIds, state.broughtIds]).toEqual([[], [b]]);
});

test('who is in a folded box goes with it', () => {
  const group = { id: 'box', label: 'Fleet', memberIds: [a], collapsed: true };
  const state = {
    ...blankChart,
    groups: [group],
    positions: { box: { x: 0, y: 0 }, [a]: { x: 5, y: 5 }, [b]: { x: 9, y: 9 } },
  };
  const moved = moveTo(state, new Map([['box', { x: 10, y: 20 }]]));
  expect(moved.positions).toEqual({ box: { x: 10, y: 20 }, [a]: { x: 15, y: 25 }, [b]: { x: 9, y: 9 } });
});

test('a note that is moved keeps its place in the note alone', () => {
  const state = putNote(blankChart, { id: 'n', text: 'Ask', x: 0, y: 0, width: 200 });
  const moved = moveTo(state, new Map([['n', { x: 3, y: 4 }]]));
  expect([moved.notes[0]?.x, moved.notes[0]?.y, moved.positions]).toEqual([3, 4, {}]);
});

test('a saved view opens as it was, and is not changed by being opened', () => {
  const state: ChartState = {
    ...blankChart,
    positions: { [a]: { x: 1, y: 2 }, [c]: { x: 3, y: 4 }, 'box-1': { x: 0, y: 0 } },
    groups: [{ id: 'box-1', label: 'Fleet', memberIds: [a], collapsed: true }],
    notes: [{ id: 'n', text: 'Ask', x: 0, y: 0, width: 200 }],
    asAt: '2021-03',
    broughtIds: [c],
  };
  const content = ChartViewContent.parse(contentOf(state));
  const opened = stateOfView({ id: viewId, name: 'Owners', content }, new Set([a, b]));
  expect(opened).toEqual({ ...state, view: { id: viewId, name: 'Owners' } });
  expect(differs(opened, content)).toBe(false);
  expect(differs(hide(opened, [a]), content)).toBe(true);
});

test('an arrow key goes to the nearest in its direction, straight ahead before aside, and nowhere where nobody is', () => {
  const places = new Map([
    ['here', { x: 0, y: 0 }],
    ['ahead', { x: 100, y: 10 }],
    ['aside', { x: 80, y: 90 }],
    ['behind', { x: -50, y: 0 }],
  ]);
  expect(nextInDirection(places, 'here', [1, 0])).toBe('ahead');
  expect(nextInDirection(places, 'here', [-1, 0])).toBe('behind');
  expect(nextInDirection(places, 'behind', [-1, 0])).toBeNull();
  expect(nextInDirection(places, undefined, [1, 0])).toBe('behind');
});
