/** Where exhibits came from and who may have them: the same fields for one exhibit, for many, and for a whole drop. */
import { type HandlingMark, handlingMarks } from '../../../../shared/domain/handlingMark.ts';
import { Authenticity, type ExhibitChange } from '../../../../shared/domain/exhibit.ts';
import { Checkbox, DateField, Select, TextArea, TextField } from '../../../ui/index.ts';
import type { Common } from '../bulkEdit.ts';
import { authenticityWords } from '../exhibitWords.ts';
import { LanguagesField } from './LanguagesField.tsx';
import { SourceField } from './SourceField.tsx';

/** What the fields show; a value in which several exhibits differ is not shown but can be overwritten. */
export type FieldValues = { [Field in keyof ExhibitChange]: Common<Required<ExhibitChange>[Field]> };

export interface ProvenanceFieldsProps {
  values: FieldValues;
  onChange(change: ExhibitChange): void;
  /** What holds where nothing was given yet, in place of "Several values". */
  unset?: { handlingMark: string; obtainedBy: string };
  /** What a machine takes them to be. */
  proposedLanguages?: readonly string[];
}

const several = 'Several values';
const keep = '—';

/** Only the fields that `values` names are shown: a drop has fewer than an exhibit. */
export function ProvenanceFields({ values, onChange, unset, proposedLanguages = [] }: ProvenanceFieldsProps) {
  const {
    sourceId,
    obtainedHow,
    obtainedOn,
    obtainedBy,
    publishedOn,
    languages,
    handlingMark,
    authenticity,
    authenticityNote,
    isObservation,
  } = values;
  return (
    <div className="inspector-fields">
      {sourceId && (
        <SourceField
          value={sourceId.same ? sourceId.value : undefined}
          onChange={chosen => onChange({ sourceId: chosen })}
        />
      )}
      {obtainedHow && (
        <TextField
          label="Obtained how"
          value={obtainedHow.same ? obtainedHow.value : ''}
          placeholder={obtainedHow.same ? 'e.g. handed over, downloaded, photographed' : several}
          maxLength={1000}
          onCommit={typed => onChange({ obtainedHow: typed })}
        />
      )}
      {obtainedOn && (
        <DateField
          label="Obtained when"
          value={obtainedOn.same ? obtainedOn.value : null}
          placeholder={obtainedOn.same ? undefined : several}
          onCommit={date => onChange({ obtainedOn: date })}
        />
      )}
      {obtainedBy && (
        <TextField
          label="Obtained by whom"
          value={obtainedBy.same ? obtainedBy.value : ''}
          placeholder={obtainedBy.same ? unset?.obtainedBy : several}
          maxLength={200}
          onCommit={typed => onChange({ obtainedBy: typed })}
        />
      )}
      {publishedOn && (
        <DateField
          label="Published"
          value={publishedOn.same ? publishedOn.value : null}
          placeholder={publishedOn.same ? undefined : several}
          onCommit={date => onChange({ publishedOn: date })}
        />
      )}
      {languages && (
        <LanguagesField
          value={languages.same ? languages.value : null}
          proposed={proposedLanguages}
          onChange={tags => onChange({ languages: tags })}
        />
      )}
      {handlingMark && (
        <Select
          label="Handling mark"
          value={handlingMark.same ? handlingMark.value : keep}
          options={[
            ...(handlingMark.same ? [] : [{ value: keep, label: unset?.handlingMark ?? several, disabled: true }]),
            ...marks,
          ]}
          onChange={mark => mark !== keep && onChange({ handlingMark: mark as HandlingMark })}
        />
      )}
      {authenticity && (
        <Select
          label="Authenticity"
          value={authenticity.same ? authenticity.value : keep}
          options={[...(authenticity.same ? [] : [{ value: keep, label: several, disabled: true }]), ...authenticities]}
          onChange={chosen => chosen !== keep && onChange({ authenticity: chosen as Authenticity })}
        />
      )}
      {authenticityNote &&
        (!authenticity?.same ||
          authenticity.value !== 'not-assessed' ||
          !authenticityNote.same ||
          authenticityNote.value !== '') && (
          <TextArea
            label="How that was judged"
            value={authenticityNote.same ? authenticityNote.value : ''}
            placeholder={authenticityNote.same ? 'By whom, and from what' : several}
            maxLength={2000}
            onCommit={typed => onChange({ authenticityNote: typed })}
          />
        )}
      {isObservation && (
        <Checkbox
          label="Our own on-site observation"
          hint={isObservation.same ? 'Or a first-hand record of one' : 'Some of these are, others are not'}
          checked={isObservation.same && isObservation.value}
          onChange={checked => onChange({ isObservation: checked })}
        />
      )}
    </div>
  );
}

const marks = handlingMarks.map(mark => ({ value: mark as string, label: mark as string }));
const authenticities = Authenticity.options.map(value => ({ value: value as string, label: authenticityWords[value] }));
