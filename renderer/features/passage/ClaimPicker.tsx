/** Which claim? Typing finds one by its words, or makes one. The list stands in the pop-over itself, open from the start. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { findingName } from '../../../shared/domain/finding.ts';
import type { CaseId, FindingId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { classes, Failed, Loading, StatusMark } from '../../ui/index.ts';
import { type ClaimOption, claimOptions } from './claimOptions.ts';
import './ClaimPicker.css';

export interface ClaimPickerProps {
  caseId: CaseId;
  /** Its finding is offered first for a new claim. */
  preferred: FindingId | null;
  /** What was typed before the picker opened. */
  typed: string;
  onChoose(option: ClaimOption): void;
  disabled?: boolean;
}

export function ClaimPicker({ caseId, preferred, typed: typedBefore, onChoose, disabled }: ClaimPickerProps) {
  const { data, error, refetch } = useQuery('finding.list', { caseId });
  const [typed, setTyped] = useState(typedBefore);
  const [active, setActive] = useState(0);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  });

  if (error) return <Failed error={error} onRetry={refetch} />;
  const options = data ? claimOptions(data, typed, preferred) : [];
  const at = Math.min(active, Math.max(0, options.length - 1));
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = options[at];
    if (move !== undefined && options.length > 0) setActive((at + move + options.length) % options.length);
    else if (event.key === 'Enter' && option && !disabled) onChoose(option);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="claim-picker">
      <input
        ref={input}
        className="input"
        role="combobox"
        aria-label="Claim to cite to"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={options.length > 0 ? `${listId}-${at}` : undefined}
        placeholder="Words of a claim, or a new claim"
        value={typed}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        maxLength={4000}
        onChange={event => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={keyDown}
      />
      <div className="claim-picker-list" role="listbox" id={listId} aria-label="Claims" ref={list}>
        {data === undefined && <Loading label="Looking for claims" rows={3} />}
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
          <div
            key={optionKey(option)}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes('claim-option', index === at && 'claim-option-active')}
            onPointerMove={() => setActive(index)}
            onPointerDown={event => event.preventDefault()}
            onClick={() => !disabled && onChoose(option)}
          >
            <OptionWords option={option} />
          </div>
        ))}
        {data && options.length === 0 && (
          <p className="claim-picker-empty">
            No claim yet. Type what the passage shows, and a finding with this claim is begun.
          </p>
        )}
      </div>
    </div>
  );
}

function optionKey(option: ClaimOption): string {
  return option.kind === 'claim' ? option.claimId : `new ${option.finding?.id ?? ''}`;
}

function OptionWords({ option }: { option: ClaimOption }) {
  if (option.kind === 'claim') {
    return (
      <>
        <span className="claim-option-text">{option.text || 'Claim without words yet'}</span>
        <span className="claim-option-finding">
          <StatusMark status={option.status} shapeOnly />
          <span className="one-line">
            {findingName({ number: option.findingNumber })} {option.findingTitle}
          </span>
        </span>
      </>
    );
  }
  return (
    <>
      <span className="claim-option-text">New claim “{option.text}”</span>
      <span className="claim-option-finding">
        <span className="one-line">
          {option.finding ? `in ${findingName(option.finding)} ${option.finding.title}` : 'in a new finding'}
        </span>
      </span>
    </>
  );
}
