/**
 * How much a document may cost before its extraction is given up, and the failure each limit raises.
 * A document that meets a limit stays admitted as bytes; the reason is shown and the extraction can be retried.
 */
import { z } from 'zod';
import { ExtractionFailure } from './extractionFailure.ts';

const MIB = 1024 * 1024;
const count = z.number().int().positive();

export const ExtractLimits = z.object({
  /**
   * Above this the bytes are kept but not parsed: parsers need a multiple of it as memory. Formats that are read as a
   * stream or piece by piece (`streams` in `extractors.ts`) have no such bound.
   */
  maxParseBytes: count,
  /** A document that gives no sign of progress for so long is stuck. A slow page of a scan takes 1–2 s. */
  noProgressMs: count,
  /** From the request to the first sign of life: a process may have to be started first, on a busy machine. */
  firstProgressMs: count,
  totalMs: count,
  /** Resident memory of the extractor process while it parses. */
  maxMemoryBytes: count,
  maxPages: count,
  maxPageTextChars: count,
  maxPixels: count,
  /** A page is recognised at 300 dpi, or at fewer where it is larger than this. */
  maxOcrPixels: count,
  /** Messages inside messages. The caller counts, and passes `depth`. */
  maxNestingDepth: count,
  maxParts: count,
  /** A part above this is not taken out. Parts cross as a stream, so memory does not follow it. */
  maxPartBytes: count,
  /** A ZIP member that inflates more than this is a bomb: XML of real documents stays below 100:1. */
  maxExpansionRatio: count,
  maxExpandedBytes: count,
});
export type ExtractLimits = z.infer<typeof ExtractLimits>;

export const DEFAULT_LIMITS: ExtractLimits = {
  maxParseBytes: 256 * MIB,
  noProgressMs: 30_000,
  firstProgressMs: 50_000,
  totalMs: 15 * 60_000,
  maxMemoryBytes: 1536 * MIB,
  maxPages: 20_000,
  maxPageTextChars: 5_000_000,
  maxPixels: 500_000_000,
  maxOcrPixels: 40_000_000,
  maxNestingDepth: 10,
  maxParts: 100_000,
  maxPartBytes: 2048 * MIB,
  maxExpansionRatio: 200,
  maxExpandedBytes: 4096 * MIB,
};

/** For a second try that a person asks for, after a document met a limit. Bombs meet these as well. */
export const patientLimits: Partial<ExtractLimits> = {
  maxParseBytes: 1024 * MIB,
  noProgressMs: 5 * 60_000,
  firstProgressMs: 5 * 60_000,
  totalMs: 2 * 60 * 60_000,
  maxMemoryBytes: 4096 * MIB,
  maxPages: 200_000,
  maxExpansionRatio: 1000,
  maxExpandedBytes: 32 * 1024 * MIB,
};

/** What crosses in one message, and how many may be on the way, so that neither side's memory follows the file's size. */
export const CHUNK_BYTES = MIB;
export const MAX_PULLS_IN_FLIGHT = 4;
export const MAX_BATCH_PAGES = 64;
export const MAX_BATCH_CHARS = MIB;
export const MAX_BATCHES_IN_FLIGHT = 2;
/** A page drawn as PNG crosses in one message. */
export const MAX_PICTURE_BYTES = 64 * MIB;
/** So do the places of its characters. */
export const MAX_GLYPHS = 10_000_000;

export function checkParseSize(sizeBytes: number, limits: ExtractLimits): void {
  if (sizeBytes <= limits.maxParseBytes) return;
  throw new ExtractionFailure(
    'too-large',
    `The document has ${inMebibytes(sizeBytes)}; text is read from documents of up to ${inMebibytes(limits.maxParseBytes)}.`,
  );
}

export function checkPageCount(pages: number, limits: ExtractLimits): void {
  if (pages <= limits.maxPages) return;
  throw new ExtractionFailure('too-many-pages', `The document has ${pages} pages; up to ${limits.maxPages} are read.`);
}

export function checkPageText(chars: number, pageIndex: number, limits: ExtractLimits): void {
  if (chars <= limits.maxPageTextChars) return;
  throw new ExtractionFailure(
    'too-large',
    `Page ${pageIndex + 1} holds ${chars} characters; up to ${limits.maxPageTextChars} are read.`,
  );
}

/** `packed` and `expanded` are sizes of one member, `total` is what all members came to so far. */
export function checkExpansion(packed: number, expanded: number, total: number, limits: ExtractLimits): void {
  // Small members compress extremely well without being a threat; below 1 MiB the ratio says nothing.
  if (expanded > MIB && expanded > packed * limits.maxExpansionRatio) {
    throw new ExtractionFailure(
      'too-large',
      `A part of this document unpacks to more than ${limits.maxExpansionRatio} times its size, as archive bombs do; it was not opened.`,
    );
  }
  if (total > limits.maxExpandedBytes) {
    throw new ExtractionFailure(
      'too-large',
      `This document unpacks to more than ${inMebibytes(limits.maxExpandedBytes)}; it was not opened.`,
    );
  }
}

function inMebibytes(bytes: number): string {
  return `${Math.ceil(bytes / MIB)} MiB`;
}
