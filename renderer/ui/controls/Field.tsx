/** Label, hint and problem around a control, joined for screen readers. */
import { type ReactNode, useId } from 'react';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import { classes } from '../className.ts';
import './Field.css';

export interface FieldProps {
  label: string;
  /** The label is read out, not shown: where place and placeholder say it. */
  hideLabel?: boolean;
  hint?: ReactNode;
  problem?: string | ErrorReport | null;
}

interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export function Field({
  label,
  hideLabel,
  hint,
  problem,
  children,
}: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const sentence = typeof problem === 'string' ? problem : problem?.sentence;
  const described = [hint && `${id}-hint`, sentence && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className={classes('field-label', hideLabel && 'visually-hidden')} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': sentence ? true : undefined })}
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {sentence && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {sentence}
        </p>
      )}
    </div>
  );
}
