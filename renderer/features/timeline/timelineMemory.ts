/** What the timeline remembers of a case while one goes to a page and comes back. */
import type { ItemSource } from '../../../shared/domain/timeline/index.ts';
import { CaseMemory } from '../memory/index.ts';
import type { Viewport } from './viewport.ts';

export type LaneChoice = 'busiest' | 'chosen' | 'all';

export interface TimelineState {
  shape: 'drawing' | 'table';
  lanes: LaneChoice;
  hiddenSources: readonly ItemSource[];
  hiddenKinds: readonly string[];
  words: string;
  /** Null: all that is known, fitted. */
  view: Viewport | null;
  selectedId: string | null;
  /** Gaps shorter than this are not told. */
  gapDays: number;
  withPyongyang: boolean;
}

export const timelineMemory = new CaseMemory<TimelineState>({
  shape: 'drawing',
  lanes: 'busiest',
  hiddenSources: [],
  hiddenKinds: [],
  words: '',
  view: null,
  selectedId: null,
  gapDays: 90,
  withPyongyang: false,
});
