/** Formats to choose from, each with what it is good for. */
import { useId } from 'react';
import './sending.css';

export interface FormatChoiceProps<Format extends string> {
  formats: readonly Format[];
  words: Readonly<Record<Format, { name: string; for: string }>>;
  value: NoInfer<Format>;
  onChange(format: NoInfer<Format>): void;
}

export function FormatChoice<Format extends string>({ formats, words, value, onChange }: FormatChoiceProps<Format>) {
  const name = useId();
  return (
    <fieldset className="formats">
      <legend className="field-label">Format</legend>
      {formats.map(one => (
        <label key={one} className="format">
          <input type="radio" name={name} value={one} checked={one === value} onChange={() => onChange(one)} />
          <span>
            <span className="format-name">{words[one].name}</span>
            <span className="sending-soft">{words[one].for}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
