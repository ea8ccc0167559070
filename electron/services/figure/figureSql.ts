import { Figure } from '../../../shared/domain/figure.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { CaseId, FigureId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toCount, toJson } from '../../db/rows.ts';

const columns = `id, case_id AS caseId, finding_id AS findingId, kind, caption, source_line AS sourceLine, alt_text AS altText,
  png_sha256 AS pngSha256, width_px AS widthPx, height_px AS heightPx, figure_table AS "table", entity_ids AS entityIds,
  citation_ids AS citationIds, position, created_at AS createdAt, created_by AS createdBy, withdrawn_at AS withdrawnAt`;

function toFigure(row: Record<string, unknown>): Figure {
  return Figure.parse({
    ...row,
    table: fromJson(row['table']),
    entityIds: fromJson(row['entityIds']),
    citationIds: fromJson(row['citationIds']),
  });
}

export function insertFigure(
  db: WritableDb,
  { table, entityIds, citationIds, ...figure }: Figure,
  png: Uint8Array,
): void {
  db.prepare(`INSERT INTO figure (id, case_id, finding_id, kind, caption, source_line, alt_text, png, png_sha256, width_px, height_px,
      figure_table, entity_ids, citation_ids, position, created_at, created_by, withdrawn_at)
    VALUES ($id, $caseId, $findingId, $kind, $caption, $sourceLine, $altText, $png, $pngSha256, $widthPx, $heightPx,
      $table, $entityIds, $citationIds, $position, $createdAt, $createdBy, $withdrawnAt)`).run({
    ...figure,
    png,
    table: toJson(table),
    entityIds: toJson(entityIds),
    citationIds: toJson(citationIds),
  });
}

export function findFigure(db: ReadableDb, id: string): Figure | null {
  const row = db.prepare(`SELECT ${columns} FROM figure WHERE id = $id`).get({ id });
  return row ? toFigure(row) : null;
}

/** Those that stand, or those that were withdrawn, in their order. */
export function figuresOfCase(db: ReadableDb, caseId: CaseId, withdrawn = false): Figure[] {
  const standing = withdrawn ? 'NOT NULL' : 'NULL';
  return db
    .prepare(
      `SELECT ${columns} FROM figure WHERE case_id = $caseId AND withdrawn_at IS ${standing} ORDER BY position, created_at, id`,
    )
    .all({ caseId })
    .map(toFigure);
}

export function pngOfFigure(db: ReadableDb, id: FigureId): Uint8Array<ArrayBuffer> | null {
  const row = db.prepare('SELECT png FROM figure WHERE id = $id').get({ id });
  return row ? new Uint8Array(row['png'] as Uint8Array) : null;
}

/** Behind all others of the case, the withdrawn ones included: one that is restored has its old place. */
export function nextPosition(db: ReadableDb, caseId: CaseId): number {
  return toCount(
    db.prepare('SELECT coalesce(max(position), -1) + 1 AS n FROM figure WHERE case_id = $caseId').get({ caseId }),
  );
}

export function updateFigureWords(
  db: WritableDb,
  {
    id,
    findingId,
    caption,
    sourceLine,
    altText,
  }: Pick<Figure, 'id' | 'findingId' | 'caption' | 'sourceLine' | 'altText'>,
): void {
  db.prepare(
    'UPDATE figure SET finding_id = $findingId, caption = $caption, source_line = $sourceLine, alt_text = $altText WHERE id = $id',
  ).run({ id, findingId, caption, sourceLine, altText });
}

export function setFigurePosition(db: WritableDb, id: FigureId, position: number): void {
  db.prepare('UPDATE figure SET position = $position WHERE id = $id').run({ id, position });
}

export function setFigureWithdrawn(db: WritableDb, id: FigureId, at: Instant | null): void {
  db.prepare('UPDATE figure SET withdrawn_at = $at WHERE id = $id').run({ id, at });
}

/** How many of these entities the vault has. */
export function countEntities(db: ReadableDb, ids: readonly string[]): number {
  return toCount(
    db
      .prepare('SELECT count(*) AS n FROM entity WHERE id IN (SELECT value FROM json_each($ids))')
      .get({ ids: toJson(ids) }),
  );
}
