import type { KeyboardEvent, Ref } from 'react';
import { classes } from '../className.ts';
import { Field, type FieldProps } from './Field.tsx';
import { useDraft } from './useDraft.ts';

export interface TextAreaProps extends FieldProps {
  value: string;
  onChange?: (value: string) => void;
  /** When the field is left, or Mod+Enter pressed. */
  onCommit?: (value: string) => void;
  placeholder?: string;
  mono?: boolean;
  serif?: boolean;
  rows?: number;
  autoFocus?: boolean;
  disabled?: boolean;
  maxLength?: number;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  ref?: Ref<HTMLTextAreaElement>;
}

export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, hint, problem, value, onChange, onCommit, mono, serif, onKeyDown } = props;
  const draft = useDraft(value, onChange, onCommit);
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    onKeyDown?.(event);
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) draft.commit();
    else if (event.key === 'Escape' && !onChange && draft.value !== value) {
      event.preventDefault();
      event.stopPropagation();
      draft.reset();
    }
  };
  return (
    <Field {...{ label, hideLabel, hint, problem }}>
      {wiring => (
        <textarea
          {...wiring}
          ref={props.ref}
          className={classes('input', mono && 'input-mono', serif && 'input-serif')}
          rows={props.rows ?? 2}
          value={draft.value}
          onChange={event => draft.change(event.target.value)}
          onBlur={draft.commit}
          onKeyDown={keyDown}
          placeholder={props.placeholder}
          disabled={props.disabled}
          maxLength={props.maxLength}
          // biome-ignore lint/a11y/noAutofocus: the caller opens a sheet in which this is the first field
          autoFocus={props.autoFocus}
          spellCheck={false}
          dir="auto"
        />
      )}
    </Field>
  );
}
