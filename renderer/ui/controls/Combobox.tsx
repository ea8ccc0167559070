import { type KeyboardEvent, type ReactNode, type Ref, useId, useRef, useState } from 'react';
import { classes } from '../className.ts';
import { Popover } from '../floating/Popover.tsx';
import { Field, type FieldProps } from './Field.tsx';
import './Combobox.css';

export interface ComboboxProps<Option> extends FieldProps {
  options: readonly Option[];
  getKey(option: Option): string;
  renderOption(option: Option, state: { active: boolean }): ReactNode;
  onSelect(option: Option): void;
  query: string;
  onQuery(query: string): void;
  /** Offered last, when something is typed. */
  onCreate?: (query: string) => void;
  createLabel?: (query: string) => string;
  placeholder?: string;
  loading?: boolean;
  /** What the list says when nothing fits. */
  emptyText?: string;
  autoFocus?: boolean;
  disabled?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** A field that proposes while one types: arrows choose, Enter takes, Escape closes. The caller filters. */
export function Combobox<Option>(props: ComboboxProps<Option>) {
  const { options, getKey, onSelect, query, onQuery, onCreate, emptyText = 'Nothing fits.' } = props;
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const listId = useId();
  const anchor = useRef<HTMLDivElement>(null);
  const creates = onCreate !== undefined && query.trim() !== '';
  const count = options.length + (creates ? 1 : 0);
  const at = Math.min(active, Math.max(0, count - 1));

  const take = (index: number) => {
    const option = options[index];
    if (option !== undefined) onSelect(option);
    else if (creates) onCreate(query.trim());
    else return;
    setOpen(false);
    setActive(0);
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (count > 0) setActive((at + move + count) % count);
    } else if (event.key === 'Enter' && open && count > 0) {
      event.preventDefault();
      take(at);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  const optionProps = (index: number) => ({
    id: `${listId}-${index}`,
    role: 'option' as const,
    tabIndex: -1,
    'aria-selected': index === at,
    className: classes('combobox-option', index === at && 'combobox-option-active'),
    onPointerMove: () => setActive(index),
    // The field keeps the focus: a press must not blur it before it counts.
    onPointerDown: (event: { preventDefault(): void }) => event.preventDefault(),
    onClick: () => take(index),
  });

  return (
    <div ref={anchor}>
      <Field label={props.label} hideLabel={props.hideLabel} hint={props.hint} problem={props.problem}>
        {wiring => (
          <input
            {...wiring}
            ref={props.ref}
            className="input"
            role="combobox"
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={open && count > 0 ? `${listId}-${at}` : undefined}
            value={query}
            placeholder={props.placeholder}
            disabled={props.disabled}
            // biome-ignore lint/a11y/noAutofocus: the caller opens a sheet in which this is the first field
            autoFocus={props.autoFocus}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            onChange={event => {
              onQuery(event.target.value);
              setActive(0);
              setOpen(true);
            }}
            onClick={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={keyDown}
          />
        )}
      </Field>
      <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} label={props.label} matchWidth plain>
        <div className="combobox-list" role="listbox" id={listId} aria-label={props.label}>
          {options.map((option, index) => (
            <div key={getKey(option)} {...optionProps(index)}>
              {props.renderOption(option, { active: index === at })}
            </div>
          ))}
          {creates && (
            <div {...optionProps(options.length)}>
              {props.createLabel?.(query.trim()) ?? `Create “${query.trim()}”`}
            </div>
          )}
          {count === 0 && (
            <div className="combobox-empty" role="option" aria-selected={false} aria-disabled tabIndex={-1}>
              {props.loading ? 'Looking …' : emptyText}
            </div>
          )}
        </div>
      </Popover>
    </div>
  );
}
