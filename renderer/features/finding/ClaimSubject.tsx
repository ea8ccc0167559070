/** When what a claim tells of happened, and whom it tells of: what puts it on the timeline. */
import { CalendarDays, UserPlus, X } from 'lucide-react';
import { useState } from 'react';
import { dateWords } from '../../../shared/domain/entity/caption.ts';
import type { EntityChip } from '../../../shared/domain/entity/entity.ts';
import type { ClaimView } from '../../../shared/domain/finding.ts';
import { readDate } from '../../../shared/kernel/dates.ts';
import { isWorldDate } from '../../../shared/kernel/dateSpan.ts';
import { useQuery } from '../../api/index.ts';
import { Button, IconButton, TextField } from '../../ui/index.ts';
import { useRoute } from '../../workbench/index.ts';
import { EntityLink, EntityPicker } from '../entity/index.ts';
import type { FindingActions } from './useFinding.ts';
import './claimSubject.css';

export interface ClaimSubjectProps {
  claim: ClaimView;
  number: number;
  actions: Pick<FindingActions, 'setDate' | 'setEntities'>;
}

export function ClaimSubject({ claim, number, actions }: ClaimSubjectProps) {
  const { caseId } = useRoute();
  const [dating, setDating] = useState(false);
  const [naming, setNaming] = useState(false);
  const { data } = useQuery(
    'entity.chips',
    { entityIds: claim.entityIds },
    { skip: claim.entityIds.length === 0, keepPrevious: true },
  );
  const named = claim.entityIds.length === 0 ? [] : (data ?? []);
  // Ids of two that were merged since give one chip.
  const chips = [...new Map(named.map(chip => [chip.id, chip])).values()];
  const without = (gone: EntityChip) =>
    claim.entityIds.filter((id, at) => (named[at]?.id ?? id) !== gone.id && id !== gone.id);
  return (
    <>
      <div className="claim-subject">
        <Button
          kind="quiet"
          icon={CalendarDays}
          label={claim.occurredOn ? undefined : `Say when claim ${number} happened`}
          onPress={() => setDating(now => !now)}
        >
          {claim.occurredOn ? dateWords(claim.occurredOn) : 'When'}
        </Button>
        {chips.map(chip => (
          <span key={chip.id} className="claim-subject-entity">
            <EntityLink entity={chip} />
            <IconButton
              icon={X}
              size={13}
              label={`Claim ${number} does not tell of ${chip.caption}`}
              onPress={() => actions.setEntities(claim, without(chip))}
            />
          </span>
        ))}
        <Button
          kind="quiet"
          icon={UserPlus}
          label={chips.length === 0 ? `Whom it tells of: claim ${number}` : `Entity that claim ${number} tells of`}
          onPress={() => setNaming(now => !now)}
        >
          {chips.length === 0 ? 'Whom it tells of' : 'Entity'}
        </Button>
      </div>
      {dating && (
        <OccurredField
          claim={claim}
          onCommit={occurredOn => {
            actions.setDate(claim, occurredOn);
            setDating(false);
          }}
        />
      )}
      {naming && (
        <EntityPicker
          caseId={caseId}
          label="Whom it tells of"
          value={null}
          except={claim.entityIds}
          autoFocus
          onChange={chip => {
            if (chip) actions.setEntities(claim, [...claim.entityIds, chip.id]);
            setNaming(false);
          }}
        />
      )}
    </>
  );
}

const HOW_TO = 'Not read as a date. Write 26 November 2017, 2017-11, c. 2017, or 2017-11-26T04:10Z for a time of day.';

/** As exact as the evidence is: EDTF, or a date with a time of day. */
function OccurredField({
  claim: { occurredOn },
  onCommit,
}: {
  claim: ClaimView;
  onCommit(occurredOn: string | null): void;
}) {
  const [unread, setUnread] = useState(false);
  const settle = (typed: string) => {
    const text = typed.trim();
    const date = text === '' ? null : (readDate(text) ?? (isWorldDate(text) ? text : undefined));
    setUnread(date === undefined);
    if (date !== undefined) onCommit(date);
  };
  return (
    <TextField
      label="When it happened"
      value={occurredOn ?? ''}
      placeholder="e.g. 26 November 2017, c. 2017, or 2017-11-26T04:10Z"
      hint={occurredOn ? dateWords(occurredOn) : undefined}
      problem={unread ? HOW_TO : undefined}
      autoFocus
      onCommit={settle}
    />
  );
}
