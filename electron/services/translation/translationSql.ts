import type { TranslationSummary } from '../../../shared/contract/translation.ts';
import { Translation } from '../../../shared/domain/translation.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { ExhibitId, TranslationId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromFlag, toFlag } from '../../db/rows.ts';

const columns = `id, exhibit_id AS exhibitId, page_index AS pageIndex, passage_id AS passageId, linked_exhibit_id AS linkedExhibitId, text,
  language, translator, method, is_certified AS isCertified, certification_note AS certificationNote, made_on AS madeOn, version,
  written_at AS writtenAt, written_by AS writtenBy, superseded_at AS supersededAt, withdrawn_at AS withdrawnAt`;
const standing = 'superseded_at IS NULL AND translation.withdrawn_at IS NULL';

function toTranslation({
  pageIndex,
  passageId,
  linkedExhibitId,
  isCertified,
  ...row
}: Record<string, unknown>): Translation {
  const of =
    passageId !== null
      ? { kind: 'passage', passageId }
      : linkedExhibitId !== null
        ? { kind: 'exhibit', linkedExhibitId }
        : { kind: 'page', pageIndex };
  return Translation.parse({ ...row, of, isCertified: fromFlag(isCertified) });
}

export function insertTranslation(
  db: WritableDb,
  { of, isCertified, ...translation }: Translation,
  supersedesId: TranslationId | null,
): void {
  db.prepare(`INSERT INTO translation (id, exhibit_id, page_index, passage_id, linked_exhibit_id, text, language, translator, method,
      is_certified, certification_note, made_on, version, supersedes_id, written_at, written_by, superseded_at, withdrawn_at)
    VALUES ($id, $exhibitId, $pageIndex, $passageId, $linkedExhibitId, $text, $language, $translator, $method,
      $isCertified, $certificationNote, $madeOn, $version, $supersedesId, $writtenAt, $writtenBy, $supersededAt, $withdrawnAt)`).run(
    {
      ...translation,
      isCertified: toFlag(isCertified),
      supersedesId,
      pageIndex: of.kind === 'page' ? of.pageIndex : null,
      passageId: of.kind === 'passage' ? of.passageId : null,
      linkedExhibitId: of.kind === 'exhibit' ? of.linkedExhibitId : null,
    },
  );
}

export function setSuperseded(db: WritableDb, id: TranslationId, at: Instant): void {
  db.prepare('UPDATE translation SET superseded_at = $at WHERE id = $id').run({ id, at });
}

export function setTranslationWithdrawn(db: WritableDb, id: TranslationId, at: Instant | null): void {
  db.prepare('UPDATE translation SET withdrawn_at = $at WHERE id = $id').run({ id, at });
}

export function findTranslation(db: ReadableDb, id: string): Translation | null {
  const row = db.prepare(`SELECT ${columns} FROM translation WHERE id = $id`).get({ id });
  return row ? toTranslation(row) : null;
}

export function translationsOfExhibit(
  db: ReadableDb,
  exhibitId: ExhibitId,
  { pageIndex, history }: { pageIndex: number | null; history: boolean },
): Translation[] {
  return db
    .prepare(`SELECT ${columns} FROM translation WHERE exhibit_id = $exhibitId AND ($pageIndex IS NULL OR page_index = $pageIndex)
      AND ($history OR (${standing})) ORDER BY page_index, passage_id, written_at DESC, id DESC`)
    .all({ exhibitId, pageIndex, history: toFlag(history) })
    .map(toTranslation);
}

/** One row for each hand, method and language; each linked exhibit by itself. */
export function summariesOfExhibit(db: ReadableDb, exhibitId: ExhibitId): TranslationSummary[] {
  return db
    .prepare(`SELECT language, translator, method, is_certified AS isCertified, count(DISTINCT page_index) AS pageCount,
        count(DISTINCT passage_id) AS passageCount, min(page_index) AS firstPage, linked_exhibit_id AS linkedId, max(translation.id) AS id,
        exhibit.number, exhibit.title
      FROM translation LEFT JOIN exhibit ON exhibit.id = linked_exhibit_id
      WHERE exhibit_id = $exhibitId AND ${standing}
      GROUP BY language, translator, method, is_certified, linked_exhibit_id ORDER BY linked_exhibit_id IS NULL, language, translator, method`)
    .all({ exhibitId })
    .map(({ linkedId, id, number, title, isCertified, ...row }) => ({
      ...(row as Pick<
        TranslationSummary,
        'language' | 'translator' | 'method' | 'pageCount' | 'passageCount' | 'firstPage'
      >),
      isCertified: fromFlag(isCertified),
      linked:
        linkedId === null
          ? null
          : {
              translationId: id as TranslationId,
              exhibitId: linkedId as ExhibitId,
              number: Number(number),
              title: String(title),
            },
    }));
}

export function translatedBy(
  db: ReadableDb,
  linkedExhibitId: ExhibitId,
): { exhibitId: ExhibitId; number: number; title: string }[] {
  return db
    .prepare(`SELECT DISTINCT exhibit.id AS exhibitId, number, title FROM translation JOIN exhibit ON exhibit.id = exhibit_id
      WHERE linked_exhibit_id = $linkedExhibitId AND ${standing} ORDER BY number`)
    .all({ linkedExhibitId })
    .map(row => ({
      exhibitId: row['exhibitId'] as ExhibitId,
      number: Number(row['number']),
      title: String(row['title']),
    }));
}

/** True where this very link stands already. */
export function isLinked(db: ReadableDb, exhibitId: ExhibitId, linkedExhibitId: ExhibitId): boolean {
  return (
    db
      .prepare(
        `SELECT 1 FROM translation WHERE exhibit_id = $exhibitId AND linked_exhibit_id = $linkedExhibitId AND ${standing}`,
      )
      .get({ exhibitId, linkedExhibitId }) !== undefined
  );
}
