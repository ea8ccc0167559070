import { z } from 'zod';
import { LeavingChoice, Sending } from '../domain/departure/index.ts';
import { EntityChip } from '../domain/entity/entity.ts';
import { AdmissionDefaults, Exhibit, ExhibitChange, ExhibitCopy, ReadingState } from '../domain/exhibit.ts';
import { Page, Rendition } from '../domain/rendition.ts';
import { CaseId, ExhibitId, JobId, SourceId } from '../kernel/ids.ts';
import { GrantedPath } from './grantedPath.ts';
import { command, done, host, inquiry, job, query } from './operation.ts';

export const ExhibitFilter = z.object({
  caseId: CaseId,
  /** Matches number, title and file name. */
  words: z.string().max(300).default(''),
  types: z.array(z.string()).default([]),
  languages: z.array(z.string()).default([]),
  sourceIds: z.array(SourceId).default([]),
  reliabilities: z.array(z.string()).default([]),
  show: z.enum(['all', 'unread', 'with-passages', 'problem', 'withdrawn']).default('all'),
  sort: z.enum(['number', 'title', 'published', 'admitted', 'size']).default('number'),
  descending: z.boolean().default(false),
});
export type ExhibitFilter = z.infer<typeof ExhibitFilter>;

/** One row of the list; small on purpose, since a case can hold 100,000. */
export const ExhibitRow = Exhibit.pick({
  id: true,
  number: true,
  title: true,
  fileName: true,
  mediaType: true,
  sizeBytes: true,
  pageCount: true,
  languages: true,
  publishedOn: true,
  handlingMark: true,
  reading: true,
  problem: true,
  parentId: true,
  passageCount: true,
  attachmentCount: true,
  openedAt: true,
  withdrawnAt: true,
  admittedAt: true,
  sourceId: true,
}).extend({ sourceName: z.string().nullable(), reliability: z.string().nullable() });
export type ExhibitRow = z.infer<typeof ExhibitRow>;

export const Facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() }));

export const AdmissionRow = z.object({
  path: z.string(),
  outcome: z.enum(['admitted', 'linked', 'refused']),
  exhibitId: ExhibitId.nullable(),
  number: z.number().int().nullable(),
  reading: ReadingState.nullable(),
  code: z.string().nullable(),
  sentence: z.string().nullable(),
});
export type AdmissionRow = z.infer<typeof AdmissionRow>;

/** What rests on a thing, down to the reports already compiled. */
export const Dependents = z.object({
  passages: z.array(
    z.object({
      id: z.string(),
      words: z.string(),
      exhibitNumber: z.number().int(),
      exhibitId: ExhibitId,
      pageIndex: z.number().int(),
    }),
  ),
  citations: z.array(
    z.object({
      id: z.string(),
      bearing: z.string(),
      quote: z.string(),
      findingId: z.string(),
      findingNumber: z.number().int(),
      findingTitle: z.string(),
      claimText: z.string(),
      status: z.string(),
    }),
  ),
  /** What is stated of entities, with the entity that a person would open. */
  statements: z.array(
    z.object({
      citationId: z.string(),
      bearing: z.string(),
      quote: z.string(),
      entity: EntityChip,
      property: z.string(),
      value: z.string(),
    }),
  ),
  figures: z.array(z.object({ id: z.string(), caption: z.string() })),
  exhibits: z.array(z.object({ id: ExhibitId, number: z.number().int(), title: z.string() })),
  editions: z.array(z.object({ id: z.string(), title: z.string(), compiledAt: z.string() })),
});
export type Dependents = z.infer<typeof Dependents>;

