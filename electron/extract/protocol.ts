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
import { CHUNK_BYTES, ExtractLimits, MAX_BATCH_PAGES, MAX_GLYPHS, MAX_PICTURE_BYTES } from './limits.ts';

const job = z.number().int().min(0);
const chunk = z.custom<Uint8Array>(
  value => value instanceof Uint8Array && value.byteLength <= CHUNK_BYTES,
  'not a chunk of bytes',
);

/** A page as a PNG, for showing what Chromium cannot draw itself. */
export const DrawnPicture = z.object({
  png: z.custom<Uint8Array>(value => value instanceof Uint8Array && value.byteLength <= MAX_PICTURE_BYTES, 'not a PNG'),
  width: z.number().int().min(1).max(100_000),
  height: z.number().int().min(1).max(100_000),
  pageCount: z.number().int().min(1),
  /** The PDF page's own rotation, clockwise, which the picture has already: places on the page are told before it. */
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).default(0),
  /** Where asked for: four shares of the picture for each unit of the text. */
  glyphs: z
    .object({
      text: z.string().max(MAX_GLYPHS),
      boxes: z.custom<Float32Array>(value => value instanceof Float32Array, 'no boxes'),
    })
    .refine(({ text, boxes }) => boxes.length === text.length * 4, 'not a box for each character')
    .optional(),
});
export type DrawnPicture = z.infer<typeof DrawnPicture>;

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
  z.object({ type: z.literal('part-end'), job }),
  z.object({ type: z.literal('picture'), job, picture: DrawnPicture }),
  z.object({ type: z.literal('done'), job, summary: ExtractionSummary, residentBytes: z.number().min(0).optional() }),
  /** The end of a task that is not reading: the picture or the pages came before it. */
  z.object({ type: z.literal('finished'), job, residentBytes: z.number().min(0).optional() }),
  z.object({ type: z.literal('failed'), job, problem: ExtractionProblem, residentBytes: z.number().min(0).optional() }),
]);
export type FromExtractor = z.infer<typeof FromExtractor>;

/** What is asked of a document: its text and parts, a picture of one page, or recognising the words of some pages. */
export const ExtractorTask = z.discriminatedUnion('do', [
  z.object({ do: z.literal('read'), encoding: z.string().max(60).optional() }),
  z.object({
    do: z.literal('draw'),
    pageIndex: z.number().int().min(0),
    maxPixels: z.number().int().min(1),
    withGlyphs: z.boolean().default(false),
  }),
  z.object({
    do: z.literal('recognise'),
    /** Counted from 0; pages come back with these indexes, in this order. */
    pageIndexes: z.array(z.number().int().min(0)).min(1).max(1000),
    /** Names of models: `eng`, `kor`, `rus`, `chi_sim`, `chi_tra`, `jpn`. */
    models: z
      .array(z.string().regex(/^[a-z]{3}(_[a-z]{3,4})?$/))
      .min(1)
      .max(6),
  }),
]);
export type ExtractorTask = z.infer<typeof ExtractorTask>;

export const ToExtractor = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('open'),
    job,
    fileName: z.string(),
    sizeBytes: z.number().int().min(0),
    depth: z.number().int().min(0),
    password: z.string().optional(),
    limits: ExtractLimits,
    task: ExtractorTask,
  }),
  z.object({ type: z.literal('bytes'), job, id: z.number().int().min(0), bytes: chunk }),
  /** One for each `pages`, `part`, `part-bytes`, `part-end` and `picture`. */
  z.object({ type: z.literal('ack'), job }),
]);
export type ToExtractor = z.infer<typeof ToExtractor>;
