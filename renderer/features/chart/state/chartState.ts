/** What a person made of the chart of a case, and the steps that change it. Pure; a saved view is the same with a name. */
import type { ChartViewContent } from '../../../../shared/contract/chart.ts';
import {
  type ChartGroup,
  type Point,
  type Positions,
  type SceneNote,
  withGroup,
} from '../../../../shared/domain/chart/index.ts';
import { canonicalJson } from '../../../../shared/kernel/canonicalJson.ts';
import { type ChartViewId, EntityId } from '../../../../shared/kernel/ids.ts';
import { isLayoutName, type LayoutName } from '../layout/layouts.ts';

export interface ChartState {
  layout: LayoutName;
  positions: Readonly<Record<string, Point>>;
  hiddenIds: readonly string[];
  groups: readonly ChartGroup[];
  notes: readonly SceneNote[];
  asAt: string | null;
  pinnedIds: readonly string[];
  camera: (Point & { zoom: number }) | null;
  /** Shown beside the case: what was brought from elsewhere in the vault. */
  broughtIds: readonly EntityId[];
  /** The saved view that is open. */
  view: { id: ChartViewId; name: string } | null;
}

export const blankChart: ChartState = {
  layout: 'force',
  positions: {},
  hiddenIds: [],
  groups: [],
  notes: [],
  asAt: null,
  pinnedIds: [],
  camera: null,
  broughtIds: [],
  view: null,
};

export function hide(state: ChartState, ids: readonly string[]): ChartState {
  return { ...state, hiddenIds: [...new Set([...state.hiddenIds, ...ids])] };
}

export function showAgain(state: ChartState, ids: readonly string[]): ChartState {
  const shown = new Set(ids);
  return { ...state, hiddenIds: state.hiddenIds.filter(id => !shown.has(id)) };
}

/** Hidden ones are shown again, others join from the vault. */
export function bring(state: ChartState, ids: readonly string[], known: ReadonlySet<string>): ChartState {
  const beyond = ids.filter(id => !known.has(id)).map(id => EntityId.parse(id));
  const broughtIds = [...new Set([...state.broughtIds, ...beyond])];
  return { ...showAgain(state, ids), broughtIds };
}

/** Whoever is in a folded box goes with it, and is beside it when it is opened. */
export function moveTo(state: ChartState, moved: Positions): ChartState {
  if (moved.size === 0) return state;
  const notes = state.notes.map(note => ({ ...note, ...moved.get(note.id) }));
  const noteIds = new Set(notes.map(note => note.id));
  const positions = { ...state.positions };
  for (const { id, memberIds, collapsed } of state.groups) {
    const [from, to] = [state.positions[id], moved.get(id)];
    if (!collapsed || !from || !to) continue;
    for (const member of memberIds) {
      const place = positions[member];
      if (place) positions[member] = { x: place.x + to.x - from.x, y: place.y + to.y - from.y };
    }
  }
  for (const [id, point] of moved) if (!noteIds.has(id)) positions[id] = point;
  return { ...state, notes, positions };
}

export function setPinned(state: ChartState, ids: readonly string[], pinned: boolean): ChartState {
  const rest = state.pinnedIds.filter(id => !ids.includes(id));
  return { ...state, pinnedIds: pinned ? [...rest, ...ids] : rest };
}

export function gatherInto(state: ChartState, group: ChartGroup): ChartState {
  return { ...state, groups: withGroup(state.groups, group) };
}

export function changeGroup(state: ChartState, id: string, change: Partial<Omit<ChartGroup, 'id'>>): ChartState {
  return { ...state, groups: state.groups.map(group => (group.id === id ? { ...group, ...change } : group)) };
}

export function dissolve(state: ChartState, id: string): ChartState {
  return { ...state, groups: state.groups.filter(group => group.id !== id) };
}

export function putNote(state: ChartState, note: SceneNote): ChartState {
  const there = state.notes.some(one => one.id === note.id);
  return {
    ...state,
    notes: there ? state.notes.map(one => (one.id === note.id ? note : one)) : [...state.notes, note],
  };
}

export function removeNote(state: ChartState, id: string): ChartState {
  return { ...state, notes: state.notes.filter(note => note.id !== id) };
}

/** For saving. Only places of what is or was shown are in it; ids of entities tell what was brought. */
export function contentOf(state: ChartState): ChartViewContent {
  const { layout, positions, hiddenIds, groups, notes, asAt, pinnedIds, camera } = state;
  return {
    layout,
    positions: { ...positions },
    hiddenIds: [...hiddenIds],
    groups: groups.map(group => ({ ...group, memberIds: [...group.memberIds] })),
    notes: [...notes],
    asAt,
    pinnedIds: [...pinnedIds],
    camera,
  };
}

/** What stands in the view and is not of the case was brought; what the vault no longer holds is passed over. */
export function stateOfView(
  view: { id: ChartViewId; name: string; content: ChartViewContent },
  ofCase: ReadonlySet<string>,
): ChartState {
  const { content } = view;
  const groupIds = new Set(content.groups.map(group => group.id));
  const broughtIds = Object.keys(content.positions)
    .filter(id => !ofCase.has(id) && !groupIds.has(id) && EntityId.safeParse(id).success)
    .map(id => EntityId.parse(id));
  return {
    ...content,
    layout: isLayoutName(content.layout) ? content.layout : 'force',
    broughtIds,
    view: { id: view.id, name: view.name },
  };
}

/** Whether the view would be saved otherwise than it stands; where one looked at it does not count. */
export function differs(state: ChartState, saved: ChartViewContent): boolean {
  const plain = (content: ChartViewContent) => canonicalJson({ ...content, camera: null });
  return plain(contentOf(state)) !== plain(saved);
}
