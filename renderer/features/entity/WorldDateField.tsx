import { type FieldProps, TextField } from '../../ui/index.ts';
import { dateHelp, readWorldDate, saidBack } from './worldDate.ts';

export interface WorldDateFieldProps extends FieldProps {
  /** As typed; the owner reads it with `readWorldDate` when it saves. */
  value: string;
  onChange(typed: string): void;
  autoFocus?: boolean;
}

/** A date of the world, as exact as the evidence is; with a time of day where that is known. Said back in words. */
export function WorldDateField({ value, onChange, hint, problem, autoFocus, ...field }: WorldDateFieldProps) {
  const isUnread = value.trim() !== '' && readWorldDate(value) === null;
  return (
    <TextField
      {...field}
      value={value}
      onChange={onChange}
      maxLength={80}
      autoFocus={autoFocus}
      placeholder="e.g. 26 November 2017"
      hint={isUnread ? `Not read as a date yet: ${dateHelp}.` : (saidBack(value) ?? hint)}
      problem={problem}
    />
  );
}

/** Null where nothing is typed; undefined where what is typed is no date. */
export function settledDate(typed: string): string | null | undefined {
  return typed.trim() === '' ? null : (readWorldDate(typed) ?? undefined);
}
