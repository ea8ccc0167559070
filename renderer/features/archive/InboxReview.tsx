/** What an opened archive would do, by concept and by field, and deciding on it: all at once, a kind at a time, or one by one. */
import { ArrowLeft, GitMerge, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ChangeDecision, ChangeKind, InboxSummary } from '../../../shared/contract/archive.ts';
import type { CaseId, MergeId } from '../../../shared/kernel/ids.ts';
import { call, useCommand, useQuery } from '../../api/index.ts';
import { Button, countOf, Failed, Loading, Notice, Progress } from '../../ui/index.ts';
import { useToast } from '../../workbench/index.ts';
import { ArchiveFacts } from './ArchiveFacts.tsx';
import { ChangeGroups } from './ChangeGroups.tsx';
import { ChangeList } from './ChangeList.tsx';
import { State } from './InboxList.tsx';
import { PassphraseAsked } from './PassphraseAsked.tsx';
import { useArchiveJob } from './useArchiveJob.ts';

export interface InboxReviewProps {
  inboxId: MergeId;
  /** The case that the window shows, if any. */
  inHand: CaseId | null;
  onClose(): void;
  onOpenCase(caseId: CaseId): void;
}

export interface Shown {
  kind: ChangeKind;
  concept: string;
}

export function InboxReview({ inboxId, inHand, onClose, onOpenCase }: InboxReviewProps) {
  const { data, error, refetch } = useQuery('archive.get', { inboxId }, { keepPrevious: true });
  const [shown, setShown] = useState<Shown | null>(null);
  const decide = useCommand('archive.decide');
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Reading what the archive holds" />;
  const decideOn = (filter: Shown, decision: ChangeDecision, positions: number[] | null) => {
    decide.run({ inboxId, ...filter, decision, positions }).catch(() => undefined);
  };
  return (
    <section className="inbox" aria-label={`Archive ${data.entry.fileName}`}>
      <header className="inbox-head">
        <Button kind="quiet" icon={ArrowLeft} onPress={onClose}>
          All archives
        </Button>
        <h2 className="inbox-title" dir="auto">
          {data.entry.fileName}
        </h2>
        <State entry={data.entry} />
      </header>
      <ArchiveFacts summary={data} inHand={inHand} />
      {data.problemCount > 0 && <Problems problems={data.problems} count={data.problemCount} />}
      {data.groups.length === 0 ? (
        <NothingLeft summary={data} />
      ) : (
        <>
          <ChangeGroups groups={data.groups} shown={shown} onShow={setShown} onDecide={decideOn} />
          {decide.error && <Failed error={decide.error} />}
          {shown && (
            <ChangeList key={`${shown.kind} ${shown.concept}`} inboxId={inboxId} shown={shown} onDecide={decideOn} />
          )}
        </>
      )}
      <Steps summary={data} onClose={onClose} onOpenCase={onOpenCase} inHand={inHand} />
    </section>
  );
}

function NothingLeft({ summary: { entry } }: { summary: InboxSummary }) {
  if (entry.undoneAt !== null) return <p>The merge was taken back; nothing of it stands.</p>;
  if (entry.mergedAt !== null)
    return (
      <Notice kind="good">
        Merged: {entry.outcome.join(', ') || 'nothing had to be changed'}. Nothing is left to decide.
      </Notice>
    );
  return <Notice kind="good">It brings nothing new: all that it holds is in this vault already.</Notice>;
}

function Problems({ problems, count }: { problems: readonly string[]; count: number }) {
  return (
    <Notice kind="warning">
      {countOf(count, 'thing')} to know of:
      <ul className="inbox-problems">
        {problems.map(problem => (
          <li key={problem} dir="auto">
            {problem}
          </li>
        ))}
      </ul>
      {count > problems.length && <p>And {count - problems.length} more.</p>}
    </Notice>
  );
}

interface StepsProps extends Omit<InboxReviewProps, 'inboxId'> {
  summary: InboxSummary;
}

function Steps({ summary: { entry, groups }, onClose, onOpenCase, inHand }: StepsProps) {
  const toast = useToast();
  const job = useArchiveJob(() => undefined);
  const takeBack = useCommand('archive.takeBack');
  const discard = useCommand('archive.discard');
  const inboxId = entry.id;
  const merge = (passphrase: string | null) => job.run(() => call('archive.merge', { inboxId, passphrase }));
  const isMerged = entry.mergedAt !== null && entry.undoneAt === null;
  const caseIsHere = isMerged && inHand !== entry.about.case.id;
  const count = groups.reduce((sum, group) => sum + group.count - group.decided.postpone, 0);
  return (
    <footer className="inbox-steps">
      {job.busy && job.progress && (
        <div role="status" className="archive-progress">
          {job.progress.note}
          <Progress done={job.progress.done} total={job.progress.total} label={job.progress.unit} />
        </div>
      )}
      {!job.busy && job.wantsPassphrase && (
        <PassphraseAsked
          fileName={entry.fileName}
          wrong={job.error?.code === 'age-wrong-passphrase'}
          action="Merge it"
          onGiven={merge}
        />
      )}
      {job.error && !job.wantsPassphrase && <Failed error={job.error} />}
      <div className="inbox-buttons">
        {groups.length > 0 && entry.undoneAt === null && !job.wantsPassphrase && (
          <Button kind="primary" icon={GitMerge} busy={job.busy} disabled={count === 0} onPress={() => merge(null)}>
            {count === 0 ? 'All is put off' : `Merge ${countOf(count, 'change')}`}
          </Button>
        )}
        {caseIsHere && (
          <Button kind="primary" onPress={() => onOpenCase(entry.about.case.id)}>
            Open the case
          </Button>
        )}
        {isMerged && (
          <Button
            icon={Undo2}
            busy={takeBack.running}
            problem={takeBack.error}
            onPress={() => {
              takeBack.run({ inboxId }).then(
                () => toast({ text: `Took back the merge of “${entry.fileName}”.` }),
                () => undefined,
              );
            }}
          >
            Take the merge back
          </Button>
        )}
        {entry.mergedAt === null && (
          <Button
            kind="quiet"
            busy={discard.running}
            problem={discard.error}
            onPress={() => {
              discard.run({ inboxId }).then(onClose, () => undefined);
            }}
          >
            Discard it
          </Button>
        )}
      </div>
    </footer>
  );
}
