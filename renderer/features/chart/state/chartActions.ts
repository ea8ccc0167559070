/** What can be done with what is chosen, each a step that can be taken back. The menu, the keys and the inspector share them. */
import type { Point } from '../../../../shared/domain/chart/index.ts';
import { pushApart } from '../../../../shared/domain/chart/layout/apart.ts';
import { ROOM } from '../../../../shared/domain/chart/layout/positions.ts';
import { countOf } from '../../../ui/index.ts';
import type { CanvasHandle } from '../canvas/canvasHandle.ts';
import {
  bring,
  type ChartState,
  changeGroup,
  dissolve,
  gatherInto,
  hide,
  putNote,
  removeNote,
  setPinned,
  showAgain,
} from './chartState.ts';
import type { Chart } from './useChart.ts';
import type { Picks } from './usePicks.ts';

export interface ChartActions {
  hide(ids: readonly string[]): void;
  showHidden(): void;
  /** Only these and whoever is tied to them stay. */
  showAround(ids: readonly string[]): void;
  bring(ids: readonly string[]): void;
  pin(ids: readonly string[], pinned: boolean): void;
  group(ids: readonly string[]): void;
  fold(id: string, collapsed: boolean): void;
  rename(id: string, label: string): void;
  ungroup(id: string): void;
  addNote(): void;
  changeNote(id: string, text: string): void;
  widenNote(id: string, width: number): void;
  removeNote(id: string): void;
}

/** What a note says until somebody writes it. */
export const NEW_NOTE = 'Note';
/** Wide enough for a sentence in three lines. */
const NOTE_WIDTH = 200;

export function chartActions(chart: Chart, picks: Picks, canvas: () => CanvasHandle | null): ChartActions {
  const { take, state, shown } = chart;
  const named = (ids: readonly string[]) =>
    ids.length === 1
      ? (chart.nodes.get(ids[0] ?? '')?.caption ?? '1 entity')
      : countOf(ids.length, 'entity', 'entities');
  const changeNote = (id: string, change: { text: string } | { width: number }) => {
    const note = state.notes.find(one => one.id === id);
    if (note) take('the change of a note', now => putNote(now, { ...note, ...change }));
  };
  return {
    hide: ids => {
      if (ids.length === 0) return;
      take(`hiding ${named(ids)}`, now => hide(now, ids));
      picks.press(null);
    },
    showHidden: () => take('showing what was hidden', now => showAgain(now, now.hiddenIds)),
    showAround: ids => {
      const near = new Set(ids);
      for (const { sourceId, targetId } of shown.edges) {
        if (ids.includes(sourceId)) near.add(targetId);
        if (ids.includes(targetId)) near.add(sourceId);
      }
      const others = shown.nodes.map(node => node.id).filter(id => !near.has(id));
      take(`hiding all but ${named(ids)} and neighbours`, now => hide(now, others));
    },
    bring: ids => {
      take(`bringing ${named(ids)}`, now => bring(now, ids, chart.ofCase));
      picks.chooseNodes(ids);
    },
    pin: (ids, pinned) => take(`${pinned ? 'pinning' : 'unpinning'} ${named(ids)}`, now => setPinned(now, ids, pinned)),
    group: ids => {
      if (ids.length < 2) return;
      const id = `box-${crypto.randomUUID()}`;
      const label = `Group ${state.groups.length + 1}`;
      take(`grouping ${named(ids)}`, now =>
        gatherInto(
          {
            ...now,
            positions: drawnTogether(
              now,
              ids,
              shown.nodes.map(node => node.id),
            ),
          },
          { id, label, memberIds: [...ids], collapsed: false },
        ),
      );
      picks.press({ kind: 'box', id });
    },
    fold: (id, collapsed) =>
      take(collapsed ? 'folding a group' : 'opening a group', now => {
        const members = now.groups.find(group => group.id === id)?.memberIds ?? [];
        const places = members.flatMap(member => now.positions[member] ?? []);
        // The folded box stands in the middle of those that it stands for.
        const middle = { x: mean(places.map(one => one.x)), y: mean(places.map(one => one.y)) };
        const positions = collapsed ? { ...now.positions, [id]: middle } : now.positions;
        return changeGroup({ ...now, positions }, id, { collapsed });
      }),
    rename: (id, label) => take('the name of a group', now => changeGroup(now, id, { label })),
    ungroup: id => take('dissolving a group', now => dissolve(now, id)),
    addNote: () => {
      const id = `note-${crypto.randomUUID()}`;
      const spot = freeSpot(canvas()?.middle() ?? { x: 0, y: 0 }, state, chart.scene.ties);
      const note = { id, text: NEW_NOTE, ...spot, width: NOTE_WIDTH };
      take('adding a note', now => putNote(now, note));
      picks.press({ kind: 'note', id });
    },
    changeNote: (id, text) => changeNote(id, { text }),
    widenNote: (id, width) => changeNote(id, { width }),
    removeNote: id => take('removing a note', now => removeNote(now, id)),
  };
}

