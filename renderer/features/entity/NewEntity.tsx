/** A new entity by hand: what it is and what it is called; whoever may be meant already is offered first. */
import { useDeferredValue, useState } from 'react';
import type { EntitySuggestion } from '../../../shared/contract/entity.ts';
import { everydaySchemata, kindOfSchema, schemaOrThing } from '../../../shared/domain/ftm/index.ts';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Button, Select } from '../../ui/index.ts';
import { useStep } from '../citation/index.ts';
import { SuggestionLine } from './EntityPicker.tsx';
import { createEntity } from './entitySteps.ts';
import { namingProperty, propertyLabel } from './propertyWords.ts';
import { emptyDraft, valueGiven } from './statement/valueDraft.ts';
import { ValueField } from './statement/ValueField.tsx';

export interface NewEntityProps {
  caseId: CaseId;
  /** Where one came from a list of them. */
  schema: string;
  onMade(id: EntityId): void;
  onCancel(): void;
}

const schemaOptions = [...everydaySchemata.thing, ...everydaySchemata.record].map(value => ({
  value: String(value),
  label: schemaOrThing(value).label,
}));

export function NewEntity({ caseId, schema: given, onMade, onCancel }: NewEntityProps) {
  const [schema, setSchema] = useState(given);
  const [draft, setDraft] = useState(emptyDraft);
  const take = useStep();
  const property = namingProperty(schema);
  const value = valueGiven(schema, property, draft);
  const typed = draft.typed.trim();
  const save = async () => {
    if (!value) return;
    let made: EntityId | null = null;
    const done = await take(async () => {
      const taken = await createEntity({ caseId, schema, statements: [{ property, ...value }] }, `making ${typed}`);
      made = taken.entityId;
      return taken.step;
    });
    if (done && made !== null) onMade(made);
  };
  return (
    <form
      className="entity-new"
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      <Select label="What is it" value={schema} options={schemaOptions} onChange={setSchema} />
      <ValueField
        key={property}
        caseId={caseId}
        schema={schema}
        property={property}
        label={propertyLabel(schema, property)}
        draft={draft}
        onChange={setDraft}
        autoFocus
      />
      <Known caseId={caseId} schema={schema} words={typed} onTake={onMade} />
      <div className="entity-new-actions">
        <Button kind="primary" type="submit" disabled={value === null}>
          Make a new one
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
      <p className="entity-form-soft">Faster, and cited at once: in an exhibit, select the name and press E.</p>
    </form>
  );
}

interface KnownProps {
  caseId: CaseId;
  schema: string;
  words: string;
  onTake(id: EntityId): void;
}

/** So that no double is made: what the vault already has by this name or number. */
function Known({ caseId, schema, words, onTake }: KnownProps) {
  const asked = useDeferredValue(words);
  const { data } = useQuery(
    'entity.suggest',
    { caseId, words: asked, kinds: [kindOfSchema(schema)], limit: 6 },
    { skip: asked === '', keepPrevious: true },
  );
  if (asked === '' || !data || data.length === 0) return null;
  return (
    <section className="entity-known" aria-label="In the vault already">
      <h3 className="field-label">In the vault already</h3>
      <ul>
        {data.map(suggestion => (
          <li key={suggestion.id}>
            <KnownOne suggestion={suggestion} onTake={() => onTake(suggestion.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function KnownOne({ suggestion, onTake }: { suggestion: EntitySuggestion; onTake(): void }) {
  return (
    <button type="button" className="entity-known-one" onClick={onTake}>
      <SuggestionLine suggestion={suggestion} />
    </button>
  );
}
