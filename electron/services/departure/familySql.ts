import { Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { HandlingMark } from '../../../shared/domain/handlingMark.ts';
import type { ReadableDb } from '../../db/handles.ts';

/** As much of an exhibit as the rules of leaving ask for. */
export interface Relative {
  id: string;
  name: string;
  mark: HandlingMark;
}

function toRelative(row: Record<string, unknown>): Relative {
  return {
    id: String(row['id']),
    name: exhibitNumber(Number(row['number'])),
    mark: Exhibit.shape.handlingMark.parse(row['mark']),
  };
}

export function findRelative(db: ReadableDb, exhibitId: string): Relative | null {
  const row = db
    .prepare('SELECT id, number, handling_mark AS mark FROM exhibit WHERE id = $exhibitId')
    .get({ exhibitId });
  return row ? toRelative(row) : null;
}

/** What came inside an exhibit, at any depth: its bytes hold theirs. */
export function insideExhibit(db: ReadableDb, exhibitId: string): Relative[] {
  return db
    .prepare(`WITH RECURSIVE inside (id) AS (
      SELECT id FROM exhibit WHERE parent_id = $exhibitId
      UNION SELECT exhibit.id FROM exhibit JOIN inside ON exhibit.parent_id = inside.id)
    SELECT exhibit.id, number, handling_mark AS mark FROM exhibit JOIN inside USING (id) ORDER BY number`)
    .all({ exhibitId })
    .map(toRelative);
}

/** What an exhibit came inside of, the nearest first. */
export function aroundExhibit(db: ReadableDb, exhibitId: string): Relative[] {
  return db
    .prepare(`WITH RECURSIVE around (id, depth) AS (
      SELECT parent_id, 1 FROM exhibit WHERE id = $exhibitId AND parent_id IS NOT NULL
      UNION SELECT exhibit.parent_id, depth + 1 FROM exhibit JOIN around USING (id) WHERE exhibit.parent_id IS NOT NULL)
    SELECT exhibit.id, number, handling_mark AS mark FROM around JOIN exhibit USING (id) ORDER BY depth`)
    .all({ exhibitId })
    .map(toRelative);
}
