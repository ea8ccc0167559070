import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import { chartGraph } from './chartGraph.ts';
import { saveChartView, withdrawChartView } from './chartViewService.ts';
import { chartViewsOfCase } from './chartViewSql.ts';

export { linesOf, relationshipsAsLines } from './chartEdges.ts';
export { chartViewsOfCase } from './chartViewSql.ts';
export type { Tying } from './tyingSql.ts';

export const chartHandlers = {
  'chart.graph': chartGraph,
  'chart.views': ({ db }, { caseId }) => chartViewsOfCase(db, caseId),
  'chart.saveView': saveChartView,
  'chart.withdrawView': withdrawChartView,
} satisfies Handlers<Extract<OperationName, `chart.${string}`>>;
