/** A figure: a chart, timeline or map as it was when somebody put it into the report, with its source line and its table. */
import { z } from 'zod';
import { romanNumeral } from '../kernel/romanNumeral.ts';
import { Instant } from '../kernel/dates.ts';
import { Sha256 } from '../kernel/digest.ts';
import { CaseId, CitationId, EntityId, FigureId, FindingId } from '../kernel/ids.ts';

export const FigureKind = z.enum(['chart', 'timeline', 'map']);
export type FigureKind = z.infer<typeof FigureKind>;

export const FigureTable = z.object({
  columns: z.array(z.string().max(200)).max(20),
  rows: z.array(z.array(z.string().max(4000)).max(20)).max(20_000),
});
export type FigureTable = z.infer<typeof FigureTable>;

export const Figure = z.object({
  id: FigureId,
  caseId: CaseId,
  /** Stands in this finding's section; null: in the annex of figures. */
  findingId: FindingId.nullable(),
  kind: FigureKind,
  caption: z.string().trim().min(1).max(500),
  /** "Source: EX-0001, p. 2; EX-0004", as printed under it. */
  sourceLine: z.string().max(4000),
  /** What the picture shows, for those who do not see it. */
  altText: z.string().trim().min(1).max(2000),
  pngSha256: Sha256,
  widthPx: z.number().int().positive().max(20_000),
  heightPx: z.number().int().positive().max(20_000),
  table: FigureTable,
  entityIds: z.array(EntityId).max(20_000),
  /** The citations, of statements and of claims, that what it shows rests on. */
  citationIds: z.array(CitationId).max(20_000),
  position: z.number().int(),
  createdAt: Instant,
  createdBy: z.string(),
  withdrawnAt: Instant.nullable(),
});
export type Figure = z.infer<typeof Figure>;

/** Figures are counted in Roman numerals, as panels print them. */
export const figureNumeral = romanNumeral;
