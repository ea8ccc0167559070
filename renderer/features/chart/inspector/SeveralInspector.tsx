/** Several entities at once: gather them in a box, hide or pin them; with two of them, the ways between. */
import { Eye, EyeOff, Group, Pin } from 'lucide-react';
import type { Path } from '../../../../shared/domain/chart/index.ts';
import { Button, countOf, Section } from '../../../ui/index.ts';
import { EntityLink } from '../../entity/index.ts';
import type { ChartActions } from '../state/chartActions.ts';
import { bring } from '../state/chartState.ts';
import type { Chart } from '../state/useChart.ts';
import type { Picks } from '../state/usePicks.ts';
import { Paths } from './Paths.tsx';

export interface SeveralInspectorProps {
  chart: Chart;
  picks: Picks;
  actions: ChartActions;
  lit: Path | null;
  onLight(path: Path | null): void;
}

/** Beyond these a list says no more than the number. */
const LISTED = 60;

export function SeveralInspector({ chart, picks, actions, lit, onLight }: SeveralInspectorProps) {
  const { nodeIds } = picks;
  const [fromId, toId] = nodeIds;
  return (
    <>
      <div className="chart-inspector-head">
        <h2 className="chart-inspector-title">{countOf(nodeIds.length, 'entity', 'entities')} chosen</h2>
        <div className="chart-inspector-buttons">
          <Button icon={Group} onPress={() => actions.group(nodeIds)}>
            Group
          </Button>
          <Button kind="quiet" icon={EyeOff} onPress={() => actions.hide(nodeIds)}>
            Hide
          </Button>
          <Button kind="quiet" icon={Eye} onPress={() => actions.showAround(nodeIds)}>
            Only these and neighbours
          </Button>
          <Button kind="quiet" icon={Pin} onPress={() => actions.pin(nodeIds, true)}>
            Pin
          </Button>
        </div>
      </div>
      {nodeIds.length === 2 && fromId !== undefined && toId !== undefined && (
        <Section title="Ways between them">
          <Paths
            key={`${fromId} ${toId}`}
            fromId={fromId}
            toId={toId}
            chart={chart}
            lit={lit}
            onLight={onLight}
            onBring={ids => chart.take('bringing a way between two', now => bring(now, ids, chart.ofCase))}
          />
        </Section>
      )}
      <Section title="Chosen">
        <ul className="chart-chosen">
          {nodeIds.slice(0, LISTED).map(id => {
            const node = chart.nodes.get(id);
            return node && <li key={id}>{<EntityLink entity={node} />}</li>;
          })}
        </ul>
        {nodeIds.length > LISTED && (
          <p className="inspector-soft">and {countOf(nodeIds.length - LISTED, 'other')}; the table lists all.</p>
        )}
      </Section>
    </>
  );
}
