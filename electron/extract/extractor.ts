/** What an extractor for one kind of document is given, and what it gives back. It uses web APIs only, no Node. */
import type { DetectedType, ExtractedPage, ExtractionSummary, OutlineEntry } from '../../shared/domain/extraction.ts';
import type { ByteReader } from './byteReader.ts';
import type { ExtractLimits } from './limits.ts';

/** What the runtime around the extractors supplies. */
export interface ExtractorAssets {
  pdfiumWasm(): Promise<Uint8Array>;
  /** Resident memory of this process, where it can be told. */
  residentBytes?(): number;
}

export type NewPage = Omit<ExtractedPage, 'index' | 'label' | 'confidence' | 'method'> &
  Partial<Pick<ExtractedPage, 'label' | 'confidence' | 'method'>>;

export interface NewPart {
  name: string;
  mediaType: string;
  disposition: 'attachment' | 'inline' | 'member';
  bytes: Uint8Array;
}

export interface ExtractContext {
  source: ByteReader;
  fileName: string;
  detected: DetectedType;
  password?: string;
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
}

export type Extractor = (context: ExtractContext) => Promise<ExtractorResult>;
