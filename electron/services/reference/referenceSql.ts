import type { ImportProblem } from '../../../shared/contract/interchange.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { ReferenceState } from '../../../shared/contract/reference.ts';
import type { Candidate, CslItem, ReferenceFormat } from '../../../shared/domain/reference/index.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { Instant } from '../../../shared/kernel/dates.ts';
import type { CaseId, ExhibitId, ImportId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toCount, toJson } from '../../db/rows.ts';

/** Null where there is none, or the last was taken back. */
export function currentRecord(db: ReadableDb, exhibitId: ExhibitId): CslItem | null {
  const row = db
    .prepare('SELECT item FROM exhibit_reference WHERE exhibit_id = $exhibitId ORDER BY version DESC LIMIT 1')
    .get({ exhibitId });
  return fromJson(row?.['item']) as CslItem | null;
}

export function currentRecords(db: ReadableDb, caseId: CaseId): Map<string, CslItem> {
  const rows = db
    .prepare(`SELECT exhibit_reference.exhibit_id AS exhibitId, exhibit_reference.item AS item
      FROM exhibit JOIN exhibit_reference ON exhibit_reference.exhibit_id = exhibit.id AND version =
        (SELECT max(version) FROM exhibit_reference later WHERE later.exhibit_id = exhibit.id)
      WHERE exhibit.case_id = $caseId AND exhibit_reference.item IS NOT NULL`)
    .all({ caseId });
  return new Map(rows.map(row => [String(row['exhibitId']), fromJson(row['item']) as CslItem]));
}

export interface RecordVersion {
  exhibitId: ExhibitId;
  item: CslItem | null;
  importId: ImportId | null;
  row: number | null;
  at: Instant;
  by: string;
}

export function insertRecord(db: WritableDb, { item, ...given }: RecordVersion): void {
  db.prepare(`INSERT INTO exhibit_reference (exhibit_id, version, item, import_id, import_row, written_at, written_by)
    SELECT $exhibitId, coalesce(max(version), 0) + 1, $item, $importId, $row, $at, $by FROM exhibit_reference WHERE exhibit_id = $exhibitId`).run(
    { ...given, item: item === null ? null : toJson(item) },
  );
}

type Versions = OutputOf<'reference.ofExhibit'>['versions'];

export function versionsOf(db: ReadableDb, exhibitId: ExhibitId): Versions {
  return db
    .prepare(`SELECT version, item, written_at AS at, written_by AS by, exhibit.number, import_row AS row
      FROM exhibit_reference LEFT JOIN reference_import ON reference_import.id = import_id
      LEFT JOIN exhibit ON exhibit.id = reference_import.exhibit_id
      WHERE exhibit_reference.exhibit_id = $exhibitId ORDER BY version DESC`)
    .all({ exhibitId })
    .map(row => ({
      version: Number(row['version']),
      item: fromJson(row['item']) as CslItem | null,
      at: Instant.parse(row['at']),
      by: String(row['by']),
      from: row['number'] === null ? null : `${exhibitNumber(Number(row['number']))}, row ${Number(row['row'])}`,
    }));
}

/** The record as it stood before the one that this row of an import gave; `undefined` where that is not the one that counts now. */
export function recordBefore(
  db: ReadableDb,
  given: { exhibitId: string; importId: string; row: number },
): CslItem | null | undefined {
  const [last, before] = db
    .prepare(`SELECT item, import_id AS importId, import_row AS row FROM exhibit_reference
      WHERE exhibit_id = $exhibitId ORDER BY version DESC LIMIT 2`)
    .all({ exhibitId: given.exhibitId });
  if (last?.['importId'] !== given.importId || last['row'] !== given.row) return undefined;
  return fromJson(before?.['item']) as CslItem | null;
}

export interface ReferenceImport {
  id: ImportId;
  caseId: CaseId;
  exhibitId: ExhibitId;
  format: ReferenceFormat;
}

export function findImport(db: ReadableDb, where: { id?: string; exhibitId?: string }): ReferenceImport | null {
  const row = db
    .prepare(`SELECT id, case_id AS caseId, exhibit_id AS exhibitId, format FROM reference_import
      WHERE id = $id OR exhibit_id = $exhibitId`)
    .get({ id: where.id ?? null, exhibitId: where.exhibitId ?? null });
  return (row as ReferenceImport | undefined) ?? null;
}

export function insertImport(db: WritableDb, given: ReferenceImport & { at: Instant; by: string }): void {
  db.prepare(`INSERT INTO reference_import (id, case_id, exhibit_id, format, read_at, read_by, problems)
    VALUES ($id, $caseId, $exhibitId, $format, $at, $by, NULL)`).run({ ...given });
}

export function closeImport(db: WritableDb, id: ImportId, problems: readonly ImportProblem[]): void {
  db.prepare('UPDATE reference_import SET problems = $problems WHERE id = $id').run({ id, problems: toJson(problems) });
}

type Imports = OutputOf<'reference.imports'>;

