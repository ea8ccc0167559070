import type { PassageRow } from '../../../shared/contract/passage.ts';
import { Passage } from '../../../shared/domain/passage.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import { type CaseId, type ExhibitId, PassageId, type RenditionId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, likeContains, toJson } from '../../db/rows.ts';
import { readTranslation, translationsOfPassage } from './passageTranslation.ts';

const columns = `passage.id, passage.exhibit_id AS exhibitId, rendition_id AS renditionId, kind, exact, prefix, suffix, position_start AS positionStart,
  position_end AS positionEnd, page_index AS pageIndex, page_label AS pageLabel, rects, note, tags, anchor, marked_at AS markedAt,
  marked_by AS markedBy, passage.withdrawn_at AS withdrawnAt,
  (SELECT count(*) FROM citation WHERE passage_id = passage.id AND citation.withdrawn_at IS NULL)
    + (SELECT count(*) FROM statement_citation sc JOIN statement ON statement.id = sc.statement_id
       WHERE sc.passage_id = passage.id AND sc.withdrawn_at IS NULL AND statement.withdrawn_at IS NULL) AS citationCount, ${translationsOfPassage} AS translations`;

function toPassage(row: Record<string, unknown>): Passage {
  const { exact, prefix, suffix, positionStart, positionEnd, translations } = row;
  return Passage.parse({
    ...row,
    quote: { exact, prefix, suffix },
    position: positionStart === null ? null : { start: positionStart, end: positionEnd },
    rects: fromJson(row['rects']),
    tags: fromJson(row['tags']),
    translation: readTranslation(translations),
  });
}

export function insertPassage(
  db: WritableDb,
  { quote, position, rects, tags, citationCount: _, translation: __, ...passage }: Passage,
): void {
  db.prepare(`INSERT INTO passage (id, exhibit_id, rendition_id, kind, exact, prefix, suffix, position_start, position_end, page_index,
      page_label, rects, note, tags, anchor, marked_at, marked_by, withdrawn_at)
    VALUES ($id, $exhibitId, $renditionId, $kind, $exact, $prefix, $suffix, $start, $end, $pageIndex, $pageLabel, $rects, $note, $tags, $anchor,
      $markedAt, $markedBy, $withdrawnAt)`).run({
    ...passage,
    ...quote,
    start: position?.start ?? null,
    end: position?.end ?? null,
    rects: toJson(rects),
    tags: toJson(tags),
  });
}

export function updatePassageWords(db: WritableDb, { id, note, tags }: Pick<Passage, 'id' | 'note' | 'tags'>): void {
  db.prepare('UPDATE passage SET note = $note, tags = $tags WHERE id = $id').run({ id, note, tags: toJson(tags) });
}

export function updateAnchor(
  db: WritableDb,
  id: string,
  anchor: Passage['anchor'],
  found: { renditionId: RenditionId; start: number; end: number; pageIndex: number; pageLabel: string | null } | null,
): void {
  if (!found) db.prepare('UPDATE passage SET anchor = $anchor WHERE id = $id').run({ id, anchor });
  else
    db.prepare(`UPDATE passage SET anchor = $anchor, rendition_id = $renditionId, position_start = $start, position_end = $end,
                   page_index = $pageIndex, page_label = $pageLabel WHERE id = $id`).run({ id, anchor, ...found });
}

export function setPassageWithdrawn(db: WritableDb, id: string, at: Instant | null): void {
  db.prepare('UPDATE passage SET withdrawn_at = $at WHERE id = $id').run({ id, at });
}

export function findPassage(db: ReadableDb, id: string): Passage | null {
  const row = db.prepare(`SELECT ${columns} FROM passage WHERE id = $id`).get({ id });
  return row ? toPassage(row) : null;
}

export function passagesOfExhibit(db: ReadableDb, exhibitId: ExhibitId): Passage[] {
  return db
    .prepare(`SELECT ${columns} FROM passage WHERE exhibit_id = $exhibitId AND withdrawn_at IS NULL
                     ORDER BY page_index, position_start, id`)
    .all({ exhibitId })
    .map(toPassage);
}

export function passagesOfDocument(db: ReadableDb, sha256: string): Passage[] {
  return db
    .prepare(`SELECT ${columns} FROM passage JOIN exhibit ON exhibit.id = passage.exhibit_id WHERE sha256 = $sha256`)
    .all({ sha256 })
    .map(toPassage);
}

const rows = `SELECT ${columns}, exhibit.number AS exhibitNumber, exhibit.title AS exhibitTitle FROM passage JOIN exhibit ON exhibit.id = passage.exhibit_id`;

function toRow(row: Record<string, unknown>): PassageRow {
  return { ...toPassage(row), exhibitNumber: Number(row['exhibitNumber']), exhibitTitle: String(row['exhibitTitle']) };
}

export function findPassageRow(db: ReadableDb, id: string): PassageRow | null {
  const row = db.prepare(`${rows} WHERE passage.id = $id`).get({ id });
  return row ? toRow(row) : null;
}

export function passagesOfCase(db: ReadableDb, caseId: CaseId, words: string): PassageRow[] {
  const pattern = words.trim() === '' ? null : likeContains(words.trim());
  return db
    .prepare(`${rows} WHERE case_id = $caseId AND passage.withdrawn_at IS NULL
      AND ($pattern IS NULL OR exact LIKE $pattern ESCAPE '\\' OR note LIKE $pattern ESCAPE '\\' OR tags LIKE $pattern ESCAPE '\\')
    ORDER BY exhibit.number, page_index, position_start`)
    .all({ caseId, pattern })
    .map(toRow);
}

/** A standing passage over just these words (UTF-16 offsets in the page's text), the first that was marked. */
export function passageAt(
  db: ReadableDb,
  { exhibitId, pageIndex, start, end }: { exhibitId: ExhibitId; pageIndex: number; start: number; end: number },
): PassageId | null {
  const row = db
    .prepare(`SELECT id FROM passage WHERE exhibit_id = $exhibitId AND page_index = $pageIndex AND position_start = $start AND position_end = $end
      AND withdrawn_at IS NULL AND anchor <> 'orphaned' ORDER BY marked_at LIMIT 1`)
    .get({ exhibitId, pageIndex, start, end });
  return row ? PassageId.parse(row['id']) : null;
}
