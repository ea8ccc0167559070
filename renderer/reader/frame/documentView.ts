/** What each of the views (PDF, picture, sheet, text) does, and what a page of it looks like from outside. */
import type { Certainty, FindStep, FrameMark, FrameTarget, PageName, SidebarShown, ZoomTo } from '../frameMessages.ts';
import type { PageRect } from '../../../shared/domain/exhibit.ts';
import type { TextSpan } from '../landing.ts';
import type { QuarterTurn } from '../pageRotation.ts';
import type { SelectionWatch } from './selectionWatch.ts';

/** A page that is drawn at the moment. */
export interface ShownPage {
  pageIndex: number;
  element: HTMLElement;
  /** The element that holds the page's words; null where it has none. */
  words: Element | null;
  /** The box that fractions are fractions of, and how far it is turned; null where the page has no paper (text). */
  paper: { element: Element; turn: QuarterTurn } | null;
  /** Where words stand by recognition, as fractions of the unrotated page; without it by where their letters lie. */
  places?: (span: TextSpan) => PageRect[];
}

export interface DocumentView {
  goToPage(pageIndex: number): void;
  zoom(to: ZoomTo): void;
  rotate(): void;
  showSidebar(show: SidebarShown): void;
  find(words: string, step: FindStep): void;
  endFind(): void;
  showMarks(marks: readonly FrameMark[]): void;
  /** Scrolls there and lights the words, until the next target. Answers how surely they were found. */
  reach(target: FrameTarget): Promise<Certainty | null>;
  setNames(names: readonly PageName[]): void;
  pageOf(node: Node): ShownPage | null;
  focus(): void;
  /** Shows the text of the page beside it. */
  showBeside?(shown: boolean): void;
  /** Shows recognised words as selected, though the selection is in the text beside. */
  pointAt?(pageIndex: number, span: TextSpan | null): void;
  /** Of a view that selects cells itself, and not by the document's own selection. */
  readonly selection?: SelectionWatch;
}