export function importsOfCase(db: ReadableDb, caseId: CaseId): Imports {
  const counts = new Map<string, Imports[number]['counts']>();
  for (const row of db
    .prepare(`SELECT import_id AS importId, state, count(*) AS n FROM reference_item
      JOIN reference_import ON reference_import.id = import_id WHERE case_id = $caseId GROUP BY import_id, state`)
    .all({ caseId })) {
    const of = counts.get(String(row['importId'])) ?? none();
    of[row['state'] as ReferenceState] = Number(row['n']);
    counts.set(String(row['importId']), of);
  }
  return db
    .prepare(`SELECT reference_import.id, exhibit_id AS exhibitId, exhibit.number AS exhibitNumber,
        coalesce(nullif(exhibit.title, ''), exhibit.file_name) AS name, format, read_at AS at, read_by AS by, problems
      FROM reference_import JOIN exhibit ON exhibit.id = exhibit_id
      WHERE reference_import.case_id = $caseId ORDER BY read_at DESC, reference_import.id DESC`)
    .all({ caseId })
    .map(row => ({
      ...(row as unknown as Imports[number]),
      counts: counts.get(String(row['id'])) ?? none(),
      problems: fromJson(row['problems']) as ImportProblem[] | null,
    }));
}

function none(): Imports[number]['counts'] {
  return { proposed: 0, unmatched: 0, known: 0, accepted: 0, rejected: 0 };
}

export interface StoredItem {
  row: number;
  item: CslItem;
  candidates: Candidate[];
  state: ReferenceState;
  exhibitId: ExhibitId | null;
  decidedAt: Instant | null;
  decidedBy: string | null;
}

const COLUMNS =
  'item_row AS row, item, candidates, state, exhibit_id AS exhibitId, decided_at AS decidedAt, decided_by AS decidedBy';

function toItem(row: Record<string, unknown>): StoredItem {
  return {
    ...(row as unknown as StoredItem),
    item: fromJson(row['item']) as CslItem,
    candidates: fromJson(row['candidates']) as Candidate[],
  };
}

export interface ItemFilter {
  importId: ImportId;
  /** Empty: all. */
  states: readonly ReferenceState[];
}

const FILTER = `import_id = $importId AND ($states = '[]' OR state IN (SELECT value FROM json_each($states)))`;

export function itemsOf(db: ReadableDb, { importId, states }: ItemFilter, offset: number, limit: number): StoredItem[] {
  return db
    .prepare(`SELECT ${COLUMNS} FROM reference_item WHERE ${FILTER} ORDER BY item_row LIMIT $limit OFFSET $offset`)
    .all({ importId, states: toJson(states), offset, limit })
    .map(toItem);
}

export function countItems(db: ReadableDb, { importId, states }: ItemFilter): number {
  return toCount(
    db.prepare(`SELECT count(*) AS n FROM reference_item WHERE ${FILTER}`).get({ importId, states: toJson(states) }),
  );
}

export function findItem(db: ReadableDb, importId: ImportId, row: number): StoredItem | null {
  const found = db
    .prepare(`SELECT ${COLUMNS} FROM reference_item WHERE import_id = $importId AND item_row = $row`)
    .get({ importId, row });
  return found ? toItem(found) : null;
}

/** New rows as they are; of those that are there, only what nobody has decided on is matched anew. */
export function saveItem(
  db: WritableDb,
  importId: ImportId,
  { row, item, candidates, state }: Pick<StoredItem, 'row' | 'item' | 'candidates' | 'state'>,
): void {
  db.prepare(`INSERT INTO reference_item (import_id, item_row, item, candidates, state, exhibit_id, decided_at, decided_by)
    VALUES ($importId, $row, $item, $candidates, $state, NULL, NULL, NULL)
    ON CONFLICT (import_id, item_row) DO UPDATE SET candidates = excluded.candidates, state = excluded.state
    WHERE reference_item.state IN ('proposed', 'unmatched', 'known')`).run({
    importId,
    row,
    item: toJson(item),
    candidates: toJson(candidates),
    state,
  });
}

export function decideItem(
  db: WritableDb,
  importId: ImportId,
  given: { row: number; state: ReferenceState; exhibitId: ExhibitId | null; at: Instant | null; by: string | null },
): void {
  db.prepare(`UPDATE reference_item SET state = $state, exhibit_id = $exhibitId, decided_at = $at, decided_by = $by
    WHERE import_id = $importId AND item_row = $row`).run({ importId, ...given });
}

/** Exhibits that a claim of a standing finding, or a statement, cites. */
export function citedExhibits(db: ReadableDb, caseId: CaseId): Set<string> {
  const rows = db
    .prepare(`SELECT passage.exhibit_id AS id FROM finding JOIN claim ON claim.finding_id = finding.id AND claim.withdrawn_at IS NULL
        JOIN citation ON citation.claim_id = claim.id AND citation.withdrawn_at IS NULL JOIN passage ON passage.id = citation.passage_id
        WHERE finding.case_id = $caseId AND finding.stage <> 'withdrawn'`)
    .all({ caseId });
  return new Set(rows.map(row => String(row['id'])));
}
