/** What an extractor for one kind of document is given, and what it gives back. It uses web APIs only, no Node. */
import type { DetectedType, ExtractedPage, ExtractionSummary, OutlineEntry } from '../../shared/domain/extraction.ts';
import type { ByteReader } from './byteReader.ts';
import type { ExtractLimits } from './limits.ts';
import type { ShippedFile } from './shippedFiles.ts';

/** What the runtime around the extractors supplies. */
export interface ExtractorAssets {
  /** A file that ships beside the worker (`ocr/eng.traineddata.gz`, `libarchive.wasm`); from source, out of its package. */
  shipped(name: ShippedFile): Promise<Uint8Array>;
  /** Resident memory of this process, where it can be told. */
  residentBytes?(): number;
}

export type NewPage = Omit<
  ExtractedPage,
  'index' | 'label' | 'confidence' | 'method' | 'sheet' | 'words' | 'languages'
> &
  Partial<Pick<ExtractedPage, 'label' | 'confidence' | 'method' | 'sheet' | 'words'>>;

export interface NewPart {
  name: string;
  mediaType: string;
  disposition: 'attachment' | 'inline' | 'member';
  modifiedAt?: string | null;
  /** A stream where the part may be large: its pieces cross one by one. */
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

export interface ExtractContext {
  source: ByteReader;
  fileName: string;
  detected: DetectedType;
  password?: string;
  /** Chosen by a person for a text that says none, or the wrong one. */
  encoding?: string;
  /** How many containers this document lies in. */
  depth: number;
  limits: ExtractLimits;
  assets: ExtractorAssets;
  /** Pages in order; waits while the host is behind. */
  addPage(page: NewPage): Promise<void>;
  addPart(part: NewPart): Promise<void>;
  /** One plain sentence on what could not be read as it should be. */
  warn(sentence: string): void;
}

export interface ExtractorResult {
  engine: string;
  engineVersion: string;
  title?: string | null;
  outline?: OutlineEntry[];
  metadata?: Record<string, string | undefined>;
  /** Said by the document itself; otherwise proposed from the text. */
  languages?: string[];
  structure?: ExtractionSummary['structure'];
  places?: ExtractionSummary['places'];
  remarks?: ExtractionSummary['remarks'];
  pictureHash?: ExtractionSummary['pictureHash'];
}

export type Extractor = (context: ExtractContext) => Promise<ExtractorResult>;
