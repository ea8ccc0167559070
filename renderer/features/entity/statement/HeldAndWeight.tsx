import type { NameQuality } from '../../../../shared/domain/entity/statement.ts';
import { valuesOfType } from '../../../../shared/domain/ftm/index.ts';
import { Credibility } from '../../../../shared/domain/source.ts';
import { Select } from '../../../ui/index.ts';
import { credibilityOptions, qualityWords } from '../statementWords.ts';
import { WorldDateField } from '../WorldDateField.tsx';

/** When a value held and how much it weighs, as it is typed. */
export interface Held {
  from: string;
  to: string;
  credibility: Credibility;
  quality: NameQuality | null;
  language: string;
}

export const plainHeld: Held = { from: '', to: '', credibility: 6, quality: null, language: '' };

const qualityOptions = [
  { value: '', label: 'not judged' },
  ...(Object.keys(qualityWords) as NameQuality[]).map(value => ({ value: String(value), label: qualityWords[value] })),
];
const languageOptions = [
  { value: '', label: 'not said' },
  ...Object.entries(valuesOfType('language'))
    .map(([value, label]) => ({ value, label }))
    .sort((left, right) => left.label.localeCompare(right.label, 'en')),
];

export interface HeldAndWeightProps {
  held: Held;
  /** Names have a quality and a language. */
  isName: boolean;
  onChange(held: Held): void;
}

export function HeldAndWeight({ held, isName, onChange }: HeldAndWeightProps) {
  return (
    <>
      <div className="entity-form-pair">
        <WorldDateField label="Held from" value={held.from} onChange={from => onChange({ ...held, from })} />
        <WorldDateField label="Held until" value={held.to} onChange={to => onChange({ ...held, to })} />
      </div>
      <Select
        label="Credibility of the information"
        value={String(held.credibility)}
        options={credibilityOptions}
        onChange={chosen => onChange({ ...held, credibility: Credibility.parse(Number(chosen)) })}
      />
      {isName && (
        <div className="entity-form-pair">
          <Select
            label="Quality of the name"
            value={held.quality ?? ''}
            options={qualityOptions}
            onChange={chosen => onChange({ ...held, quality: chosen === '' ? null : (chosen as NameQuality) })}
          />
          <Select
            label="Language"
            value={held.language}
            options={languageOptions}
            onChange={language => onChange({ ...held, language })}
          />
        </div>
      )}
    </>
  );
}
