/** A new value of an entity: which property, the value by its type, when it held, how much it weighs, and the words it rests on. */
import { useState } from 'react';
import type { PassageRow } from '../../../../shared/contract/passage.ts';
import { keyKindOf, typeOfProperty } from '../../../../shared/domain/entity/valueKey.ts';
import type { EntityChip } from '../../../../shared/domain/entity/entity.ts';
import { Credibility } from '../../../../shared/domain/source.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { Button, Combobox, Notice, Panel, TextArea, TextField } from '../../../ui/index.ts';
import { useStep } from '../../citation/index.ts';
import { propertyLabel } from '../propertyWords.ts';
import { recordStatement } from '../statementSteps.ts';
import { statementName } from '../statementWords.ts';
import { settledDate } from '../WorldDateField.tsx';
import { HeldAndWeight, type Held, plainHeld } from './HeldAndWeight.tsx';
import { PassageField } from './PassageField.tsx';
import { propertyChoices } from './propertyGroups.ts';
import { RoleField } from './RoleField.tsx';
import { emptyDraft, typeOf, valueGiven } from './valueDraft.ts';
import { ValueField } from './ValueField.tsx';

export interface AddStatementProps {
  caseId: CaseId;
  entity: EntityChip;
  /** Chosen already, where one came by a property that is not stated. */
  property: string | null;
  /** Of an event: its kind proposes the parts that are played in it. */
  eventKind?: string;
  onClose(): void;
}

export function AddStatement({ caseId, entity, property: given, eventKind, onClose }: AddStatementProps) {
  const [property, setProperty] = useState(given);
  const [draft, setDraft] = useState(emptyDraft);
  const [held, setHeld] = useState<Held>(plainHeld);
  const [original, setOriginal] = useState('');
  const [note, setNote] = useState('');
  const [passage, setPassage] = useState<PassageRow | null>(null);
  const take = useStep();
  const value = property === null ? null : valueGiven(entity.schema, property, draft);
  const [fromOn, toOn] = [settledDate(held.from), settledDate(held.to)];
  const isReady = property !== null && value !== null && fromOn !== undefined && toOn !== undefined;
  const save = async () => {
    if (!isReady) return;
    const label = statementName(propertyLabel(entity.schema, property), draft.target?.caption ?? draft.typed.trim());
    const done = await take(
      () =>
        recordStatement(
          caseId,
          entity.id,
          {
            ...value,
            property,
            original: original.trim() || value.original,
            language: held.language,
            quality: held.quality,
            fromOn,
            toOn,
            credibility: held.credibility,
            note: note.trim(),
          },
          passage && { passageId: passage.id, bearing: 'supports', credibility: Credibility.parse(held.credibility) },
          `recording ${label}`,
        ),
      'Recorded.',
    );
    if (done) onClose();
  };
  const isName = property !== null && keyKindOf(typeOfProperty(entity.schema, property)) === 'name';
  return (
    <Panel
      open
      title={property === null ? `Add a value to ${entity.caption}` : propertyLabel(entity.schema, property)}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button kind="primary" type="submit" disabled={!isReady}>
            Record
          </Button>
          <Button kind="quiet" onPress={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="entity-form">
        <PropertyField
          schema={entity.schema}
          property={property}
          onChange={chosen => {
            setProperty(chosen);
            setDraft(emptyDraft);
          }}
        />
        {property !== null && (
          <>
            <ValueField
              key={property}
              caseId={caseId}
              schema={entity.schema}
              property={property}
              label={propertyLabel(entity.schema, property)}
              draft={draft}
              onChange={setDraft}
              except={[entity.id]}
              autoFocus
            />
            {typeOf(entity.schema, property) === 'entity' && entity.kind === 'event' && (
              <RoleField
                eventKind={eventKind ?? ''}
                value={draft.detail.role ?? ''}
                onChange={role => setDraft({ ...draft, detail: { ...draft.detail, role } })}
              />
            )}
            <HeldAndWeight held={held} isName={isName} onChange={setHeld} />
            {draft.target === null && typeOf(entity.schema, property) !== 'quantity' && (
              <TextField
                label="As printed"
                hint="Where the document writes it otherwise."
                value={original}
                onChange={setOriginal}
                maxLength={2000}
              />
            )}
            <PassageField caseId={caseId} label="It rests on" value={passage} onChange={setPassage} />
            {passage === null && (
              <Notice>Without a passage the value stands uncited; it can be cited from its menu later.</Notice>
            )}
            <TextArea label="Note" value={note} onChange={setNote} maxLength={4000} />
          </>
        )}
      </div>
    </Panel>
  );
}

interface PropertyFieldProps {
  schema: string;
  property: string | null;
  onChange(property: string | null): void;
}

function PropertyField({ schema, property, onChange }: PropertyFieldProps) {
  const [words, setWords] = useState(property === null ? '' : propertyLabel(schema, property));
  const isChosen = property !== null && words === propertyLabel(schema, property);
  return (
    <Combobox
      label="What is stated"
      query={words}
      onQuery={typed => {
        setWords(typed);
        if (property !== null) onChange(null);
      }}
      options={propertyChoices(schema, isChosen ? '' : words)}
      getKey={({ name }) => name}
      renderOption={({ name, description }) => (
        <span className="property-option">
          <span>{propertyLabel(schema, name)}</span>
          {description !== '' && <span className="property-option-about one-line">{description}</span>}
        </span>
      )}
      onSelect={({ name }) => {
        setWords(propertyLabel(schema, name));
        onChange(name);
      }}
      placeholder="Name, flag, IMO number, owner …"
      emptyText="The schema has no such property."
      autoFocus={property === null}
    />
  );
}
