/** The chart as tables: every tie in a row, or every entity with what it stands between. Equal to the canvas in what it tells. */
import { Table2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ChartEdge, ChartNode } from '../../../../shared/contract/chart.ts';
import { type NodeStatistics, statisticsOf, strengthsInOrder } from '../../../../shared/domain/chart/index.ts';
import { schemaOrThing } from '../../../../shared/domain/ftm/index.ts';
import { Empty, formatCount, LongName, Segmented } from '../../../ui/index.ts';
import { useNavigate } from '../../../workbench/index.ts';
import type { Chart } from '../state/useChart.ts';
import type { Picks } from '../state/usePicks.ts';
import { StrengthLine } from '../StrengthLine.tsx';
import { datesOf } from '../tieReading.ts';
import { type GridColumn, SortedGrid } from './SortedGrid.tsx';

export function ChartTable({ chart, picks }: { chart: Chart; picks: Picks }) {
  const [of, setOf] = useState<'ties' | 'entities'>('ties');
  const { shown } = chart;
  return (
    <div className="chart-table">
      <Segmented
        label="Rows"
        options={[
          { value: 'ties', label: `Ties (${formatCount(shown.edges.length)})` },
          { value: 'entities', label: `Entities (${formatCount(shown.nodes.length)})` },
        ]}
        value={of}
        onChange={setOf}
      />
      {of === 'ties' ? <Ties chart={chart} picks={picks} /> : <Entities chart={chart} picks={picks} />}
    </div>
  );
}

const none = <Empty icon={Table2} title="Nothing is shown" text="Show what is hidden, or choose all times." />;

function Ties({ chart, picks }: { chart: Chart; picks: Picks }) {
  const { go } = useNavigate();
  const { nodes, shown } = chart;
  const columns = useMemo(() => {
    const name = (id: string) => nodes.get(id)?.caption ?? '';
    const made: GridColumn<ChartEdge>[] = [
      {
        id: 'from',
        label: 'From',
        width: 'minmax(110px, 2fr)',
        cell: tie => <LongName name={name(tie.sourceId)} />,
        order: tie => name(tie.sourceId),
      },
      { id: 'reads', label: 'Reads', width: 'minmax(96px, 1.2fr)', cell: tie => tie.label, order: tie => tie.label },
      {
        id: 'to',
        label: 'To',
        width: 'minmax(110px, 2fr)',
        cell: tie => <LongName name={name(tie.targetId)} />,
        order: tie => name(tie.targetId),
      },
      { id: 'role', label: 'Role', width: 'minmax(60px, 1fr)', cell: tie => tie.role, order: tie => tie.role },
      {
        id: 'dates',
        label: 'When',
        width: 'minmax(96px, 1.2fr)',
        cell: datesOf,
        order: tie => tie.fromOn ?? tie.toOn ?? '',
      },
      {
        id: 'strength',
        label: 'How sure',
        width: '148px',
        cell: tie => <StrengthLine strength={tie.strength} isJudged={tie.isJudged} />,
        order: tie => strengthsInOrder.indexOf(tie.strength),
      },
      {
        id: 'citations',
        label: 'Citations',
        width: '68px',
        align: 'end',
        cell: tie => formatCount(tie.citationCount),
        order: tie => tie.citationCount,
      },
    ];
    return made;
  }, [nodes]);
  return (
    <SortedGrid
      label="Ties of the chart"
      columns={columns}
      rows={shown.edges}
      getKey={tie => tie.id}
      chosen={picks.drawnIds}
      onChoose={tie => picks.press({ kind: 'tie', id: tie.id })}
      onActivate={tie => go({ place: 'entities', entityId: tie.entityId })}
      empty={none}
    />
  );
}

interface EntityRow {
  node: ChartNode;
  numbers: NodeStatistics;
}

function Entities({ chart, picks }: { chart: Chart; picks: Picks }) {
  const { go } = useNavigate();
  const { shown } = chart;
  const rows = useMemo(() => {
    const numbers = statisticsOf(shown);
    return shown.nodes.flatMap(node => {
      const found = numbers.get(node.id);
      return found ? [{ node, numbers: found }] : [];
    });
  }, [shown]);
  const chosen = useMemo(() => new Set(picks.nodeIds), [picks.nodeIds]);
  return (
    <SortedGrid
      label="Entities of the chart"
      columns={entityColumns}
      rows={rows}
      getKey={({ node }) => node.id}
      chosen={chosen}
      onChoose={({ node }, additional) => picks.press({ kind: 'node', id: node.id }, additional)}
      onActivate={({ node }) => go({ place: 'entities', entityId: node.id })}
      empty={none}
    />
  );
}

const count = (id: string, label: string, of: (numbers: NodeStatistics) => number): GridColumn<EntityRow> => ({
  id,
  label,
  width: '76px',
  align: 'end',
  cell: ({ numbers }) => formatCount(of(numbers)),
  order: ({ numbers }) => of(numbers),
});

const entityColumns: readonly GridColumn<EntityRow>[] = [
  {
    id: 'name',
    label: 'Name',
    width: 'minmax(120px, 2fr)',
    cell: ({ node }) => <LongName name={node.caption} />,
    order: ({ node }) => node.caption,
  },
  {
    id: 'kind',
    label: 'Kind',
    width: 'minmax(74px, 1fr)',
    cell: ({ node }) => schemaOrThing(node.schema).label,
    order: ({ node }) => schemaOrThing(node.schema).label,
  },
  {
    id: 'hint',
    label: 'Told by',
    width: 'minmax(96px, 1.2fr)',
    cell: ({ node }) => node.hint,
    order: ({ node }) => node.hint,
  },
  {
    id: 'dates',
    label: 'When',
    width: 'minmax(70px, 1fr)',
    cell: ({ node }) => datesOf(node),
    order: ({ node }) => node.fromOn ?? '',
  },
  count('ties', 'Ties', numbers => numbers.ties),
  {
    id: 'between',
    label: 'Between',
    width: '76px',
    align: 'end',
    // The share of ways between two others that pass here.
    cell: ({ numbers }) => `${Math.round(numbers.between * 1000) / 10}\u202f%`,
    order: ({ numbers }) => numbers.between,
  },
  count('part', 'Part', numbers => numbers.part),
  count('citations', 'Citations', numbers => numbers.citations),
];
