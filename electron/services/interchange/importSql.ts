import {
  ImportReport,
  InterchangeFormat,
  SavedMapping,
  type TableMapping,
} from '../../../shared/contract/interchange.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import { type CaseId, ExhibitId, ImportId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toJson } from '../../db/rows.ts';

/** How far an import came: items of the file that are settled, and what became of them. */
export interface ImportProgress extends Omit<ImportReport, 'importId'> {
  items: number;
}

export function insertImport(
  db: WritableDb,
  given: {
    id: ImportId;
    caseId: CaseId;
    exhibitId: ExhibitId;
    format: InterchangeFormat;
    mapping: TableMapping | null;
    at: Instant;
    by: string;
  },
): void {
  db.prepare(`INSERT INTO entity_import (id, case_id, exhibit_id, format, mapping, imported_at, imported_by, progress, report)
              VALUES ($id, $caseId, $exhibitId, $format, $mapping, $at, $by, NULL, NULL)`).run({
    ...given,
    mapping: toJson(given.mapping),
  });
}

/** Null where the import is not there yet. */
export function findProgress(db: ReadableDb, id: ImportId): { progress: ImportProgress | null } | null {
  const row = db.prepare('SELECT progress FROM entity_import WHERE id = $id').get({ id });
  return row ? { progress: fromJson(row['progress']) as ImportProgress | null } : null;
}

export function saveProgress(db: WritableDb, id: ImportId, progress: ImportProgress): void {
  db.prepare('UPDATE entity_import SET progress = $progress WHERE id = $id').run({ id, progress: toJson(progress) });
}

export function saveReport(db: WritableDb, report: ImportReport): void {
  db.prepare('UPDATE entity_import SET report = $report, progress = NULL WHERE id = $id').run({
    id: report.importId,
    report: toJson(report),
  });
}

/** The newest first. */
export function importsOfCase(db: ReadableDb, caseId: CaseId): OutputOf<'interchange.imports'> {
  return db
    .prepare(`SELECT entity_import.id, exhibit_id AS exhibitId, exhibit.number, coalesce(nullif(exhibit.title, ''), exhibit.file_name) AS name,
        format, imported_at AS at, imported_by AS by, report
      FROM entity_import JOIN exhibit ON exhibit.id = exhibit_id WHERE entity_import.case_id = $caseId ORDER BY imported_at DESC, entity_import.id DESC`)
    .all({ caseId })
    .map(row => ({
      id: ImportId.parse(row['id']),
      exhibitId: ExhibitId.parse(row['exhibitId']),
      exhibitNumber: Number(row['number']),
      name: String(row['name']),
      format: InterchangeFormat.parse(row['format']),
      at: row['at'] as Instant,
      by: String(row['by']),
      report: row['report'] === null ? null : ImportReport.parse(fromJson(row['report'])),
    }));
}

function toMapping(row: Record<string, unknown>): SavedMapping {
  return SavedMapping.parse({ ...row, columns: fromJson(row['columns']), mapping: fromJson(row['mapping']) });
}

/** The latest first. */
export function savedMappings(db: ReadableDb): SavedMapping[] {
  return db
    .prepare(
      'SELECT id, name, columns, mapping, saved_at AS savedAt FROM import_mapping ORDER BY saved_at DESC, id DESC',
    )
    .all()
    .map(toMapping);
}

/** The latest that was saved for a table with the same headings, in whatever order they stand. */
export function mappingForColumns(db: ReadableDb, columns: readonly string[]): SavedMapping | null {
  const wanted = toJson([...columns].sort());
  return savedMappings(db).find(saved => toJson([...saved.columns].sort()) === wanted) ?? null;
}

/** One of the same name is replaced: a person corrects a mapping, and does not want both. */
export function saveMapping(db: WritableDb, saved: SavedMapping): void {
  db.prepare('DELETE FROM import_mapping WHERE name = $name').run({ name: saved.name });
  db.prepare(`INSERT INTO import_mapping (id, name, columns, mapping, saved_at)
              VALUES ($id, $name, $columns, $mapping, $savedAt)`).run({
    ...saved,
    columns: toJson(saved.columns),
    mapping: toJson(saved.mapping),
  });
}

export interface KnownSchema {
  id: string;
  foreignId: string;
  schema: string;
}

/** What the vault has already of these ids, by the id that the file gives. */
export function schemataOf(db: ReadableDb, foreignIds: readonly string[]): KnownSchema[] {
  return db
    .prepare(`SELECT entity.id, wanted.value AS foreignId, schema FROM json_each($ids) wanted
      JOIN entity ON entity.foreign_id = wanted.value OR entity.id = wanted.value`)
    .all({ ids: toJson(foreignIds) }) as unknown as KnownSchema[];
}

export function updateSchemaOf(db: WritableDb, id: string, schema: string, kind: string): void {
  db.prepare('UPDATE entity SET schema = $schema, kind = $kind WHERE id = $id').run({ id, schema, kind });
}
