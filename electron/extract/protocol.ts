/**
 * What goes over the wire between the core (host) and an extractor process. The extractor pulls the bytes it needs in
 * chunks, and hands pages and parts back in batches that the host acknowledges, so that memory stays flat on both sides.
 * Messages from the extractor are untrusted: the host parses each with `FromExtractor`.
 */
import { z } from 'zod';
import {
  DetectedType,
  ExtractedPage,
  ExtractedPartHeader,
  ExtractionProblem,
  ExtractionSummary,
} from '../../shared/domain/extraction.ts';
import { CHUNK_BYTES, ExtractLimits, MAX_BATCH_PAGES } from './limits.ts';

const job = z.number().int().min(0);
const chunk = z.custom<Uint8Array>(
  value => value instanceof Uint8Array && value.byteLength <= CHUNK_BYTES,
  'not a chunk of bytes',
);

export const FromExtractor = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({
    type: z.literal('pull'),
    job,
    id: z.number().int().min(0),
    offset: z.number().int().min(0),
    length: z.number().int().min(1).max(CHUNK_BYTES),
  }),
  z.object({ type: z.literal('detected'), job, detected: DetectedType }),
  z.object({ type: z.literal('pages'), job, pages: z.array(ExtractedPage).min(1).max(MAX_BATCH_PAGES) }),
  z.object({ type: z.literal('part'), job, header: ExtractedPartHeader }),
  z.object({ type: z.literal('part-bytes'), job, bytes: chunk }),
  z.object({ type: z.literal('done'), job, summary: ExtractionSummary, residentBytes: z.number().min(0).optional() }),
  z.object({ type: z.literal('failed'), job, problem: ExtractionProblem, residentBytes: z.number().min(0).optional() }),
]);
export type FromExtractor = z.infer<typeof FromExtractor>;

export const ToExtractor = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('open'),
    job,
    fileName: z.string(),
    sizeBytes: z.number().int().min(0),
    depth: z.number().int().min(0),
    password: z.string().optional(),
    limits: ExtractLimits,
  }),
  z.object({ type: z.literal('bytes'), job, id: z.number().int().min(0), bytes: chunk }),
  /** One for each `pages`, `part` and `part-bytes`. */
  z.object({ type: z.literal('ack'), job }),
]);
export type ToExtractor = z.infer<typeof ToExtractor>;
