import { FoldVertical, Ungroup, UnfoldVertical } from 'lucide-react';
import type { ChartGroup } from '../../../../shared/domain/chart/index.ts';
import { Button, Section, TextField } from '../../../ui/index.ts';
import { EntityLink } from '../../entity/index.ts';
import type { ChartActions } from '../state/chartActions.ts';
import type { Chart } from '../state/useChart.ts';

/** A box around several: its name, folded or open, and who is in it. */
export function BoxInspector({ box, chart, actions }: { box: ChartGroup; chart: Chart; actions: ChartActions }) {
  return (
    <>
      <div className="chart-inspector-head">
        <TextField
          key={box.id}
          label="Name of the group"
          value={box.label}
          maxLength={200}
          onCommit={label => label.trim() !== '' && label !== box.label && actions.rename(box.id, label.trim())}
        />
        <div className="chart-inspector-buttons">
          <Button
            icon={box.collapsed ? UnfoldVertical : FoldVertical}
            onPress={() => actions.fold(box.id, !box.collapsed)}
          >
            {box.collapsed ? 'Open' : 'Fold into one'}
          </Button>
          <Button kind="quiet" icon={Ungroup} onPress={() => actions.ungroup(box.id)}>
            Dissolve
          </Button>
        </div>
      </div>
      <Section title="In it" count={box.memberIds.length}>
        <ul className="chart-chosen">
          {box.memberIds.map(id => {
            const node = chart.nodes.get(id);
            return node && <li key={id}>{<EntityLink entity={node} />}</li>;
          })}
        </ul>
      </Section>
    </>
  );
}
