/** A passage's translation as a column beside the passage's own, for whoever reads passages or citations. */
import { PassageTranslation, weightiest } from '../../../shared/domain/translation.ts';
import { fromFlag, fromJson } from '../../db/rows.ts';

/** What stands now, latest first; joined to a `passage` in the statement. */
export const translationsOfPassage = `(SELECT json_group_array(json(one)) FROM (SELECT json_object('id', id, 'text', text, 'language', language,
    'translator', translator, 'method', method, 'isCertified', is_certified, 'certificationNote', certification_note, 'madeOn', made_on) AS one
  FROM translation WHERE translation.passage_id = passage.id AND superseded_at IS NULL AND translation.withdrawn_at IS NULL
  ORDER BY written_at DESC, id DESC))`;

/** The weightiest of them; null where there is none. */
export function readTranslation(column: unknown): PassageTranslation | null {
  const rows = fromJson(column);
  if (!Array.isArray(rows)) return null;
  return weightiest(
    rows.map((row: Record<string, unknown>) =>
      PassageTranslation.parse({ ...row, isCertified: fromFlag(row['isCertified']) }),
    ),
  );
}
