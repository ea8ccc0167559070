/** An exhibit: a document admitted to a case under a number, with where it came from and what was read from it. */
import { z } from 'zod';
import { EdtfDate, Instant } from '../kernel/dates.ts';
import { Sha256 } from '../kernel/digest.ts';
import { CaseId, ExhibitId, RenditionId, SourceId } from '../kernel/ids.ts';
import { printedNumber, readPrintedNumber } from './exhibitSeries.ts';
import { HandlingMark } from './handlingMark.ts';

/** What became of reading the document. Every state but `waiting` is an answer that a person can act on. */
export const ReadingState = z.enum(['waiting', 'read', 'no-text', 'password-needed', 'unreadable', 'not-supported']);
export type ReadingState = z.infer<typeof ReadingState>;

export const Authenticity = z.enum(['not-assessed', 'authenticated', 'doubtful', 'refuted']);
export type Authenticity = z.infer<typeof Authenticity>;

/** A region or run of words on a page, as fractions 0..1 of the unrotated page box, origin top left. */
export const PageRect = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() });
export type PageRect = z.infer<typeof PageRect>;

export const Exhibit = z.object({
  id: ExhibitId,
  caseId: CaseId,
  /** Counted from 1 in its case; printed as `EX-0001`. */
  number: z.number().int().positive(),
  sha256: Sha256,
  sizeBytes: z.number().int().nonnegative(),
  /** As detected from the bytes, never from the suffix. */
  mediaType: z.string(),
  fileName: z.string(),
  title: z.string().trim().min(1).max(500),
  sourceId: SourceId.nullable(),
  obtainedHow: z.string().max(1000),
  obtainedOn: EdtfDate.nullable(),
  obtainedBy: z.string().max(200),
  publishedOn: EdtfDate.nullable(),
  /** BCP 47. */
  languages: z.array(z.string().max(35)),
  handlingMark: HandlingMark,
  parentId: ExhibitId.nullable(),
  authenticity: Authenticity,
  authenticityNote: z.string().max(2000),
  /** Our own on-site observation, or first-hand record of one. */
  isObservation: z.boolean(),
  reading: ReadingState,
  /** One sentence on why it could not be read, else null. */
  problem: z.string().nullable(),
  renditionId: RenditionId.nullable(),
  pageCount: z.number().int().nonnegative(),
  passageCount: z.number().int().nonnegative(),
  attachmentCount: z.number().int().nonnegative(),
  copyCount: z.number().int().positive(),
  admittedAt: Instant,
  openedAt: Instant.nullable(),
  withdrawnAt: Instant.nullable(),
});
export type Exhibit = z.infer<typeof Exhibit>;

/** What a person may change on one exhibit or on many at once; a missing field stays as it is. */
export const ExhibitChange = Exhibit.pick({
  title: true,
  sourceId: true,
  obtainedHow: true,
  obtainedOn: true,
  obtainedBy: true,
  publishedOn: true,
  languages: true,
  handlingMark: true,
  authenticity: true,
  authenticityNote: true,
  isObservation: true,
}).partial();
export type ExhibitChange = z.infer<typeof ExhibitChange>;

/** What the drop as a whole is given in the inspector before or while it is admitted. */
export const AdmissionDefaults = Exhibit.pick({
  sourceId: true,
  obtainedHow: true,
  obtainedOn: true,
  obtainedBy: true,
  publishedOn: true,
  handlingMark: true,
}).partial();
export type AdmissionDefaults = z.infer<typeof AdmissionDefaults>;

/** Another arrival of the same bytes in the same case: it links instead of doubling, and keeps its own provenance. */
export const ExhibitCopy = z.object({
  fileName: z.string(),
  path: z.string(),
  arrivedAt: Instant,
  jobId: z.string().nullable(),
});
export type ExhibitCopy = z.infer<typeof ExhibitCopy>;

/** `EX-0001`; with the letters of its team, `EX-QRTBA-0001`, where another team opened the case. */
export function exhibitNumber(number: number): string {
  return printedNumber('EX', number, 4);
}

export function readExhibitNumber(text: string): number | null {
  return readPrintedNumber('EX', text);
}
