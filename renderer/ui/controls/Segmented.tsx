import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { classes } from '../className.ts';
import './Segmented.css';

export interface SegmentedProps<Value extends string> {
  /** What is chosen between; read out, and shown unless hidden. */
  label: string;
  hideLabel?: boolean;
  options: readonly { value: Value; label: string; icon?: LucideIcon; iconOnly?: boolean; hint?: string }[];
  value: Value | null;
  onChange(value: NoInfer<Value>): void;
  disabled?: boolean;
}

/** One of a few, all in view. Radio buttons beneath, so arrows move between them. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, hideLabel = true, options, value, onChange, disabled } = props;
  const name = useId();
  return (
    <fieldset className="segmented" disabled={disabled}>
      <legend className={classes('field-label', hideLabel && 'visually-hidden')}>{label}</legend>
      <div className="segmented-options">
        {options.map(({ icon: Icon, ...option }) => (
          <label
            key={option.value}
            className="segmented-option"
            title={option.hint ?? (option.iconOnly ? option.label : undefined)}
          >
            <input
              type="radio"
              name={name}
              className="visually-hidden"
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {Icon && <Icon size={15} aria-hidden />}
            <span className={option.iconOnly ? 'visually-hidden' : undefined}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
