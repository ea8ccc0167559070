/** What the reading pane is given and what it tells: the exhibit, where its bytes and pages come from, marks and target. */
import type { Bearing } from '../../shared/domain/citation.ts';
import type { Exhibit, PageRect } from '../../shared/domain/exhibit.ts';
import type { Passage, PassageQuote, Selection } from '../../shared/domain/passage.ts';
import type { Page, Rendition } from '../../shared/domain/rendition.ts';
import type { Certainty, DrawnPage } from './frameMessages.ts';

/** Where the pane gets the exhibit from; it never asks for the whole at once. */
export interface ReadingSource {
  /** At most 4 MiB a call. */
  readBytes(offset: number, length: number): Promise<Uint8Array>;
  sizeBytes: number;
  /** At most 200 pages a call. */
  pages(from: number, count: number): Promise<Page[]>;
  pageLabels(): Promise<(string | null)[]>;
  /** A page as a PNG, upright and no larger than that: for what Chromium cannot draw from the bytes. */
  draw(pageIndex: number, maxPixels: number): Promise<DrawnPage>;
  mediaType: string;
  /** It is shown as sheets. */
  holdsCells?: boolean;
  password?: string;
  outline: Rendition['outline'];
  /** Some of its pages were recognised: what the file itself has of words is not all that there is. */
  isRecognised?: boolean;
}

/** A passage as the pane draws it: words lit in the page, and a small tab in the margin. */
export interface ReadingMark {
  passageId: Passage['id'];
  pageIndex: number;
  quote: PassageQuote;
  position?: Passage['position'];
  /** Used where the words are not found in the page, and for regions. */
  rects: PageRect[];
  kind: Passage['kind'];
  label: string;
  bearing?: Bearing;
  selected?: boolean;
}

export type ReadingTarget =
  | { kind: 'page'; pageIndex: number }
  | { kind: 'quote'; pageIndex: number; quote: PassageQuote }
  | { kind: 'passage'; passageId: Passage['id'] };

/** A rectangle in the window's own CSS pixels, for placing a pop-over. */
export interface AnchorRect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type SelectionKey = 'C' | 'E' | 'M';

export interface ReadingPaneProps {
  exhibit: Exhibit;
  source: ReadingSource;
  marks: ReadingMark[];
  target: ReadingTarget | null;
  /** What was selected has become a passage: its mark shows it now, and the selection is let go. */
  selectionTaken?: boolean;
  /** `found` is false where the words, or all but one of them, are not in the page's text; the page is shown all the same. */
  onTargetReached?: (reached: { found: boolean; certainty: Certainty | null }) => void;
  onSelection?: (selection: Selection | null, anchor: AnchorRect | null) => void;
  onPageChange?: (pageIndex: number) => void;
  onMarkPressed?: (passageId: Passage['id']) => void;
  onSelectionKey?: (key: SelectionKey) => void;
}
