/** One tie: how each side reads it, when, how sure it is and why, and the words it rests on; a click opens the page. */
import { ArrowRight } from 'lucide-react';
import type { ChartEdge } from '../../../../shared/contract/chart.ts';
import { dateWords } from '../../../../shared/domain/entity/caption.ts';
import { useQuery } from '../../../api/index.ts';
import { Button, Fact, Facts, Failed, Loading, Section } from '../../../ui/index.ts';
import { useNavigate } from '../../../workbench/index.ts';
import { CitedWords, EntityLink } from '../../entity/index.ts';
import type { Chart } from '../state/useChart.ts';
import { StrengthLine } from '../StrengthLine.tsx';
import { datesOf, tieKind } from '../tieReading.ts';

export function TieInspector({ tie, chart }: { tie: ChartEdge; chart: Chart }) {
  const { go } = useNavigate();
  const source = chart.nodes.get(tie.sourceId);
  const target = chart.nodes.get(tie.targetId);
  const owner = chart.nodes.get(tie.entityId);
  const dates = datesOf(tie);
  const { asAt } = chart.state;
  // It stays in hand while the date is moved, or one of its ends is hidden.
  const absent = chart.shown.edges.some(one => one.id === tie.id)
    ? null
    : `Not on the chart now: ${asAt === null ? 'hidden' : `hidden, or not there as at ${dateWords(asAt)}`}.`;
  return (
    <>
      <div className="chart-inspector-head">
        <div className="chart-reading">
          {source && <EntityLink entity={source} />}
          <span>{tie.label}</span>
          {target && <EntityLink entity={target} />}
        </div>
        {tie.directed && (
          <p className="chart-reading-back" dir="auto">
            Read the other way: {target?.caption} <b>{tie.backLabel}</b> {source?.caption}.
          </p>
        )}
        <Facts>
          <Fact name="Kind">{tieKind(tie)}</Fact>
          {tie.role !== '' && <Fact name="Role">{tie.role}</Fact>}
          <Fact name="When">{dates === '' ? 'not stated' : dates}</Fact>
        </Facts>
        {absent !== null && <p className="inspector-soft">{absent}</p>}
        <Button kind="quiet" icon={ArrowRight} onPress={() => go({ place: 'entities', entityId: tie.entityId })}>
          {tie.property === null ? 'Open this tie' : 'Open where it is stated'}
        </Button>
      </div>
      <Section title="How sure">
        <StrengthLine strength={tie.strength} sample isJudged={tie.isJudged} />
        <Why tie={tie} />
      </Section>
      <Section title="Cited words">
        {/* Of a thing with many statements only those that tie; a tie or an event rests on all that is said of it. */}
        <CitedWords entityIds={[tie.entityId]} statementIds={owner?.kind === 'thing' ? [tie.statementId] : undefined} />
      </Section>
    </>
  );
}

function Why({ tie }: { tie: ChartEdge }) {
  const { data, error } = useQuery('entity.get', { entityId: tie.entityId });
  if (error) return <Failed error={error} />;
  if (!data) return <Loading label="Reading why" rows={2} />;
  const { strengthJudgement, strengthReasons } = data;
  return (
    <ul className="chart-why">
      {strengthJudgement && (
        <li>
          Judged {strengthJudgement.strength} by {strengthJudgement.by}: {strengthJudgement.reason}
        </li>
      )}
      {strengthReasons.map(reason => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
