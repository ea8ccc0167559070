/**
 * A compiled report as plain blocks: what the window previews, what the writers turn into DOCX, PDF, HTML and Markdown,
 * and what an edition freezes. Whoever draws it decides nothing any more; every number and sentence stands here.
 */
import { z } from 'zod';
import { EdtfDate, Instant } from '../../kernel/dates.ts';
import { Sha256 } from '../../kernel/digest.ts';
import { CitationId, FigureId, FindingId } from '../../kernel/ids.ts';
import { StandardId } from '../caseRecord.ts';
import { Bearing } from '../citation.ts';
import { FindingStage } from '../finding.ts';
import { HandlingMark } from '../handlingMark.ts';
import { ClaimStatus } from '../standard.ts';
import { PassageTranslation } from '../translation.ts';

export const REPORT_FORMAT = 'probatum-report/1';

export const ReportTextRun = z.object({
  type: z.literal('text'),
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
});
export type ReportTextRun = z.infer<typeof ReportTextRun>;

export const ReportRun = z.discriminatedUnion('type', [
  ReportTextRun,
  /** The call of a note; each number is called once, in the order of reading. */
  z.object({ type: z.literal('footnote'), n: z.number().int().positive() }),
]);
export type ReportRun = z.infer<typeof ReportRun>;

export const ReportBlock = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: z.string(),
  }),
  z.object({
    type: z.literal('paragraph'),
    /** Counted from 1 through the whole report; null for what is not counted, such as a note above a table. */
    number: z.number().int().positive().nullable(),
    runs: z.array(ReportRun),
    /** `caution` is drawn so that it cannot be missed: below the standard, raised by judgement, an exercise. */
    tone: z.enum(['plain', 'caution']),
  }),
  z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(ReportRun)) }),
  z.object({
    type: z.literal('table'),
    /** A place to jump to, where something leads to this table. */
    id: z.string().optional(),
    caption: z.string(),
    /** `share` of the width, in whole parts; `mono` for digests. */
    columns: z.array(z.object({ label: z.string(), share: z.number().int().positive(), mono: z.boolean() })),
    rows: z.array(z.array(z.array(ReportRun))),
  }),
  z.object({
    type: z.literal('figure'),
    /** A place to jump to: `figure-III`. */
    id: z.string(),
    figureId: FigureId,
    /** `III`: counted through the whole report. */
    numeral: z.string(),
    caption: z.string(),
    /** The bytes stand with the figure's record, which cannot change; whoever writes a report fetches them by this digest. */
    picture: z
      .object({
        sha256: Sha256,
        widthPx: z.number().int().positive(),
        heightPx: z.number().int().positive(),
        altText: z.string(),
      })
      .nullable(),
    /** Stands in the place of a picture that may not go, and says why. */
    withheld: z.string(),
    sourceLine: z.string(),
    /** The id of the table that says the same; null where that is withheld too. */
    tableId: z.string().nullable(),
  }),
]);
export type ReportBlock = z.infer<typeof ReportBlock>;
export type ReportFigureBlock = Extract<ReportBlock, { type: 'figure' }>;
export type ReportTableBlock = Extract<ReportBlock, { type: 'table' }>;

/** Shape and word stand side by side, so that neither colour nor print quality decides what is read. */
export const ReportStatus = z.object({
  status: ClaimStatus,
  shape: z.string(),
  word: z.string(),
  meetsStandard: z.boolean(),
});
export type ReportStatus = z.infer<typeof ReportStatus>;

export const ReportSection = z.object({
  /** A place to jump to: `summary`, `method`, `workstream`, `F-1`, `annex-a`. */
  id: z.string(),
  kind: z.enum(['summary', 'method', 'workstream', 'finding', 'annex']),
  level: z.union([z.literal(1), z.literal(2)]),
  title: z.string(),
  finding: z.object({ id: FindingId, number: z.string(), stage: FindingStage, status: ReportStatus }).nullable(),
  blocks: z.array(ReportBlock),
});
export type ReportSection = z.infer<typeof ReportSection>;

export const ReportFootnote = z.object({
  n: z.number().int().positive(),
  citationId: CitationId,
  findingId: FindingId,
  exhibitId: z.string(),
  /** `EX-0003`. */
  exhibit: z.string(),
  /** Counted from 0, as the reader opens it. */
  pageIndex: z.number().int().nonnegative(),
  bearing: Bearing,
  /** The words as they stood when cited, whole; the printed note may shorten them with […]. */
  quote: z.string(),
  /** Whole, as the quote is; absent where there is none, and in editions from before there were any. */
  translation: PassageTranslation.omit({ id: true }).optional(),
  /** The earlier note that gives this citation in full; null where this one does. */
  repeats: z.number().int().positive().nullable(),
  runs: z.array(ReportTextRun),
});
export type ReportFootnote = z.infer<typeof ReportFootnote>;

export const ReportMasthead = z.object({
  title: z.string(),
  reference: z.string(),
  caseTitle: z.string(),
  workstream: z.string(),
  /** The strictest mark of the case and of every exhibit that the report rests on. */
  handlingMark: HandlingMark,
  /** A sentence where the case is an exercise. */
  exercise: z.string().nullable(),
  standard: StandardId,
  lead: z.string(),
  compiledAt: Instant,
  compiledBy: z.string(),
  /** From the earliest to the latest date that an exhibit bears. */
  evidenceDates: z.object({ from: EdtfDate, to: EdtfDate }).nullable(),
});
export type ReportMasthead = z.infer<typeof ReportMasthead>;

export const ReportDocument = z.object({
  format: z.literal(REPORT_FORMAT),
  /** BCP 47, of our own words. */
  language: z.literal('en'),
  masthead: ReportMasthead,
  sections: z.array(ReportSection),
  footnotes: z.array(ReportFootnote),
  /** The exhibits of annex A, in order. */
  exhibits: z.array(z.object({ id: z.string(), number: z.string(), sha256: Sha256 })),
});
export type ReportDocument = z.infer<typeof ReportDocument>;

/** What a careful reader would hold against the report; compiling goes on all the same. */
export const ReportProblem = z.object({
  sentence: z.string(),
  findingId: FindingId.nullable(),
  /** Where it is a figure that must be mended. */
  figureId: FigureId.optional(),
});
export type ReportProblem = z.infer<typeof ReportProblem>;

/** Runs without their marks. */
export function plainText(runs: readonly ReportRun[]): string {
  return runs.map(run => (run.type === 'text' ? run.text : '')).join('');
}

/** The runs of a block in the order of reading; headings and figures have none. */
export function runsOfBlock(block: ReportBlock): ReportRun[] {
  switch (block.type) {
    case 'heading':
    case 'figure':
      return [];
    case 'paragraph':
      return block.runs;
    case 'list':
      return block.items.flat();
    case 'table':
      return block.rows.flat(2);
  }
}

/** The notes that a section calls, in order. */
export function notesOfSection(document: Pick<ReportDocument, 'footnotes'>, section: ReportSection): ReportFootnote[] {
  const called = new Set(section.blocks.flatMap(runsOfBlock).flatMap(run => (run.type === 'footnote' ? [run.n] : [])));
  return document.footnotes.filter(note => called.has(note.n));
}

/** The figures of a report in the order of reading, each with the section that it stands in. */
export function figuresOfReport({
  sections,
}: Pick<ReportDocument, 'sections'>): { block: ReportFigureBlock; section: ReportSection }[] {
  return sections.flatMap(section =>
    section.blocks.flatMap(block => (block.type === 'figure' ? [{ block, section }] : [])),
  );
}