/** Those of a box close together where they stood on average, and others out of their way: a box must hold nobody else. */
function drawnTogether(state: ChartState, ids: readonly string[], shown: readonly string[]): ChartState['positions'] {
  const places = ids.flatMap(id => state.positions[id] ?? []);
  const columns = Math.ceil(Math.sqrt(ids.length));
  const left = mean(places.map(one => one.x)) - ((columns - 1) * ROOM.width) / 2;
  const top = mean(places.map(one => one.y)) - ((Math.ceil(ids.length / columns) - 1) * ROOM.height) / 2;
  const points = new Map(shown.flatMap(id => (state.positions[id] ? [[id, { ...state.positions[id] }] as const] : [])));
  ids.forEach((id, index) => {
    const place = { x: left + (index % columns) * ROOM.width, y: top + Math.floor(index / columns) * ROOM.height };
    points.set(id, place);
  });
  pushApart(points, new Set([...ids, ...state.pinnedIds]), 80, { width: ROOM.width * 1.15, height: ROOM.height * 1.2 });
  const rounded = [...points].map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }] as const);
  return { ...state.positions, ...Object.fromEntries(rounded) };
}

/** As near to the middle as nothing is covered, or at least no entity; where all is full, the middle itself. */
function freeSpot(
  middle: Point,
  { positions, notes }: Pick<ChartState, 'positions' | 'notes'>,
  ties: readonly { sourceId: string; targetId: string }[],
): Point {
  const taken = [...Object.values(positions), ...notes];
  const lines = ties.length > MOST_LINES ? [] : ties.flatMap(tie => pointsOn(positions, tie));
  const isClear = (spot: Point, points: readonly Point[], width: number) =>
    points.every(one => Math.abs(one.x - spot.x) > width || Math.abs(one.y - spot.y) > ROOM.height);
  const spots = Array.from({ length: 400 }, (_, turn) => {
    const reach = 24 * Math.sqrt(turn);
    const angle = turn * 2.399963;
    return {
      x: Math.round(middle.x + Math.cos(angle) * reach),
      y: Math.round(middle.y + Math.sin(angle) * reach),
    };
  }).filter(spot => isClear(spot, taken, (NOTE_WIDTH + ROOM.width) / 2));
  return (
    spots.find(spot => isClear(spot, lines, NOTE_WIDTH / 2 + 10)) ??
    spots[0] ?? { x: Math.round(middle.x), y: Math.round(middle.y) }
  );
}

/** Of more lines than these some are always in the way. */
const MOST_LINES = 300;

function pointsOn(positions: ChartState['positions'], tie: { sourceId: string; targetId: string }): Point[] {
  const [source, target] = [positions[tie.sourceId], positions[tie.targetId]];
  if (!source || !target) return [];
  return [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map(share => ({
    x: source.x + (target.x - source.x) * share,
    y: source.y + (target.y - source.y) * share,
  }));
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : Math.round(numbers.reduce((sum, one) => sum + one, 0) / numbers.length);
}
