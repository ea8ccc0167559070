/** The chart as it goes: nodes and ties of what may be told, laid out here so that the viewer only draws. */
import {
  BundleChart,
  type BundleChartNode,
  type BundleChartTie,
} from '../../../../shared/domain/bundle/bundleChart.ts';
import { forceSteps } from '../../../../shared/domain/chart/layout/forceSteps.ts';
import { gridLayout } from '../../../../shared/domain/chart/layout/orders.ts';
import type { LayoutGraph, Positions } from '../../../../shared/domain/chart/layout/positions.ts';
import type { ReadableDb } from '../../../db/handles.ts';
import { chartViewsOfCase, linesOf, relationshipsAsLines } from '../../chart/index.ts';
import type { GatheredBundle } from '../gatherBundle.ts';
import type { EntitySurvey } from './survey.ts';
import { nameIn } from './tiesOf.ts';

/** The layout takes about 2 s for so many; beyond, rows and columns say as much as a tangle would. */
const MOST_BY_FORCE = 5000;

export async function makeChart(
  db: ReadableDb,
  survey: EntitySurvey,
  { input, concealer }: GatheredBundle,
  signal: AbortSignal,
): Promise<BundleChart> {
  const { entities, tyings } = survey;
  const asLines = relationshipsAsLines(tyings);
  const shown = [...entities.values()].filter(entity => !asLines.has(entity.id));
  const nodeIds = new Set<string>(shown.map(entity => entity.id));
  const ties = linesOf(tyings)
    .filter(line => nodeIds.has(line.sourceId) && nodeIds.has(line.targetId))
    .map(({ ownerKind, ...line }): BundleChartTie => {
      const owner = entities.get(line.entityId);
      // A thing's own dates say nothing of when it had an operator; those of an event or a record do.
      const extent = ownerKind === 'thing' ? undefined : owner?.extent;
      return {
        id: line.id,
        entityId: line.entityId,
        schema: line.schema,
        property: line.property,
        sourceId: line.sourceId,
        targetId: line.targetId,
        directed: line.directed,
        label: line.label,
        backLabel: line.backLabel,
        role: line.role || (line.property === null ? (extent?.role ?? '') : ''),
        fromOn: line.fromOn ?? extent?.fromOn ?? null,
        toOn: line.toOn ?? extent?.toOn ?? null,
        strength: owner?.strength.strength ?? 'possible',
        isJudged: owner?.strength.judgement !== null,
        citationCount: owner?.citationCount ?? 0,
      };
    });
  const places = await laidOut({ nodes: shown, edges: ties }, signal);
  const nodes = shown.map(
    (entity): BundleChartNode => ({
      ...nameIn(entity),
      countries: entity.countries,
      fromOn: entity.extent.fromOn,
      toOn: entity.extent.toOn,
      ...(places.get(entity.id) ?? { x: 0, y: 0 }),
    }),
  );
  const views = chartViewsOfCase(db, input.case.id).map(({ id, name, content }) => ({
    id,
    name,
    positions: only(content.positions, nodeIds),
    hiddenIds: content.hiddenIds.filter(one => nodeIds.has(one)),
    groups: content.groups.map(group => ({ ...group, memberIds: group.memberIds.filter(one => nodeIds.has(one)) })),
    notes: content.notes.map(({ id: noteId, text, width, x, y }) => ({ id: noteId, text, width, x, y })),
    asAt: content.asAt,
  }));
  return BundleChart.parse(concealer.concealIn({ nodes, ties, views }));
}

/** The same as the app's "Force", in slices, so that whoever wants to stop the export is heard. */
async function laidOut(graph: LayoutGraph, signal: AbortSignal): Promise<Positions> {
  if (graph.nodes.length > MOST_BY_FORCE) return gridLayout(graph);
  const steps = forceSteps(graph, new Map());
  for (let step = 0; ; step += 1) {
    const { done, value } = steps.next();
    if (done) return value;
    if (step % 20 !== 0) continue;
    signal.throwIfAborted();
    await new Promise(resolve => setImmediate(resolve));
  }
}

function only<Value>(record: Readonly<Record<string, Value>>, ids: ReadonlySet<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));
}
