/** The field of a value, by the type of its property. */
import type { ReactNode } from 'react';
import { schemaOrThing, valuesOfType } from '../../../../shared/domain/ftm/index.ts';
import type { CaseId, EntityId } from '../../../../shared/kernel/ids.ts';
import { Combobox, TextArea, TextField } from '../../../ui/index.ts';
import { PositionField } from '../../position/index.ts';
import { EntityChoice } from '../EntityChoice.tsx';
import { WorldDateField } from '../WorldDateField.tsx';
import { CheckedWords } from './CheckedWords.tsx';
import { QuantityField } from './QuantityField.tsx';
import { listedValues, said, typeOf, type ValueDraft } from './valueDraft.ts';

export interface ValueFieldProps {
  caseId: CaseId;
  schema: string;
  property: string;
  label: string;
  draft: ValueDraft;
  onChange(draft: ValueDraft): void;
  /** The entity that the value is of: it is not offered as its own owner. */
  except?: readonly EntityId[];
  autoFocus?: boolean;
}

export function ValueField({
  caseId,
  schema,
  property,
  label,
  draft,
  onChange,
  except,
  autoFocus,
}: ValueFieldProps): ReactNode {
  const type = typeOf(schema, property);
  const type_ = (typed: string) => onChange({ ...draft, typed });
  const told = said(schema, property, draft.typed);
  const hint = told && <CheckedWords {...told} />;
  const plain = { label, value: draft.typed, onChange: type_, autoFocus, hint };
  switch (type) {
    case 'entity':
      return (
        <EntityChoice
          caseId={caseId}
          label={label}
          range={schemaOrThing(schema).properties.get(property)?.range ?? null}
          value={draft.target}
          onChange={target => onChange({ ...draft, target })}
          except={except}
          autoFocus={autoFocus}
        />
      );
    case 'date':
      return <WorldDateField label={label} value={draft.typed} onChange={type_} autoFocus={autoFocus} />;
    case 'country':
    case 'language':
    case 'topic':
    case 'gender':
      return <ListedField type={type} label={label} draft={draft} onChange={onChange} autoFocus={autoFocus} />;
    case 'quantity':
      return <QuantityField label={label} draft={draft} onChange={onChange} autoFocus={autoFocus} />;
    case 'position':
      return (
        <PositionField
          label={label}
          value={{ original: draft.typed, position: draft.detail.position ?? null }}
          onChange={({ original, position }) => {
            const { position: _, ...detail } = draft.detail;
            onChange({ ...draft, typed: original, detail: position ? { ...detail, position } : detail });
          }}
        />
      );
    case 'text':
    case 'html':
    case 'address':
      return <TextArea {...plain} rows={2} maxLength={10_000} />;
    case 'identifier':
    case 'iban':
    case 'checksum':
    case 'ip':
      return <TextField {...plain} mono maxLength={300} />;
    default:
      return <TextField {...plain} maxLength={1000} />;
  }
}

interface ListedFieldProps extends Pick<ValueFieldProps, 'label' | 'draft' | 'onChange' | 'autoFocus'> {
  type: string;
}

/** A country, a language, a topic: of the model's list, or kept as written. */
function ListedField({ type, label, draft, onChange, autoFocus }: ListedFieldProps) {
  const isListed = Object.values(valuesOfType(type)).includes(draft.typed);
  return (
    <Combobox
      label={label}
      query={draft.typed}
      onQuery={typed => onChange({ ...draft, typed })}
      options={listedValues(type, isListed ? '' : draft.typed).slice(0, 60)}
      getKey={({ code }) => code}
      renderOption={({ code, words }) => (
        <>
          {words} <span className="statement-soft">{code}</span>
        </>
      )}
      onSelect={({ words }) => onChange({ ...draft, typed: words })}
      emptyText="Not of the list; it is kept as written."
      autoFocus={autoFocus}
    />
  );
}
