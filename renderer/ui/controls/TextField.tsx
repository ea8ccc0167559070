import type { KeyboardEvent, Ref } from 'react';
import { classes } from '../className.ts';
import { Field, type FieldProps } from './Field.tsx';
import { useDraft } from './useDraft.ts';

export interface TextFieldProps extends FieldProps {
  value: string;
  /** On every key. Leave it out to hear only what was settled, by `onCommit`. */
  onChange?: (value: string) => void;
  /** When the field is left, or Enter pressed. Escape takes back what was typed. */
  onCommit?: (value: string) => void;
  placeholder?: string;
  mono?: boolean;
  serif?: boolean;
  type?: 'text' | 'password' | 'search' | 'number';
  autoFocus?: boolean;
  disabled?: boolean;
  required?: boolean;
  maxLength?: number;
  /** Id of a datalist with what is often typed here. */
  list?: string;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  ref?: Ref<HTMLInputElement>;
}

export function TextField(props: TextFieldProps) {
  const { label, hideLabel, hint, problem, value, onChange, onCommit, mono, serif, onKeyDown } = props;
  const draft = useDraft(value, onChange, onCommit);
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    onKeyDown?.(event);
    if (event.defaultPrevented || !onCommit || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') draft.commit();
    else if (event.key === 'Escape' && !onChange && draft.value !== value) {
      event.preventDefault();
      event.stopPropagation();
      draft.reset();
    }
  };
  return (
    <Field {...{ label, hideLabel, hint, problem }}>
      {wiring => (
        <input
          {...wiring}
          ref={props.ref}
          className={classes('input', mono && 'input-mono', serif && 'input-serif')}
          type={props.type ?? 'text'}
          value={draft.value}
          onChange={event => draft.change(event.target.value)}
          onBlur={draft.commit}
          onKeyDown={keyDown}
          placeholder={props.placeholder}
          disabled={props.disabled}
          required={props.required}
          maxLength={props.maxLength}
          list={props.list}
          // biome-ignore lint/a11y/noAutofocus: the caller opens a sheet in which this is the first field
          autoFocus={props.autoFocus}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
        />
      )}
    </Field>
  );
}
