import { Field, type FieldProps } from './Field.tsx';

export interface SelectProps<Value extends string> extends FieldProps {
  value: Value;
  options: readonly { value: Value; label: string; disabled?: boolean }[];
  onChange(value: NoInfer<Value>): void;
  disabled?: boolean;
}

export function Select<Value extends string>({ value, options, onChange, disabled, ...field }: SelectProps<Value>) {
  return (
    <Field {...field}>
      {wiring => (
        <select
          {...wiring}
          className="input"
          value={value}
          disabled={disabled}
          onChange={event => onChange(event.target.value as Value)}
        >
          {options.map(option => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
