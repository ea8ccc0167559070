/** `chart`: what there is to draw, laid out when the bundle was made, and the views that people saved. */
import { z } from 'zod';
import { Strength } from '../entity/entity.ts';
import { BundleEntityName } from './bundleEntity.ts';

const point = z.object({ x: z.number(), y: z.number() });

export const BundleChartNode = BundleEntityName.extend({
  countries: z.array(z.string()),
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
  /** Of its middle, in the default layout; a node with its name beneath it takes 150 by 96. */
  x: z.number(),
  y: z.number(),
});
export type BundleChartNode = z.infer<typeof BundleChartNode>;

export const BundleChartTie = z.object({
  id: z.string(),
  /** The relationship, event or record that ties: where its statements and citations are. */
  entityId: z.string(),
  schema: z.string(),
  property: z.string().nullable(),
  sourceId: z.string(),
  targetId: z.string(),
  directed: z.boolean(),
  label: z.string(),
  backLabel: z.string(),
  role: z.string(),
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
  strength: Strength,
  isJudged: z.boolean(),
  citationCount: z.number().int(),
});
export type BundleChartTie = z.infer<typeof BundleChartTie>;

export const BundleChartView = z.object({
  id: z.string(),
  name: z.string(),
  /** Of nodes by id; one that is not here stands where the default layout has it. */
  positions: z.record(z.string(), point),
  hiddenIds: z.array(z.string()),
  groups: z.array(
    z.object({ id: z.string(), label: z.string(), memberIds: z.array(z.string()), collapsed: z.boolean() }),
  ),
  notes: z.array(point.extend({ id: z.string(), text: z.string(), width: z.number() })),
  asAt: z.string().nullable(),
});
export type BundleChartView = z.infer<typeof BundleChartView>;

export const BundleChart = z.object({
  nodes: z.array(BundleChartNode),
  ties: z.array(BundleChartTie),
  views: z.array(BundleChartView),
});
export type BundleChart = z.infer<typeof BundleChart>;
