/** The chart as rows: from, tie, to, when, how sure, how many citations. */
import { useMemo } from 'react';
import type { BundleChart } from '../../../../shared/domain/bundle/bundleChart.ts';
import { describeSpan } from '../../../../shared/domain/timeline/index.ts';
import { languageOf } from '../../content/languageOf.ts';
import { LongBody } from '../../shell/LongBody.tsx';
import { Strength } from '../Strength.tsx';
import type { PlacedScene } from './chartScene.ts';

interface Props {
  chart: BundleChart;
  placed: PlacedScene;
  item: string | null;
  onOpen: (id: string) => void;
}

export function ChartTable({ chart, placed, item, onOpen }: Props) {
  const names = useMemo(() => new Map(chart.nodes.map(({ id, caption }) => [id, caption] as const)), [chart]);
  const rows = useMemo(() => {
    const shown = new Set(placed.scene.ties.map(tie => tie.id));
    return chart.ties.filter(tie => shown.has(tie.id));
  }, [chart, placed]);
  const name = (id: string) => {
    const caption = names.get(id) ?? '';
    return (
      <button type="button" className="row-link" onClick={() => onOpen(id)}>
        <span lang={languageOf(caption)}>{caption}</span>
      </button>
    );
  };
  return (
    <table className="chart-table" aria-label="The chart as a table" aria-rowcount={rows.length + 1}>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Tie</th>
          <th scope="col">To</th>
          <th scope="col">When</th>
          <th scope="col">How sure</th>
          <th scope="col" className="amount">
            Citations
          </th>
        </tr>
      </thead>
      <LongBody
        items={rows}
        keyOf={tie => tie.id}
        estimatePx={34}
        columns={6}
        row={(tie, place) => (
          <tr {...place} aria-current={tie.entityId === item ? 'true' : undefined}>
            <td>{name(tie.sourceId)}</td>
            <td>
              <button type="button" className="row-link" onClick={() => onOpen(tie.entityId)}>
                {tie.label}
                {tie.role && ` (${tie.role})`}
              </button>
            </td>
            <td>{name(tie.targetId)}</td>
            <td>{tie.fromOn !== null || tie.toOn !== null ? describeSpan(tie.fromOn, tie.toOn) : ''}</td>
            <td>
              <Strength strength={tie.strength} />
            </td>
            <td className="amount">{tie.citationCount}</td>
          </tr>
        )}
      />
    </table>
  );
}
