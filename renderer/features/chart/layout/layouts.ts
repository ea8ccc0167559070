/** The layouts to choose from; all give the same picture for the same graph, and leave pinned nodes where they are. */
import { CircleDot, Grid3x3, type LucideIcon, Network, Orbit, Waypoints } from 'lucide-react';
import { forceSteps } from '../../../../shared/domain/chart/layout/forceSteps.ts';
import { circleLayout, gridLayout, ringsLayout } from '../../../../shared/domain/chart/layout/orders.ts';
import { type LayoutGraph, type Positions, withPins } from '../../../../shared/domain/chart/layout/positions.ts';
import { treeLayout } from '../../../../shared/domain/chart/layout/tree.ts';
import { inSlices } from './inSlices.ts';

export type LayoutName = 'force' | 'rings' | 'tree' | 'circle' | 'grid';

export const layouts: readonly { name: LayoutName; label: string; icon: LucideIcon; hint: string }[] = [
  { name: 'force', label: 'Force', icon: Waypoints, hint: 'Those tied to each other draw together' },
  { name: 'tree', label: 'Ownership tree', icon: Network, hint: 'Owners above what they own' },
  { name: 'rings', label: 'Rings', icon: Orbit, hint: 'Those with most ties in the middle' },
  { name: 'circle', label: 'Circle', icon: CircleDot, hint: 'All on one circle' },
  { name: 'grid', label: 'Grid', icon: Grid3x3, hint: 'Rows and columns, most ties first' },
];

export function isLayoutName(name: string): name is LayoutName {
  return layouts.some(one => one.name === name);
}

export async function layOut(
  name: LayoutName,
  graph: LayoutGraph,
  pins: Positions,
  signal: AbortSignal,
): Promise<Positions> {
  if (name === 'force') return inSlices(forceSteps(graph, pins), signal);
  const made = { tree: treeLayout, rings: ringsLayout, circle: circleLayout, grid: gridLayout }[name](graph);
  return withPins(made, pins);
}
