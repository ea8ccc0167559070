/** Views that people saved of a chart; content as JSON, parsed on the way out. */
import { ChartView } from '../../../shared/contract/chart.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { CaseId, ChartViewId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toJson } from '../../db/rows.ts';

const columns = `id, case_id AS caseId, name, content, saved_at AS savedAt, saved_by AS savedBy`;

function toView(row: Record<string, unknown>): ChartView {
  return ChartView.parse({ ...row, content: fromJson(row['content']) });
}

/** Saved anew under the same id it stands again, should it have been withdrawn. */
export function putChartView(db: WritableDb, view: ChartView): void {
  db.prepare(`INSERT INTO chart_view (id, case_id, name, content, saved_at, saved_by, withdrawn_at)
    VALUES ($id, $caseId, $name, $content, $savedAt, $savedBy, NULL)
    ON CONFLICT (id) DO UPDATE SET name = $name, content = $content, saved_at = $savedAt, saved_by = $savedBy, withdrawn_at = NULL`).run(
    { ...view, content: toJson(view.content) },
  );
}

/** Withdrawn ones too. */
export function findChartView(db: ReadableDb, id: ChartViewId): ChartView | null {
  const row = db.prepare(`SELECT ${columns} FROM chart_view WHERE id = $id`).get({ id });
  return row ? toView(row) : null;
}

export function chartViewsOfCase(db: ReadableDb, caseId: CaseId): ChartView[] {
  return db
    .prepare(`SELECT ${columns} FROM chart_view WHERE case_id = $caseId AND withdrawn_at IS NULL ORDER BY name, id`)
    .all({ caseId })
    .map(toView);
}

export function setChartViewWithdrawn(db: WritableDb, id: ChartViewId, at: Instant): void {
  db.prepare('UPDATE chart_view SET withdrawn_at = $at WHERE id = $id').run({ id, at });
}
