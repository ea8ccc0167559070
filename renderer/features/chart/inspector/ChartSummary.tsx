/** Nothing is chosen: what the chart holds, what is hidden, and its boxes and notes, for whoever does not go by the picture. */
import { Eye, Group, StickyNote } from 'lucide-react';
import { Button, countOf, Fact, Facts, Section } from '../../../ui/index.ts';
import type { ChartActions } from '../state/chartActions.ts';
import type { Chart } from '../state/useChart.ts';
import type { Picks } from '../state/usePicks.ts';

export function ChartSummary({ chart, picks, actions }: { chart: Chart; picks: Picks; actions: ChartActions }) {
  const { state, shown, graph } = chart;
  const hidden = state.hiddenIds.filter(id => chart.nodes.has(id)).length;
  const otherTimes = graph.nodes.length - hidden - shown.nodes.length;
  return (
    <>
      <div className="chart-inspector-head">
        <Facts>
          <Fact name="Shown">{countOf(shown.nodes.length, 'entity', 'entities')}</Fact>
          <Fact name="Ties">{countOf(shown.edges.length, 'tie')}</Fact>
          {state.broughtIds.length > 0 && <Fact name="From beyond the case">{state.broughtIds.length}</Fact>}
          {otherTimes > 0 && <Fact name="Not on this date">{otherTimes}</Fact>}
          {hidden > 0 && <Fact name="Hidden">{hidden}</Fact>}
        </Facts>
        {hidden > 0 && (
          <Button icon={Eye} onPress={actions.showHidden}>
            Show what is hidden
          </Button>
        )}
        <p className="inspector-soft">
          Choose an entity or a tie to read what it rests on; with Shift several. Arrow keys go from one to the next,
          Enter opens its menu.
        </p>
      </div>
      {state.groups.length > 0 && (
        <Section title="Groups" count={state.groups.length}>
          <ul className="chart-chosen">
            {state.groups.map(({ id, label }) => (
              <li key={id}>
                <Button kind="quiet" icon={Group} onPress={() => picks.press({ kind: 'box', id })}>
                  {label}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {state.notes.length > 0 && (
        <Section title="Notes" count={state.notes.length}>
          <ul className="chart-chosen">
            {state.notes.map(({ id, text }) => (
              <li key={id}>
                <Button kind="quiet" icon={StickyNote} onPress={() => picks.press({ kind: 'note', id })}>
                  {text.slice(0, 80)}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
