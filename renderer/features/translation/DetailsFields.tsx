/** Who translated, into what, by which method, and whether anybody certified it. */
import type { TranslationDetails } from '../../../shared/domain/translation.ts';
import { Checkbox, DateField, Select, TextField } from '../../ui/index.ts';
import { languageOptions, methodOptions } from './translationWords.ts';

export interface DetailsFieldsProps {
  details: TranslationDetails;
  onChange(change: Partial<TranslationDetails>): void;
}

export function DetailsFields({ details, onChange }: DetailsFieldsProps) {
  return (
    <div className="translation-details">
      <Select
        label="Into"
        value={details.language}
        options={languageOptions(details.language)}
        onChange={language => onChange({ language })}
      />
      <TextField
        label="Translator"
        value={details.translator}
        maxLength={300}
        placeholder="a person, an office or a program"
        onCommit={translator => onChange({ translator: translator.trim() })}
      />
      <Select label="Method" value={details.method} options={methodOptions} onChange={method => onChange({ method })} />
      <DateField label="Made on" value={details.madeOn} onCommit={madeOn => onChange({ madeOn })} />
      <Checkbox label="Certified" checked={details.isCertified} onChange={isCertified => onChange({ isCertified })} />
      <TextField
        label={details.isCertified ? 'Certified by whom, and how' : 'Why not certified'}
        value={details.certificationNote}
        maxLength={2000}
        onCommit={certificationNote => onChange({ certificationNote: certificationNote.trim() })}
      />
    </div>
  );
}
