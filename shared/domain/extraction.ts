/**
 * What an extractor tells about a document: its type, its pages as text, its parts and what went wrong.
 * All of it comes out of a process that has read hostile bytes, so it is untrusted until parsed by these schemas.
 */
import { z } from 'zod';

/** Absolute bounds of one message; `ExtractLimits` may be tighter. An extractor that exceeds them is broken or taken over. */
const MAX_PAGE_TEXT_CHARS = 5_000_000;
const MAX_PAGES = 1_000_000;
const MAX_METADATA_ENTRIES = 200;
const MAX_WORDS_PER_PAGE = 50_000;

/** Well-formed and without NUL, so that it can be stored, searched and written out as UTF-8 without loss. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine(value => !/[\uD800-\uDFFF\0]/.test(value) || !/\p{Surrogate}|\0/u.test(value), 'malformed text');
const finite = z.number().min(0).max(10_000_000);

export const LanguageCode = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** Which cells of a spreadsheet a page holds. */
export const SheetPlace = z.object({
  name: text(200),
  /** Counted from 0: the row and column of the sheet in which the page's first cell stands. */
  firstRow: z.number().int().min(0).max(10_000_000),
  firstColumn: z.number().int().min(0).max(100_000),
  isHidden: z.boolean().default(false),
});
export type SheetPlace = z.infer<typeof SheetPlace>;

const fraction = z.number().min(0).max(1);
/**
 * A recognised word: UTF-16 offsets in the page's text; box as fractions of the unrotated page, origin top left; and how
 * sure the engine is, 0 to 1.
 */
export const WordBox = z.object({
  start: z.number().int().min(0).max(MAX_PAGE_TEXT_CHARS),
  end: z.number().int().min(0).max(MAX_PAGE_TEXT_CHARS),
  x: fraction,
  y: fraction,
  w: fraction,
  h: fraction,
  confidence: fraction,
});
export type WordBox = z.infer<typeof WordBox>;

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

export const ExtractionMethod = z.enum(['text-layer', 'converted', 'ocr', 'none']);
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
  /** Set where the text is a table of cells: see `sheet.ts` for how the text holds them. */
  sheet: SheetPlace.nullable().default(null),
  /** Where each word of the text stands on the page, where the engine tells (OCR); null elsewhere. */
  words: z.array(WordBox).max(MAX_WORDS_PER_PAGE).nullable().default(null),
  /** BCP 47 codes by the page's own text; a proposal, possibly empty. */
  languages: z.array(LanguageCode).max(5).default([]),
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
  /** As the container gives it; a member of an archive keeps its folders, separated by `/`. Never a path on this disk. */
  name: text(1000),
  /** As the container claims; the part's own extraction detects it by content. */
  mediaType: text(200),
  disposition: PartDisposition,
  /** As the container claims, ISO 8601 where it has a zone; null where it says nothing. */
  modifiedAt: text(60).nullable().default(null),
});
export type ExtractedPartHeader = z.infer<typeof ExtractedPartHeader>;

export const MailStructure = z.object({
  kind: z.literal('mail'),
  /** In the order of the message, names and values as printed, encoded words decoded. */
  headers: z.array(z.tuple([text(1000), text(100_000)])).max(5000),
  bodyKind: z.enum(['plain', 'html', 'none']),
});
export type MailStructure = z.infer<typeof MailStructure>;

/** A container whose members are exhibits of their own: an archive, a mailbox, a web archive. */
export const ArchiveStructure = z.object({
  kind: z.literal('archive'),
  format: text(40),
  memberCount: z.number().int().min(0),
  /** What was not unpacked, and why, in one sentence each. */
  leftOut: z.array(z.object({ name: text(1000), reason: text(500) })).max(1000),
});
export type ArchiveStructure = z.infer<typeof ArchiveStructure>;

/** A place that the document itself claims: a picture's GPS, a point of a map file. Never verified by us. */
export const ClaimedPlace = z.object({
  name: text(500).nullable(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  altitudeM: z.number().nullable(),
  /** As written in the file, unparsed. */
  at: text(60).nullable(),
});
export type ClaimedPlace = z.infer<typeof ClaimedPlace>;

/** Changes and remarks that an office document carries beside its text. */
export const DocumentRemark = z.object({
  kind: z.enum(['comment', 'insertion', 'deletion']),
  author: text(300),
  /** As written in the file. */
  at: text(60),
  text: text(10_000),
});
export type DocumentRemark = z.infer<typeof DocumentRemark>;

export const ExtractionStructure = z.discriminatedUnion('kind', [MailStructure, ArchiveStructure]);
export type ExtractionStructure = z.infer<typeof ExtractionStructure>;

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
  languages: z.array(LanguageCode).max(10),
  structure: ExtractionStructure.nullable(),
  places: z.array(ClaimedPlace).max(10_000).default([]),
  remarks: z.array(DocumentRemark).max(10_000).default([]),
  /** MinHash of the text, for finding near copies (`shared/domain/nearCopy`); null where there is too little text. */
  textSketch: z.array(z.number().int().min(0).max(0xffffffff)).length(64).nullable().default(null),
  /** A perceptual hash of a picture, 64 bits; null for everything else. */
  pictureHash: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable()
    .default(null),
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
