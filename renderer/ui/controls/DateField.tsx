import { useState } from 'react';
import { describeDate, type EdtfDate, readDate } from '../../../shared/kernel/dates.ts';
import type { FieldProps } from './Field.tsx';
import { TextField } from './TextField.tsx';

export interface DateFieldProps extends FieldProps {
  value: EdtfDate | null;
  /** Only dates that can be read are handed over; null when the field was emptied. */
  onCommit(value: EdtfDate | null): void;
  disabled?: boolean;
  placeholder?: string;
}

const howTo = 'Not read as a date. Write 26 November 2017, 2017-11-26, November 2017, or c. 2017.';

/** A date of the world, as exact as the evidence is: typed as people write, kept as EDTF, said back in words. */
export function DateField({ value, onCommit, hint, problem, placeholder, ...field }: DateFieldProps) {
  const [unread, setUnread] = useState<string | null>(null);
  const settle = (typed: string) => {
    const date = readDate(typed);
    if (date === null && typed.trim() !== '') {
      setUnread(typed);
      return;
    }
    setUnread(null);
    if (date !== value) onCommit(date);
  };
  const said = value !== null && describeDate(value) !== value ? describeDate(value) : null;
  return (
    <TextField
      {...field}
      key={value ?? 'none'}
      value={value ?? ''}
      onCommit={settle}
      placeholder={placeholder ?? 'e.g. 26 November 2017'}
      hint={said ?? hint}
      problem={unread === null ? problem : howTo}
    />
  );
}
