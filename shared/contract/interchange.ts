/** Entities in and out in formats that others read. What comes in is read from an exhibit: its bytes are hashed and kept first. */
import { z } from 'zod';
import { DepartureStay, LeavingChoice, Sending } from '../domain/departure/index.ts';
import { HandlingMark } from '../domain/handlingMark.ts';
import { Instant } from '../kernel/dates.ts';
import { Sha256 } from '../kernel/digest.ts';
import { CaseId, EntityId, ExhibitId, ImportId, MappingId } from '../kernel/ids.ts';
import { GrantedPath } from './grantedPath.ts';
import { command, inquiry, job, query } from './operation.ts';

export const InterchangeFormat = z.enum([
  'ftm',
  'csv',
  'xlsx',
  'graphml',
  'gexf',
  'geojson',
  'kml',
  'dprk-reports',
  'stix',
]);
export type InterchangeFormat = z.infer<typeof InterchangeFormat>;

/** What each column of a table becomes. Like a FollowTheMoney mapping: several entities a row, tied to each other. */
export const TableMapping = z.object({
  entities: z
    .array(
      z.object({
        /** Names the entity within the mapping: "vessel", "owner". */
        key: z.string().min(1).max(60),
        schema: z.string().max(60),
        /** Columns whose values together identify it: the same values are the same entity. Empty: a new one each row. */
        keyColumns: z.array(z.string()).max(20),
        properties: z
          .array(
            z.object({
              property: z.string().max(100),
              /** A column's heading; null where the value is the same for every row. */
              column: z.string().nullable(),
              literal: z.string().max(2000).default(''),
              /** Several values in one cell, parted by this. */
              split: z.string().max(10).default(''),
              /** The key of another entity of this mapping, for properties that name one. */
              entity: z.string().max(60).default(''),
            }),
          )
          .max(200),
      }),
    )
    .max(20),
});
export type TableMapping = z.infer<typeof TableMapping>;

export const SavedMapping = z.object({
  id: MappingId,
  name: z.string().trim().min(1).max(200),
  /** Headings of the table that it was made for: proposed again when a table has the same. */
  columns: z.array(z.string()),
  mapping: TableMapping,
  savedAt: Instant,
});
export type SavedMapping = z.infer<typeof SavedMapping>;

export const ImportProblem = z.object({
  /** Counted from 1; null where it is not of one row. */
  row: z.number().int().positive().nullable(),
  sentence: z.string(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

export const ImportReport = z.object({
  importId: ImportId,
  rows: z.number().int(),
  entitiesAdded: z.number().int(),
  statementsAdded: z.number().int(),
  /** Already there, word for word. */
  statementsKnown: z.number().int(),
  problems: z.array(ImportProblem),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** What an export of entities would hold, before it is written. */
export const EntitiesPreFlight = z.object({
  entityCount: z.number().int(),
  /** Of STIX. */
  findingCount: z.number().int(),
  /** Exhibits that the values which go rest on. */
  citedCount: z.number().int(),
  strictestMark: HandlingMark,
  /** Values that rest on these exhibits alone, and these findings, do not go. */
  stays: z.array(DepartureStay),
  /** What goes without its whole, and what speaks against it, each in a sentence. */
  concerns: z.array(z.string()),
  /** SHA-256 of the list of what goes and stays, as it would be recorded now. */
  listSha256: Sha256,
});
export type EntitiesPreFlight = z.infer<typeof EntitiesPreFlight>;

export const interchangeContract = {
  /** What an exhibit holds that could be imported: its format, and for tables the columns and first rows. */
  'interchange.preview': inquiry(
    z.object({
      exhibitId: ExhibitId,
      /** Of a workbook; the first that holds rows where it is left out. */
      sheet: z.string().max(200).default(''),
      /** False: the first row of the table is data, and its columns are called by their letters. */
      hasHeadings: z.boolean().default(true),
    }),
    z.object({
      format: InterchangeFormat.nullable(),
      sentence: z.string(),
      /** False for tables whose columns say themselves what they are. */
      needsMapping: z.boolean(),
      /** Of a workbook. */
      sheets: z.array(z.string()),
      /** The one that columns and sample are of. */
      sheet: z.string(),
      columns: z.array(z.string()),
      sample: z.array(z.array(z.string())),
      rowCount: z.number().int(),
      /** One that was saved for the same columns. */
      mapping: SavedMapping.nullable(),
      /** Entities of a format that needs no mapping, by schema. */
      schemata: z.array(z.object({ schema: z.string(), count: z.number().int() })),
    }),
  ),
  'interchange.mappings': query(z.object({}), z.array(SavedMapping)),
  'interchange.saveMapping': command(
    z.object({ name: SavedMapping.shape.name, columns: z.array(z.string()), mapping: TableMapping }),
    SavedMapping,
  ),
  'interchange.imports': query(
    z.object({ caseId: CaseId }),
    z.array(
      z.object({
        id: ImportId,
        exhibitId: ExhibitId,
        exhibitNumber: z.number().int(),
        name: z.string(),
        format: InterchangeFormat,
        at: Instant,
        by: z.string(),
        report: ImportReport.nullable(),
      }),
    ),
  ),
  'interchange.import': job(
    z.object({
      caseId: CaseId,
      exhibitId: ExhibitId,
      sheet: z.string().max(200).default(''),
      hasHeadings: z.boolean().default(true),
      mapping: TableMapping.nullable().default(null),
    }),
  ),
  /** As the export would gather it, without a file. */
  'interchange.preFlight': inquiry(
    z.object({
      caseId: CaseId,
      format: InterchangeFormat,
      entityIds: z.array(EntityId).nullable().default(null),
      audience: LeavingChoice.shape.audience,
    }),
    EntitiesPreFlight,
  ),
  'interchange.export': job(
    z.object({
      caseId: CaseId,
      format: InterchangeFormat,
      /** null: all of the case. Ties between those chosen go with them. */
      entityIds: z.array(EntityId).nullable().default(null),
      audience: LeavingChoice.shape.audience,
      ...Sending.shape,
      to: GrantedPath,
    }),
  ),
} as const;
