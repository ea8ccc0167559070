/** What the window and the reader's frame say to each other, over one MessagePort; no parsing, so that the frame stays small. */
import type { PageRect } from '../../shared/domain/exhibit.ts';
import type { PassageQuote } from '../../shared/domain/passage.ts';
import type { Page, Rendition } from '../../shared/domain/rendition.ts';
import type { FromFrame } from './frameProtocol.ts';
import type { ViewKind } from './viewKind.ts';

export type { FromFrame };

/** The frame's address: another origin than the window's, with a policy of its own. */
export const READER_FRAME_URL = 'app://reader/index.html';
/** The one message that hands the port over. */
export const READER_PORT_MESSAGE = 'probatum:reader-port';

/** The most that the frame may ask for at once: the contract's own limits. */
export const MAX_READ_BYTES = 4 * 1024 * 1024;
export const MAX_PAGES_ASKED = 200;
export const MAX_PIXELS_ASKED = 50_000_000;

/** A page that Chromium cannot draw from the document's bytes, as a PNG made of it elsewhere. */
export interface DrawnPage {
  png: Uint8Array;
  width: number;
  height: number;
  pageCount: number;
}

export interface PageName {
  /** `xii` */
  short: string;
  /** `p. xii (PDF 14)` */
  full: string;
}

/** A passage as the frame draws it, with its words and signs settled by the window. */
export interface FrameMark {
  passageId: string;
  pageIndex: number;
  quote: PassageQuote;
  /** Offsets in our text of the page, where they are known to hold: tells equal words apart. */
  position: { start: number; end: number } | null;
  rects: PageRect[];
  kind: 'words' | 'region';
  label: string;
  selected: boolean;
  bearing: 'supports' | 'contradicts' | 'context' | 'none';
  sign: string;
  bearingWord: string;
}

export interface FrameOpening {
  view: ViewKind;
  mediaType: string;
  sizeBytes: number;
  /** Of the extracted text; a PDF counts its own pages. */
  pageCount: number;
  /** By page index; a page without one is counted. */
  pageNames: PageName[];
  languages: string[];
  outline: Rendition['outline'];
  password?: string;
  /** The first lines are header fields of a message. */
  isMessage: boolean;
  /** Words of some pages are ours, by recognition, and not the file's. */
  isRecognised: boolean;
  title: string;
}

export type FrameTarget =
  | { kind: 'page'; pageIndex: number }
  | { kind: 'quote'; pageIndex: number; quote: PassageQuote; position?: FrameMark['position']; rects: PageRect[] };

/** `exact`, `likely` and `part` are anchoring's own; `place`: the words were not found, their stored rectangles were drawn. */
export type Certainty = 'exact' | 'likely' | 'part' | 'place';

export type ZoomTo = 'in' | 'out' | 'fit-width' | 'fit-page' | number;
export type SidebarShown = 'none' | 'pages' | 'outline';
export type FindStep = 'start' | 'next' | 'previous';

/** What the toolbar asks of the document shown. */
export type FrameCommand =
  | { do: 'page'; pageIndex: number }
  | { do: 'zoom'; to: ZoomTo }
  | { do: 'rotate' }
  | { do: 'sidebar'; show: SidebarShown }
  | { do: 'find'; words: string; step: FindStep }
  | { do: 'find-end' }
  | { do: 'clear-selection' }
  | { do: 'beside'; shown: boolean }
  | { do: 'focus' };

export type ToFrame =
  | { type: 'open'; opening: FrameOpening }
  | { type: 'page-names'; names: PageName[] }
  | { type: 'bytes'; id: number; bytes: Uint8Array }
  | { type: 'pages'; id: number; pages: Page[] }
  | { type: 'drawn'; id: number; page: DrawnPage }
  | { type: 'refused'; id: number; sentence: string }
  | { type: 'marks'; marks: FrameMark[] }
  | { type: 'target'; id: number; target: FrameTarget }
  | { type: 'theme'; theme: 'light' | 'dark'; dim: boolean }
  | { type: 'password'; password: string }
  | { type: 'command'; command: FrameCommand };

const MAX_SENTENCE = 600;

/** Clips what the frame puts into words to what the window accepts. */
export function clipSentence(sentence: string): string {
  return sentence.length <= MAX_SENTENCE ? sentence : `${sentence.slice(0, MAX_SENTENCE - 1)}…`;
}
