/** Each change of one kind and concept: what stands here, what comes, who wrote it when, and the decision. */
import { useState } from 'react';
import type { ChangeDecision, InboxChange } from '../../../shared/contract/archive.ts';
import { Instant } from '../../../shared/kernel/dates.ts';
import type { MergeId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Button, countOf, Failed, formatCount, InstantText, Loading, Segmented } from '../../ui/index.ts';
import { decisionsFor, decisionWords, kindHints, kindWords } from './archiveWords.ts';
import type { Shown } from './InboxReview.tsx';

/** Few enough to be drawn at once, enough to leaf through an archive of thousands. */
const atOnce = 100;

export interface ChangeListProps {
  inboxId: MergeId;
  shown: Shown;
  onDecide(filter: Shown, decision: ChangeDecision, positions: number[]): void;
}

export function ChangeList({ inboxId, shown, onDecide }: ChangeListProps) {
  // The last position of each page before this one.
  const [before, setBefore] = useState<readonly number[]>([]);
  const { data, error, refetch } = useQuery(
    'archive.changes',
    { inboxId, ...shown, afterPosition: before.at(-1) ?? -1, limit: atOnce },
    { keepPrevious: true },
  );
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Reading the changes" />;
  const first = before.length * atOnce + 1;
  const last = Math.min(first + atOnce - 1, data.total);
  const end = data.changes.at(-1)?.position;
  return (
    <section className="changes" aria-label={`${kindWords[shown.kind]}: each`}>
      <p className="seal-soft">
        {kindHints[shown.kind]} {countOf(data.total, 'change')}
        {data.total > atOnce && `, ${formatCount(first)} to ${formatCount(last)} in view`}.
      </p>
      <ul className="change-list">
        {data.changes.map(change => (
          <Change
            key={change.position}
            change={change}
            onDecide={decision => onDecide(shown, decision, [change.position])}
          />
        ))}
      </ul>
      {data.total > atOnce && (
        <div className="inbox-buttons">
          <Button disabled={before.length === 0} onPress={() => setBefore(before.slice(0, -1))}>
            Earlier ones
          </Button>
          <Button
            disabled={last >= data.total || end === undefined}
            onPress={() => end !== undefined && setBefore([...before, end])}
          >
            Later ones
          </Button>
        </div>
      )}
    </section>
  );
}

function Change({ change, onDecide }: { change: InboxChange; onDecide(decision: ChangeDecision): void }) {
  const { kind, conceptWords, label, words, mine, theirs } = change;
  const whole = words === '' && mine === '' && theirs === '';
  return (
    <li className="change">
      <div className="change-what">
        <p className="change-label" dir="auto">
          {label || conceptWords}
        </p>
        {!whole && (
          <>
            {words !== '' && <p className="change-field">{words}</p>}
            <dl className="change-values">
              {kind !== 'add' && (
                <div>
                  <dt>Mine</dt>
                  <dd dir="auto">{mine || '(empty)'}</dd>
                </div>
              )}
              <div>
                <dt>Theirs</dt>
                <dd dir="auto">{theirs || '(empty)'}</dd>
              </div>
            </dl>
          </>
        )}
        <Author change={change} />
      </div>
      <Segmented
        label={`Decision on ${label || conceptWords}${words === '' ? '' : `, ${words}`}`}
        options={decisionsFor(kind).map(decision => ({ value: decision, label: decisionWords(kind, decision) }))}
        value={change.decision}
        onChange={onDecide}
      />
    </li>
  );
}

function Author({ change: { by, team, at } }: { change: InboxChange }) {
  const who = [by, team].filter(Boolean).join(', ');
  const when = Instant.safeParse(at).data;
  if (who === '' && !when) return null;
  return (
    <p className="change-author">
      <span dir="auto">{who}</span>
      {when && (
        <>
          {who !== '' && ', '}
          <InstantText at={when} withTime />
        </>
      )}
    </p>
  );
}
