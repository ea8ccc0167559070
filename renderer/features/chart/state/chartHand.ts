/** How the chart is looked at and what of its own is in hand: it stands so when one comes back from a page. */
import { CaseMemory } from '../../memory/index.ts';

export type ChartMode = 'canvas' | 'table';

/** Ties, notes and boxes are the chart's own; entities are chosen everywhere at once. */
export type Own = { kind: 'tie' | 'note' | 'box'; id: string } | null;

export const chartHand = new CaseMemory<{ mode: ChartMode; own: Own }>({ mode: 'canvas', own: null });
