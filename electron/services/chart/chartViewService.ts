import type { ChartView } from '../../../shared/contract/chart.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ChartViewId } from '../../../shared/kernel/ids.ts';
import { requireCase, requireOfCase } from '../case/index.ts';
import type { CommandContext } from '../context.ts';
import { findChartView, putChartView, setChartViewWithdrawn } from './chartViewSql.ts';

export function saveChartView(
  ctx: CommandContext,
  { caseId, viewId, name, content }: ParsedInputOf<'chart.saveView'>,
): ChartView {
  requireCase(ctx.db, caseId);
  if (viewId !== null) requireOfCase('chart view', requireView(ctx, viewId).caseId, caseId);
  const view: ChartView = {
    id: viewId ?? ctx.newId('viw'),
    caseId,
    name,
    content,
    savedAt: ctx.now(),
    savedBy: ctx.actor,
  };
  putChartView(ctx.db, view);
  ctx.custody.record({ action: 'chart-view-saved', caseId, subject: view.id, details: { name } });
  return view;
}

export function withdrawChartView(
  ctx: CommandContext,
  { viewId }: ParsedInputOf<'chart.withdrawView'>,
): Record<string, never> {
  const view = requireView(ctx, viewId);
  setChartViewWithdrawn(ctx.db, viewId, ctx.now());
  ctx.custody.record({
    action: 'chart-view-withdrawn',
    caseId: view.caseId,
    subject: viewId,
    details: { name: view.name },
  });
  return {};
}

function requireView({ db }: CommandContext, id: ChartViewId): ChartView {
  const view = findChartView(db, id);
  if (!view) throw new ProbatumError('not-found', { what: 'chart view', id });
  return view;
}
