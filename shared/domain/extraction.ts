/**
 * What an extractor tells about a document: its type, its pages as text, its parts and what went wrong.
 * All of it comes out of a process that has read hostile bytes, so it is untrusted until parsed by these schemas.
 */
import { z } from 'zod';

/** Absolute bounds of one message; `ExtractLimits` may be tighter. An extractor that exceeds them is broken or taken over. */
const MAX_PAGE_TEXT_CHARS = 5_000_000;
const MAX_PAGES = 1_000_000;
const MAX_METADATA_ENTRIES = 200;

/** Well-formed and without NUL, so that it can be stored, searched and written out as UTF-8 without loss. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine(value => !/[\uD800-\uDFFF\0]/.test(value) || !/\p{Surrogate}|\0/u.test(value), 'malformed text');
const finite = z.number().min(0).max(10_000_000);

/** The media type by content. A suffix only breaks ties between kinds of text. */
export const DetectedType = z.object({
  mediaType: z.string().regex(/^[a-z0-9][a-z0-9.+-]{0,60}\/[a-z0-9][a-z0-9.+_-]{0,100}$/),
  /** The suffix that such a document usually has, without the dot. */
  suffixHint: z
    .string()
    .regex(/^[a-z0-9.]{1,12}$/)
    .optional(),
});
export type DetectedType = z.infer<typeof DetectedType>;

export const ExtractionMethod = z.enum(['text-layer', 'converted', 'none']);
export type ExtractionMethod = z.infer<typeof ExtractionMethod>;

export const ExtractedPage = z.object({
  /** Counts from 0. */
  index: z.number().int().min(0).max(MAX_PAGES),
  /** As printed on the page or given by the document ("iv", "A-3"); null where the document has no labels. */
  label: text(200).nullable(),
  text: text(MAX_PAGE_TEXT_CHARS),
  widthPt: finite.optional(),
  heightPt: finite.optional(),
  /** Clockwise, in degrees. */
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).optional(),
  method: ExtractionMethod,
  /** 0 to 1, where the method has one (OCR); a text layer has none. */
  confidence: z.number().min(0).max(1).nullable(),
});
export type ExtractedPage = z.infer<typeof ExtractedPage>;

export const OutlineEntry = z.object({
  title: text(1000),
  pageIndex: z.number().int().min(0).max(MAX_PAGES).nullable(),
  /** 0 is the top. */
  level: z.number().int().min(0).max(100),
});
export type OutlineEntry = z.infer<typeof OutlineEntry>;

export const PartDisposition = z.enum(['attachment', 'inline', 'member']);

/** A document inside the document: an e-mail's attachment, an archive's member. It becomes a child exhibit. */
export const ExtractedPartHeader = z.object({
  index: z.number().int().min(0).max(100_000),
  name: text(1000),
  /** As the container claims; the part's own extraction detects it by content. */
  mediaType: text(200),
  disposition: PartDisposition,
  sizeBytes: z.number().int().min(0),
});
export type ExtractedPartHeader = z.infer<typeof ExtractedPartHeader>;
export type ExtractedPart = ExtractedPartHeader & { bytes: Uint8Array };

export const MailStructure = z.object({
  kind: z.literal('mail'),
  /** In the order of the message, names and values as printed, encoded words decoded. */
  headers: z.array(z.tuple([text(1000), text(100_000)])).max(5000),
  bodyKind: z.enum(['plain', 'html', 'none']),
});
export type MailStructure = z.infer<typeof MailStructure>;

/** Everything about an extraction apart from its pages and parts, which come on the way. */
export const ExtractionSummary = z.object({
  engine: z.string().max(60),
  engineVersion: z.string().max(60),
  detected: DetectedType,
  pageCount: z.number().int().min(0).max(MAX_PAGES),
  partCount: z.number().int().min(0).max(100_000),
  outline: z.array(OutlineEntry).max(20_000),
  metadata: z
    .record(z.string().max(80), text(10_000))
    .refine(entries => Object.keys(entries).length <= MAX_METADATA_ENTRIES, 'too many entries'),
  title: text(2000).nullable(),
  /** BCP 47 codes; a proposal, possibly empty. */
  languages: z.array(z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)).max(10),
  structure: MailStructure.nullable(),
  /** Plain sentences on what could not be read as it should be. */
  warnings: z.array(text(1000)).max(200),
});
export type ExtractionSummary = z.infer<typeof ExtractionSummary>;

export const ExtractionProblemCode = z.enum([
  'password-needed',
  'password-wrong',
  'unreadable',
  'too-large',
  'too-many-pages',
  'timed-out',
  'out-of-memory',
  'crashed',
  /** Not a failure: the document stays admitted as bytes with its detected type. */
  'unsupported-type',
]);
export type ExtractionProblemCode = z.infer<typeof ExtractionProblemCode>;

export const ExtractionProblem = z.object({
  code: ExtractionProblemCode,
  /** One plain sentence for the person; no stack, no path. */
  detail: text(1000),
});
export type ExtractionProblem = z.infer<typeof ExtractionProblem>;

/**
 * How an extraction ended. After a failure `detected` tells the type if that much was found out; pages and parts that
 * came before the failure were delivered, and it is for the caller to keep or drop them.
 */
export type ExtractOutcome =
  | { ok: true; summary: ExtractionSummary }
  | { ok: false; problem: ExtractionProblem; detected: DetectedType | null };
