/** What has to be known of an exhibit's pages before its text is cut into blocks. */
import type { RenditionId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fromFlag } from '../../db/rows.ts';

export interface PageMeasure {
  chars: number;
  hasBoxes: boolean;
}

export function pageMeasures(db: ReadableDb, renditionId: RenditionId): PageMeasure[] {
  return db
    .prepare(`SELECT length(text) AS chars, words IS NOT NULL AND words <> '[]' AS hasBoxes FROM page
      WHERE rendition_id = $renditionId ORDER BY page_index`)
    .all({ renditionId })
    .map(row => ({ chars: Number(row['chars']), hasBoxes: fromFlag(row['hasBoxes']) }));
}
