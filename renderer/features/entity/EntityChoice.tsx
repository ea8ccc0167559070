/** An entity for a property: one that is there, or a new one of a schema that the property takes. */
import { useState } from 'react';
import type { EntityChip } from '../../../shared/domain/entity/entity.ts';
import { fitsRange } from '../../../shared/domain/entity/fitsRange.ts';
import { everydaySchemata, kindOfSchema, schemaOrThing } from '../../../shared/domain/ftm/index.ts';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import { Button, Select } from '../../ui/index.ts';
import { useStep } from '../citation/index.ts';
import { EntityPicker } from './EntityPicker.tsx';
import { createEntity } from './entitySteps.ts';
import { namingProperty } from './propertyWords.ts';

export interface EntityChoiceProps {
  caseId: CaseId;
  label: string;
  /** What it must be, or descend from; null: any thing. */
  range: string | null;
  value: EntityChip | null;
  onChange(entity: EntityChip | null): void;
  except?: readonly EntityId[];
  hint?: string;
  autoFocus?: boolean;
}

export function EntityChoice({ caseId, label, range, value, onChange, except, hint, autoFocus }: EntityChoiceProps) {
  const [name, setName] = useState<string | null>(null);
  const [schema, setSchema] = useState('');
  const take = useStep();
  if (name === null || value !== null)
    return (
      <EntityPicker
        caseId={caseId}
        label={label}
        schemata={range === null ? [] : [range]}
        value={value}
        onChange={onChange}
        onNew={given => {
          setName(given);
          setSchema(newSchemata(range)[0] ?? 'Thing');
        }}
        except={except}
        hint={hint}
        autoFocus={autoFocus}
      />
    );
  const make = () =>
    take(async () => {
      const property = namingProperty(schema);
      const { entityId, step } = await createEntity(
        { caseId, schema, statements: [{ property, value: name }] },
        `making ${name}`,
      );
      setName(null);
      onChange({ id: entityId, schema, kind: kindOfSchema(schema), caption: name, hint: '' });
      return step;
    });
  return (
    <fieldset className="entity-new-side">
      <legend className="field-label">{label}</legend>
      <span className="entity-new-name" dir="auto">
        {name}
      </span>
      <Select
        label={`${name} is a`}
        hideLabel
        value={schema}
        options={newSchemata(range).map(one => ({ value: one, label: schemaOrThing(one).label }))}
        onChange={setSchema}
      />
      <Button onPress={() => void make()}>Make it</Button>
      <Button kind="quiet" onPress={() => setName(null)}>
        Cancel
      </Button>
    </fieldset>
  );
}

/** What a person may make for a property of that range, the usual first. */
function newSchemata(range: string | null): string[] {
  const usual = [...everydaySchemata.thing, ...everydaySchemata.record].filter(
    schema => (range === null && kindOfSchema(schema) === 'thing') || (range !== null && fitsRange(schema, range)),
  );
  return usual.length > 0 || range === null ? usual : [range];
}
