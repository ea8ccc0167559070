/** What the pane knows of the document in its frame; moved on by what the frame tells. */
import type { FrameNews } from './frameHost.ts';
import type { SidebarShown } from './frameMessages.ts';

export interface ReaderState {
  phase: 'opening' | 'open' | 'password' | 'failed';
  /** A first page is on the screen. */
  shown: boolean;
  pageCount: number;
  hasOutline: boolean;
  pageIndex: number;
  scalePercent: number;
  fit: 'width' | 'page' | null;
  sidebar: SidebarShown;
  found: { current: number; total: number; searching: boolean } | null;
  failure: string | null;
  passwordWrong: boolean;
  /** The selection went on beyond what a passage can hold; only its beginning counts. */
  clipped: boolean;
}

export const openingState: ReaderState = {
  phase: 'opening',
  shown: false,
  pageCount: 0,
  hasOutline: false,
  pageIndex: 0,
  scalePercent: 100,
  fit: null,
  sidebar: 'none',
  found: null,
  failure: null,
  passwordWrong: false,
  clipped: false,
};

export type ReaderChange =
  | FrameNews
  | { type: 'begin' }
  | { type: 'find-ended' }
  | { type: 'password-given' }
  | { type: 'clipped-seen' };

export function changeReader(state: ReaderState, change: ReaderChange): ReaderState {
  switch (change.type) {
    case 'begin':
      return openingState;
    case 'opened':
      // An outline that comes late does not mend what failed meanwhile.
      if (state.phase === 'failed') return state;
      return { ...state, phase: 'open', pageCount: change.pageCount, hasOutline: change.hasOutline };
    case 'shown':
      return state.shown ? state : { ...state, shown: true };
    case 'state':
      return { ...state, pageIndex: change.pageIndex, scalePercent: change.scalePercent, fit: change.fit };
    case 'sidebar':
      return { ...state, sidebar: change.show };
    case 'found':
      return { ...state, found: { current: change.current, total: change.total, searching: change.searching } };
    case 'find-ended':
      return { ...state, found: null };
    case 'password-needed':
      return { ...state, phase: 'password', passwordWrong: change.wrong };
    case 'password-given':
      return { ...state, phase: 'opening' };
    case 'failed':
      return { ...state, phase: 'failed', failure: change.sentence };
    case 'selected':
      return { ...state, clipped: change.clipped };
    case 'unselected':
    case 'clipped-seen':
      return state.clipped ? { ...state, clipped: false } : state;
    default:
      return state;
  }
}
