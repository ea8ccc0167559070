/** One claim: its words, status and reasons, what it measures against, and the citations for, against and around it. */
import { ArrowDown, ArrowUp, Ellipsis, Gavel, Hand, Plus, Scale, Search, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Bearing } from '../../../shared/domain/citation.ts';
import type { ClaimView } from '../../../shared/domain/finding.ts';
import type { Provision } from '../../../shared/domain/provision.ts';
import { raisesStatus } from '../../../shared/domain/standard.ts';
import type { CitationId } from '../../../shared/kernel/ids.ts';
import { Badge, Button, classes, IconButton, MenuButton, StatusMark, TextArea } from '../../ui/index.ts';
import { CitationCard, type CitationActions, type CitedPassage, standsOpen } from '../citation/index.ts';
import { CommentsButton } from '../comment/index.ts';
import { ProvisionChip } from '../provision/index.ts';
import { ClaimReasons } from './ClaimReasons.tsx';
import { ClaimSubject } from './ClaimSubject.tsx';
import { JudgeStatus } from './JudgeStatus.tsx';
import type { FindingActions } from './useFinding.ts';

export interface ClaimCardProps {
  claim: ClaimView;
  number: number;
  last: boolean;
  actions: FindingActions;
  citing: CitationActions;
  provisions: ReadonlyMap<string, Provision>;
  /** C in the reader cites to it. */
  inHand: boolean;
  /** It was asked for: bring it into view. */
  asked: boolean;
  /** The citation whose fields are unfolded. */
  unfolded: CitationId | null;
  reading: (citation: CitedPassage) => boolean;
  inText: ReadonlySet<CitationId>;
  onHand(): void;
  onEvidence(): void;
  onProvisions(): void;
  onUnfold(id: CitationId | null): void;
  onRead(citation: CitedPassage): void;
  onPutInText(citation: CitedPassage): void;
}

const groups: readonly { bearing: Bearing; label: string }[] = [
  { bearing: 'supports', label: 'For' },
  { bearing: 'contradicts', label: 'Against' },
  { bearing: 'context', label: 'Context' },
];

export function ClaimCard(props: ClaimCardProps) {
  const { claim, number, actions, provisions, inHand, asked } = props;
  const card = useRef<HTMLElement>(null);
  const [judging, setJudging] = useState(false);
  const [why, setWhy] = useState(false);
  useEffect(() => {
    if (asked) card.current?.scrollIntoView?.({ block: 'nearest' });
  }, [asked]);
  const raised = claim.judgement !== null && raisesStatus(claim.computedStatus, claim.judgement.status);
  return (
    <article
      ref={card}
      className={classes('claim-card', inHand && 'claim-card-in-hand', asked && 'claim-card-asked')}
      aria-label={`Claim ${number}`}
    >
      <header className="claim-head">
        <h3 className="claim-number">Claim {number}</h3>
        <button
          type="button"
          className="claim-status"
          aria-expanded={why}
          title="Why this status"
          onClick={() => setWhy(!why)}
        >
          <StatusMark status={claim.status} />
        </button>
        {claim.judgement && (
          <Badge tone={raised ? 'warning' : 'plain'}>{raised ? 'raised by judgement' : 'by judgement'}</Badge>
        )}
        <span className="claim-tools">
          <CommentsButton subject={{ kind: 'claim', id: claim.id }} name={`claim ${number}`} />
          <IconButton
            icon={Hand}
            size={15}
            pressed={inHand}
            label={
              inHand
                ? 'In hand: C in the reader cites to this claim'
                : 'Take in hand, so that C in the reader cites to it'
            }
            onPress={props.onHand}
          />
          <ClaimMenu {...props} onJudge={() => setJudging(true)} />
        </span>
      </header>
      <TextArea
        label={`Words of claim ${number}`}
        hideLabel
        serif
        value={claim.text}
        placeholder="One statement that evidence can bear or break"
        maxLength={4000}
        autoFocus={asked && claim.text === ''}
        onCommit={text => actions.reword(claim, text.trim())}
      />
      {(why || judging) && <ClaimReasons reasons={claim.reasons} />}
      {judging && <JudgeStatus claim={claim} actions={actions} onClose={() => setJudging(false)} />}
      <ClaimSubject claim={claim} number={number} actions={actions} />
      <div className="claim-provisions">
        {claim.provisionIds.map(id => (
          <ProvisionChip
            key={id}
            id={id}
            provision={provisions.get(id)}
            onPress={props.onProvisions}
            onRemove={() =>
              actions.measure(
                claim,
                claim.provisionIds.filter(one => one !== id),
              )
            }
          />
        ))}
        <Button
          kind="quiet"
          icon={claim.provisionIds.length === 0 ? Scale : Plus}
          onPress={props.onProvisions}
          label={`Measure claim ${number} against a provision`}
        >
          {claim.provisionIds.length === 0 ? 'Measure against a provision' : 'Provision'}
        </Button>
      </div>
      {groups.map(group => (
        <CitationGroup key={group.bearing} {...group} {...props} />
      ))}
      <Button kind="quiet" icon={Search} onPress={props.onEvidence}>
        Look for evidence
      </Button>
    </article>
  );
}

function CitationGroup({
  bearing,
  label,
  claim,
  citing,
  unfolded,
  reading,
  inText,
  onUnfold,
  onRead,
  onPutInText,
}: ClaimCardProps & { bearing: Bearing; label: string }) {
  const citations = claim.citations.filter(citation => citation.bearing === bearing);
  if (citations.length === 0) return null;
  const open = citations.filter(standsOpen).length;
  return (
    <section className="claim-group" aria-label={label}>
      <h4 className="claim-group-title">
        {label} <span className="claim-group-count">{citations.length}</span>
        {open > 0 && <Badge tone="warning">{open === citations.length ? 'unanswered' : `${open} unanswered`}</Badge>}
      </h4>
      <ul className="claim-citations">
        {citations.map(citation => (
          <CitationCard
            key={citation.id}
            citation={citation}
            actions={citing}
            reading={reading(citation)}
            expanded={unfolded === citation.id}
            inText={inText.has(citation.id)}
            onRead={() => onRead(citation)}
            onExpand={expanded => onUnfold(expanded ? citation.id : null)}
            onPutInText={() => onPutInText(citation)}
          />
        ))}
      </ul>
    </section>
  );
}

function ClaimMenu({ claim, number, last, actions, onJudge }: ClaimCardProps & { onJudge(): void }) {
  return (
    <MenuButton
      label={`More for claim ${number}`}
      icon={Ellipsis}
      iconOnly
      items={[
        { label: 'Judge its status …', icon: Gavel, hint: 'With a reason that is printed', onSelect: onJudge },
        'separator',
        { label: 'Move up', icon: ArrowUp, disabled: number === 1, onSelect: () => actions.move(claim.id, -1) },
        { label: 'Move down', icon: ArrowDown, disabled: last, onSelect: () => actions.move(claim.id, 1) },
        'separator',
        { label: 'Withdraw this claim', icon: Undo2, danger: true, onSelect: () => actions.withdraw(claim) },
      ]}
    />
  );
}
