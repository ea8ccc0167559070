/** Who may receive it, and which handling marks that lets go and keeps, each with its reason. */
import type { AudienceId } from '../../../shared/domain/departure/index.ts';
import { audiences } from '../../../shared/domain/departure/index.ts';
import { HandlingTag, Select } from '../../ui/index.ts';
import { AS_MARKED, audienceOptions, marksThatStay } from './audienceWords.ts';
import './departure.css';

export interface AudienceFieldProps {
  value: AudienceId | null;
  onChange(audience: AudienceId | null): void;
}

export function AudienceField({ value, onChange }: AudienceFieldProps) {
  const kept = value === null ? [] : marksThatStay(value);
  return (
    <div className="audience">
      <Select
        label="Audience"
        value={value ?? AS_MARKED}
        options={audienceOptions}
        onChange={chosen => onChange(chosen === AS_MARKED ? null : chosen)}
        hint={
          value === null
            ? 'TLP:RED and UN strictly confidential stay unless the case bears them too.'
            : audiences[value].about
        }
      />
      {value !== null && (
        <details className="audience-marks">
          <summary>
            {kept.length === 0 ? 'Every mark may go' : `${kept.length} of 8 marks stay, and what rests on them`}
          </summary>
          <p className="audience-may">
            May go:{' '}
            {audiences[value].mayHave.map(mark => (
              <HandlingTag key={mark} mark={mark} />
            ))}
          </p>
          {kept.length > 0 && (
            <ul className="audience-kept">
              {kept.map(({ mark, reason }) => (
                <li key={mark}>{reason}.</li>
              ))}
            </ul>
          )}
        </details>
      )}
    </div>
  );
}
