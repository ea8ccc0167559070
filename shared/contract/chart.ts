/** The link chart: what there is to draw of a case, and the views that people saved of it. */
import { z } from 'zod';
import { EntityKind, Strength } from '../domain/entity/entity.ts';
import { WorldDate } from '../domain/entity/statement.ts';
import { Instant } from '../kernel/dates.ts';
import { CaseId, ChartViewId, EntityId, StatementId } from '../kernel/ids.ts';
import { command, done, query } from './operation.ts';

export const ChartNode = z.object({
  id: EntityId,
  kind: EntityKind,
  schema: z.string(),
  caption: z.string(),
  hint: z.string(),
  /** Two-letter codes of flag, nationality or jurisdiction. */
  countries: z.array(z.string()),
  /** Of an event or of a thing with a beginning and an end; null: not said. */
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
});
export type ChartNode = z.infer<typeof ChartNode>;

export const ChartEdge = z.object({
  /** Unique in the answer. */
  id: z.string(),
  /** The relationship, event or record that ties. */
  entityId: EntityId,
  statementId: StatementId,
  /** `Ownership`, …; for a tie by property, such as `holder` or `participant`, the schema of the entity that has it. */
  schema: z.string(),
  /** The property of a tie by property, else null. */
  property: z.string().nullable(),
  sourceId: EntityId,
  targetId: EntityId,
  directed: z.boolean(),
  /** "owns". */
  label: z.string(),
  /** "is owned by". */
  backLabel: z.string(),
  role: z.string(),
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
  strength: Strength,
  isJudged: z.boolean(),
  citationCount: z.number().int(),
});
export type ChartEdge = z.infer<typeof ChartEdge>;

export const ChartGraph = z.object({ nodes: z.array(ChartNode), edges: z.array(ChartEdge) });
export type ChartGraph = z.infer<typeof ChartGraph>;

const point = z.object({ x: z.number(), y: z.number() });
/** What a saved view holds. Ids that are gone, or merged away, are passed over when it is opened. */
export const ChartViewContent = z.object({
  layout: z.string().max(40),
  positions: z.record(z.string(), point),
  hiddenIds: z.array(z.string()).max(100_000),
  /** Shown as one until opened. */
  groups: z
    .array(
      z.object({ id: z.string(), label: z.string().max(200), memberIds: z.array(z.string()), collapsed: z.boolean() }),
    )
    .max(2000),
  notes: z.array(point.extend({ id: z.string(), text: z.string().max(4000), width: z.number() })).max(1000),
  asAt: WorldDate.nullable(),
  pinnedIds: z.array(z.string()).default([]),
  camera: point.extend({ zoom: z.number() }).nullable().default(null),
});
export type ChartViewContent = z.infer<typeof ChartViewContent>;

export const ChartView = z.object({
  id: ChartViewId,
  caseId: CaseId,
  name: z.string().trim().min(1).max(200),
  content: ChartViewContent,
  savedAt: Instant,
  savedBy: z.string(),
});
export type ChartView = z.infer<typeof ChartView>;

export const chartContract = {
  /** The whole case, or what lies within `steps` of some entities (of the whole vault, if `caseId` is null). */
  'chart.graph': query(
    z.object({
      caseId: CaseId.nullable(),
      around: z.array(EntityId).max(100_000).default([]),
      steps: z.number().int().min(0).max(4).default(1),
    }),
    ChartGraph,
  ),
  'chart.views': query(z.object({ caseId: CaseId }), z.array(ChartView)),
  'chart.saveView': command(
    z.object({
      caseId: CaseId,
      viewId: ChartViewId.nullable().default(null),
      name: ChartView.shape.name,
      content: ChartViewContent,
    }),
    ChartView,
  ),
  'chart.withdrawView': command(z.object({ viewId: ChartViewId }), done),
} as const;
