/** Beside a selection: mark it, cite it, and say for what. Open and quiet until M or C is pressed. */
import { Eraser, Highlighter, Quote, UserRoundPlus, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Bearing, bearingSigns } from '../../../shared/domain/citation.ts';
import { type Credibility, credibilityWords } from '../../../shared/domain/source.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { Button, IconButton, Popover, Segmented } from '../../ui/index.ts';
import { ClaimPicker } from './ClaimPicker.tsx';
import { PassageFields } from './PassageFields.tsx';
import { bearingOfKey, credibilityOfKey, startsText } from './citingKeys.ts';
import type { Citing, CitingState } from './useCiting.ts';
import './SelectionPopover.css';

export interface SelectionPopoverProps {
  citing: Citing;
  caseId: CaseId;
  /** The words are the name of somebody or something; absent where no entity can be made. */
  onEntity?: () => void;
  /** It must not leave; absent where no copy can be made. */
  onRedact?: () => void;
}

export function SelectionPopover({ citing, caseId, onEntity, onRedact }: SelectionPopoverProps) {
  const { state } = citing;
  if (!state) return null;
  const { x, y, width, height } = state.anchor;
  const anchor = { left: x, top: y, right: x + width, bottom: y + height };
  return (
    <Popover open onClose={citing.close} anchor={anchor} label="Selected passage" takeFocus={false}>
      <div className="selection-popover">
        {state.stage === 'offer' ? (
          <Offer citing={citing} onEntity={onEntity} onRedact={onRedact} />
        ) : (
          <Asked citing={citing} state={state} caseId={caseId} />
        )}
        {citing.error && (
          <p className="selection-popover-problem" role="alert">
            {citing.error.sentence}
          </p>
        )}
      </div>
    </Popover>
  );
}

function Offer({ citing, onEntity, onRedact }: Pick<SelectionPopoverProps, 'citing' | 'onEntity' | 'onRedact'>) {
  const { claim } = citing;
  return (
    <div className="selection-offer">
      <Button kind="quiet" icon={Highlighter} shortcut="M" busy={citing.busy} onPress={citing.mark}>
        Mark
      </Button>
      {onEntity && (
        <Button kind="quiet" icon={UserRoundPlus} shortcut="E" disabled={citing.busy} onPress={onEntity}>
          Entity
        </Button>
      )}
      <Button
        kind="quiet"
        icon={Quote}
        shortcut="C"
        busy={citing.busy}
        onPress={citing.cite}
        label={claim ? `Cite to the claim ${claim.text}` : undefined}
      >
        {claim ? 'Cite to' : 'Cite …'}
      </Button>
      {claim && (
        <span className="selection-claim one-line" title={`${claim.text} (${claim.findingTitle})`}>
          {claim.text}
        </span>
      )}
      {onRedact && (
        <Button kind="quiet" icon={Eraser} disabled={citing.busy} onPress={onRedact}>
          Redact …
        </Button>
      )}
    </div>
  );
}

interface AskedProps {
  citing: Citing;
  state: CitingState;
  caseId: CaseId;
}

/** The stages after the first key. The box has the focus, so that signs and numbers are keys and letters look for a claim. */
function Asked({ citing, state, caseId }: AskedProps) {
  const box = useRef<HTMLDivElement>(null);
  const [seed, setSeed] = useState('');
  const { stage } = state;
  const before = useRef(document.activeElement);
  useEffect(() => {
    if (stage !== 'choose') box.current?.focus();
  }, [stage]);
  useEffect(
    () => () => {
      const { current } = before;
      if (current instanceof HTMLElement && current.isConnected) current.focus();
    },
    [],
  );

  const keyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const field =
      event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement ? event.target : null;
    const typing = field !== null && field.type !== 'radio';
    // In the empty field for a claim a sign still means the bearing: no claim begins with a plus.
    if (typing && !(stage === 'choose' && field.value === '')) return;
    const bearing = bearingOfKey(event.key);
    const credibility = credibilityOfKey(event.key);
    if (bearing && stage !== 'marked') citing.setBearing(bearing);
    else if (typing) return;
    else if (credibility && stage === 'cited') citing.setCredibility(credibility);
    else if (stage === 'marked' && event.key.toLowerCase() === 'c') citing.cite();
    else if (stage === 'cited' && startsText(event.key)) {
      setSeed(event.key);
      citing.chooseAnother();
    } else if (event.key === 'Enter' && event.target === box.current) citing.close();
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a column of its own
    <div
      className="selection-asked"
      ref={box}
      tabIndex={-1}
      role="group"
      aria-label={titles[stage]}
      onKeyDown={keyDown}
    >
      <header className="selection-head">
        <h2>{titles[stage]}</h2>
        <IconButton icon={X} label="Close" shortcut="Escape" onPress={citing.close} />
      </header>
      {stage === 'marked' && (
        <Button kind="plain" icon={Quote} shortcut="C" busy={citing.busy} onPress={citing.cite}>
          {citing.claim ? 'Cite it' : 'Cite it to a claim …'}
        </Button>
      )}
      {stage === 'choose' && (
        <ClaimPicker
          caseId={caseId}
          preferred={citing.claim?.findingId ?? null}
          typed={seed}
          disabled={citing.busy}
          onChoose={citing.choose}
        />
      )}
      {stage === 'cited' && (
        <p className="selection-cited-claim">
          <span className="selection-cited-words">{citing.claim?.text || 'Claim without words yet'}</span>
          <Button kind="quiet" onPress={citing.chooseAnother}>
            Another claim
          </Button>
        </p>
      )}
      {stage !== 'marked' && (
        <BearingChoice value={state.citation?.bearing ?? state.bearing} onChange={citing.setBearing} />
      )}
      {stage === 'cited' && state.citation && (
        <CredibilityChoice value={state.citation.credibility} onChange={citing.setCredibility} />
      )}
      {state.passage && stage !== 'choose' && <PassageFields passage={state.passage} onChange={citing.changePassage} />}
    </div>
  );
}

const titles: Record<CitingState['stage'], string> = {
  offer: 'Selection',
  marked: 'Marked',
  choose: 'Cite to which claim?',
  cited: 'Cited',
};

const bearings: { value: Bearing; label: string; hint: string }[] = [
  { value: 'supports', label: `${bearingSigns.supports} Supports`, hint: 'Key +' },
  { value: 'contradicts', label: `${bearingSigns.contradicts} Contradicts`, hint: 'Key -' },
  { value: 'context', label: `${bearingSigns.context} Context`, hint: 'Key . (full stop)' },
];

export function BearingChoice({ value, onChange }: { value: Bearing; onChange(bearing: Bearing): void }) {
  return <Segmented label="Bearing on the claim" options={bearings} value={value} onChange={onChange} />;
}

const credibilities = ([1, 2, 3, 4, 5, 6] as const).map(value => ({
  value: String(value),
  label: String(value),
  hint: `${value}: ${credibilityWords[value]}`,
}));

export function CredibilityChoice({
  value,
  onChange,
}: {
  value: Credibility;
  onChange(credibility: Credibility): void;
}) {
  return (
    <div className="credibility-choice">
      <Segmented
        label="Credibility of the information"
        hideLabel={false}
        options={credibilities}
        value={String(value)}
        onChange={chosen => {
          const credibility = credibilityOfKey(chosen);
          if (credibility) onChange(credibility);
        }}
      />
      <span className="credibility-words">{credibilityWords[value]}</span>
    </div>
  );
}