export const exhibitContract = {
  'exhibit.admit': job(
    z.object({ caseId: CaseId, from: z.array(GrantedPath).min(1), defaults: AdmissionDefaults.default({}) }),
  ),
  /** Gives the refused files of an admission again, all of them or some by path, with the same fields. */
  'exhibit.retryRefused': job(z.object({ jobId: JobId, paths: z.array(z.string()).min(1).optional() })),
  'exhibit.admissions': query(
    z.object({
      jobId: JobId,
      only: z.enum(['all', 'refused', 'linked']).default('all'),
      limit: z.number().int().max(1000).default(200),
      offset: z.number().int().default(0),
    }),
    z.object({
      rows: z.array(AdmissionRow),
      total: z.number().int(),
      admitted: z.number().int(),
      linked: z.number().int(),
      refused: z.number().int(),
    }),
  ),
  'exhibit.list': query(
    ExhibitFilter.extend({
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().positive().max(500).default(200),
    }),
    z.object({ rows: z.array(ExhibitRow), total: z.number().int() }),
  ),
  'exhibit.facets': query(
    z.object({ caseId: CaseId }),
    z.object({ types: Facet, languages: Facet, sources: Facet, reliabilities: Facet, states: Facet }),
  ),
  'exhibit.get': query(
    z.object({ exhibitId: ExhibitId }),
    Exhibit.extend({
      copies: z.array(ExhibitCopy),
      attachments: z.array(z.object({ id: ExhibitId, number: z.number().int(), title: z.string() })),
    }),
  ),
  'exhibit.rendition': query(z.object({ exhibitId: ExhibitId }), Rendition.nullable()),
  /** Pages of the current rendition, with text. */
  'exhibit.pages': query(
    z.object({
      exhibitId: ExhibitId,
      from: z.number().int().nonnegative(),
      count: z.number().int().positive().max(200),
    }),
    z.array(Page),
  ),
  'exhibit.pageLabels': query(z.object({ exhibitId: ExhibitId }), z.array(z.string().nullable())),
  /** Bytes of the document as admitted, for the reader: at most 4 MiB a call. */
  'exhibit.read': query(
    z.object({
      exhibitId: ExhibitId,
      offset: z.number().int().nonnegative(),
      length: z
        .number()
        .int()
        .positive()
        .max(4 * 1024 * 1024),
    }),
    z.instanceof(Uint8Array),
  ),
  'exhibit.update': command(
    z.object({ exhibitIds: z.array(ExhibitId).min(1).max(100_000), change: ExhibitChange }),
    z.object({ changed: z.number().int() }),
  ),
  'exhibit.markOpened': command(z.object({ exhibitId: ExhibitId }), done),
  'exhibit.withdraw': command(z.object({ exhibitId: ExhibitId, reason: z.string().trim().min(1).max(2000) }), done),
  'exhibit.restore': command(z.object({ exhibitId: ExhibitId }), done),
  /** Extracts again; with a password for protected documents. */
  'exhibit.extract': job(
    z.object({
      caseId: CaseId,
      exhibitIds: z.array(ExhibitId).min(1).max(100_000),
      password: z.string().max(1024).optional(),
      /** For text that was read in the wrong encoding: `euc-kr`, `windows-1251`, `johab` … */
      encoding: z.string().max(60).optional(),
      /** More time, memory and room than usual, for documents that met a limit. */
      isPatient: z.boolean().default(false),
    }),
  ),
  /** A page as a PNG, for what Chromium cannot draw itself, and for previews. */
  'exhibit.draw': inquiry(
    z.object({
      exhibitId: ExhibitId,
      pageIndex: z.number().int().nonnegative(),
      maxPixels: z.number().int().positive().max(50_000_000).default(4_000_000),
      password: z.string().max(1024).optional(),
    }),
    z.object({
      png: z.instanceof(Uint8Array),
      width: z.number().int(),
      height: z.number().int(),
      pageCount: z.number().int(),
    }),
  ),
  'exhibit.dependents': query(
    z.object({
      of: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('exhibit'), id: z.string() }),
        z.object({ kind: z.literal('source'), id: z.string() }),
        z.object({ kind: z.literal('passage'), id: z.string() }),
      ]),
    }),
    Dependents,
  ),
  'exhibit.export': host(
    Sending.extend({ exhibitId: ExhibitId, audience: LeavingChoice.shape.audience, to: GrantedPath }),
    z.object({ path: z.string() }),
  ),
} as const;
