/** The rows of the list of near copies: the first of a group, and each exhibit that is like it. */
import { Check, CircleDashed, Columns2, X } from 'lucide-react';
import { useRef } from 'react';
import type { CopyProposal } from '../../../shared/contract/copy.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { SourceId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Badge, Button, classes, formatCount, InstantText, LongName, Mono } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { CompareCopies } from './CompareCopies.tsx';
import { type CopyCounts, type CopyState, type Group, type Pair, stateOf } from './copyRows.ts';
import { type Decided, decisionOn, likenessWords, type Named, verdictWords } from './copyWords.ts';

/** One answer of the core. */
const MOST = 500;

/** How alike the two are, and where the other came from. Rows of one group share the answer. */
function useProposal({ first }: Group, { exhibit, proposal }: Pair): CopyProposal | null {
  const { data } = useQuery('copy.listForExhibit', { exhibitId: first.exhibitId, limit: MOST });
  return data?.rows.find(row => row.exhibitId === exhibit.exhibitId) ?? proposal;
}

/** A name to be printed, null where none is on record, undefined while it is not known. */
function useSourceName(sourceId: SourceId | null | undefined): string | null | undefined {
  const { data } = useQuery('source.list', {});
  if (sourceId === null || sourceId === undefined) return sourceId;
  return data?.find(source => source.id === sourceId)?.name;
}

export function GroupLine({ group, counts }: { group: Group; counts: CopyCounts }) {
  const { data: exhibit } = useQuery('exhibit.get', { exhibitId: group.first.exhibitId });
  const source = useSourceName(exhibit?.sourceId);
  const { proposed, accepted, rejected } = counts;
  const said = [
    proposed > 0 && `${formatCount(proposed)} proposed`,
    accepted > 0 && `${formatCount(accepted)} accepted`,
    rejected > 0 && `${formatCount(rejected)} rejected`,
    group.elsewhere > 0 &&
      `${formatCount(group.elsewhere)} listed by ${group.kind === 'text' ? 'their pictures' : 'their words'}`,
  ].filter(Boolean);
  return (
    <div className="copy-group">
      <ExhibitLink exhibit={group.first} />
      {exhibit?.withdrawnAt && <Badge>withdrawn</Badge>}
      <SourceName name={source} />
      <span className="copy-group-facts">
        {group.kind === 'text' ? 'Alike in words' : 'Alike as pictures'} · {said.join(' · ')}
      </span>
    </div>
  );
}

export interface PairLineProps {
  group: Group;
  pair: Pair;
  onCompare(): void;
  onDecide(verdict: Decided): void;
}

export function PairLine({ group, pair, onCompare, onDecide }: PairLineProps) {
  const proposal = useProposal(group, pair);
  const source = useSourceName(proposal?.sourceId);
  const { verdict } = pair;
  const state = stateOf(verdict);
  const name = exhibitNumber(pair.exhibit.number);
  const accepted = decisionOn(group.first, pair.exhibit, 'copy', null).done;
  return (
    <div className={classes('copy-pair', state === 'proposed' && 'copy-pair-open')}>
      <div className="copy-pair-words">
        <span className="copy-pair-title">
          <ExhibitLink exhibit={pair.exhibit} />
          {proposal?.withdrawn && <Badge>withdrawn</Badge>}
        </span>
        <span className="copy-pair-facts">
          <StateMark state={state} words={verdictWords(verdict, group.first, pair.exhibit)} />
          {proposal && <span className="copy-likeness">{likenessWords(proposal)}</span>}
          <SourceName name={source} />
          {verdict && state !== 'proposed' && (
            <span className="copy-pair-by one-line" title={verdict.note || undefined}>
              {verdict.decidedBy}, <InstantText at={verdict.decidedAt} />
              {verdict.note !== '' && `: ${verdict.note}`}
            </span>
          )}
        </span>
      </div>
      <span className="copy-pair-steps">
        <Button kind="quiet" icon={Columns2} label={`Compare ${name} side by side`} onPress={onCompare}>
          Compare
        </Button>
        {state === 'proposed' ? (
          <>
            <Button kind="quiet" label={`Accept: ${accepted}`} onPress={() => onDecide('copy')}>
              Accept
            </Button>
            <Button kind="quiet" label={`${name} is not a copy`} onPress={() => onDecide('not-a-copy')}>
              Not a copy
            </Button>
          </>
        ) : (
          <Button kind="quiet" label={`Take back the decision on ${name}`} onPress={() => onDecide('open')}>
            Take back
          </Button>
        )}
      </span>
    </div>
  );
}

function ExhibitLink({ exhibit }: { exhibit: Named }) {
  const { go } = useNavigate();
  const number = exhibitNumber(exhibit.number);
  return (
    <>
      <button
        type="button"
        className="copy-number"
        title={`Open ${number}`}
        onClick={() => go({ place: 'exhibits', exhibitId: exhibit.exhibitId })}
      >
        <Mono>{number}</Mono>
      </button>
      <LongName name={exhibit.title} className="copy-title" />
    </>
  );
}

function SourceName({ name }: { name: string | null | undefined }) {
  if (name === undefined) return null;
  return (
    <span className="copy-source one-line" title={name ?? undefined}>
      {name === null ? 'no source on record' : `from ${name}`}
    </span>
  );
}

const signs = { proposed: CircleDashed, accepted: Check, rejected: X } as const;

/** Sign and words, so that a proposal is not taken for what a person said. */
function StateMark({ state, words }: { state: CopyState; words: string | null }) {
  const Sign = signs[state];
  return (
    <span className={`copy-state copy-state-${state}`}>
      <Sign size={14} aria-hidden />
      {words ?? 'proposed'}
    </span>
  );
}

export function ComparedPair({ group, pair, onClose }: { group: Group; pair: Pair; onClose(): void }) {
  const found = useProposal(group, pair);
  // A decision that is taken back leaves nothing to find where no machine found the two alike: the panel stays as it was.
  const shown = useRef(found);
  shown.current = found ?? shown.current;
  if (!shown.current) return null;
  return <CompareCopies left={group.first} right={shown.current} onClose={onClose} />;
}
