import type { Exhibit } from '../../../shared/domain/exhibit.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { findExhibit } from '../exhibit/index.ts';

/** What came inside an exhibit, at any depth: its bytes hold theirs. */
export function insideExhibit(db: ReadableDb, exhibitId: string): Exhibit[] {
  return db
    .prepare(`WITH RECURSIVE inside (id) AS (
      SELECT id FROM exhibit WHERE parent_id = $exhibitId
      UNION SELECT exhibit.id FROM exhibit JOIN inside ON exhibit.parent_id = inside.id)
    SELECT exhibit.id FROM exhibit JOIN inside USING (id) ORDER BY number`)
    .all({ exhibitId })
    .flatMap(row => findExhibit(db, String(row['id'])) ?? []);
}
