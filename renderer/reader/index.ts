/** The reading pane and what it speaks. */
export { ReadingPane } from './ReadingPane.tsx';
export type { Certainty } from './frameMessages.ts';
export { type TextSpan, landMark, landTarget, pageTextOfRuns } from './landing.ts';
export { findPage, pagePosition } from './pageNumbers.ts';
export type {
  AnchorRect,
  ReadingMark,
  ReadingPaneProps,
  ReadingSource,
  ReadingTarget,
  SelectionKey,
} from './readingTypes.ts';
export { viewKind, type ViewKind } from './viewKind.ts';
