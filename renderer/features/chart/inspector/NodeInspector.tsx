/** One entity of the chart: what it is, what more it could bring, its ties as it reads them, and the words it rests on. */
import { EyeOff, Pin, PinOff, Plus } from 'lucide-react';
import type { ChartEdge, ChartNode } from '../../../../shared/contract/chart.ts';
import { expansionsOf } from '../../../../shared/domain/chart/index.ts';
import { schemaOrThing, valuesOfType } from '../../../../shared/domain/ftm/index.ts';
import { useQuery } from '../../../api/index.ts';
import { Button, Fact, Facts, Loading, Section } from '../../../ui/index.ts';
import { CitedWords, EntityLink } from '../../entity/index.ts';
import type { ChartActions } from '../state/chartActions.ts';
import type { Chart } from '../state/useChart.ts';
import type { Picks } from '../state/usePicks.ts';
import { StrengthLine } from '../StrengthLine.tsx';
import { datesOf } from '../tieReading.ts';

export interface NodeInspectorProps {
  node: ChartNode;
  chart: Chart;
  picks: Picks;
  actions: ChartActions;
}

export function NodeInspector({ node, chart, picks, actions }: NodeInspectorProps) {
  const ties = chart.shown.edges.filter(tie => tie.sourceId === node.id || tie.targetId === node.id);
  const isPinned = chart.state.pinnedIds.includes(node.id);
  const countries = node.countries.map(code => valuesOfType('country')[code] ?? code).join(', ');
  return (
    <>
      <div className="chart-inspector-head">
        <EntityLink entity={node} />
        <Facts>
          <Fact name="Kind">{schemaOrThing(node.schema).label}</Fact>
          {countries !== '' && <Fact name="Country">{countries}</Fact>}
          {datesOf(node) !== '' && <Fact name="When">{datesOf(node)}</Fact>}
        </Facts>
        <div className="chart-inspector-buttons">
          <Button kind="quiet" icon={EyeOff} onPress={() => actions.hide([node.id])}>
            Hide
          </Button>
          <Button kind="quiet" icon={isPinned ? PinOff : Pin} onPress={() => actions.pin([node.id], !isPinned)}>
            {isPinned ? 'Unpin' : 'Pin'}
          </Button>
        </div>
      </div>
      <Section title="Bring more">
        <Expansions id={node.id} chart={chart} onBring={actions.bring} />
      </Section>
      <Section title="Ties shown" count={ties.length}>
        <ul className="chart-ties">
          {ties.map(tie => (
            <TieLine
              key={tie.id}
              tie={tie}
              from={node.id}
              chart={chart}
              onPress={() => picks.press({ kind: 'tie', id: tie.id })}
            />
          ))}
        </ul>
      </Section>
      <Section title="Cited words">
        <CitedWords entityIds={[node.id]} />
      </Section>
    </>
  );
}

interface TieLineProps {
  tie: ChartEdge;
  from: string;
  chart: Chart;
  onPress(): void;
}

/** As the entity in hand reads it: "is owned by Quellmark Shipping, from 2019". */
function TieLine({ tie, from, chart, onPress }: TieLineProps) {
  const isSource = tie.sourceId === from;
  const other = chart.nodes.get(isSource ? tie.targetId : tie.sourceId);
  const dates = datesOf(tie);
  return (
    <li>
      <button type="button" className="chart-tie" onClick={onPress}>
        <span dir="auto">
          {isSource ? tie.label : tie.backLabel} <b>{other?.caption}</b>
        </span>
        <span className="chart-tie-more">
          <StrengthLine strength={tie.strength} sample />
          {dates !== '' && <span>{dates}</span>}
        </span>
      </button>
    </li>
  );
}

/** What lies in the vault beyond what is shown, by type. */
function Expansions({ id, chart, onBring }: { id: string; chart: Chart; onBring(ids: readonly string[]): void }) {
  const { data } = useQuery('chart.graph', { caseId: null, around: [id as ChartNode['id']], steps: 1 });
  if (!data) return <Loading label="Looking for more" rows={1} />;
  const more = expansionsOf(data, id, new Set(chart.shown.nodes.map(node => node.id))).filter(
    one => one.newIds.length > 0,
  );
  if (more.length === 0) return <p className="inspector-soft">All that it is tied to is shown.</p>;
  return (
    <div className="chart-inspector-buttons">
      {more.map(({ key, label, newIds }) => (
        <Button key={key} icon={Plus} onPress={() => onBring(newIds)}>
          {label} <span className="chart-count">{newIds.length}</span>
        </Button>
      ))}
    </div>
  );
}
