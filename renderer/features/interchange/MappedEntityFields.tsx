import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { schemaOrThing } from '../../../shared/domain/ftm/index.ts';
import { Button, IconButton, Select, TextField } from '../../ui/index.ts';
import { KeyColumns } from './KeyColumns.tsx';
import {
  type MappedEntity,
  type MappedValue,
  type Origin,
  originOf,
  propertyOptions,
  schemaOptions,
  withOrigin,
} from './mappingSteps.ts';

export interface MappedEntityFieldsProps {
  entity: MappedEntity;
  columns: readonly string[];
  /** Names of the other entities of the row. */
  others: readonly string[];
  onChange(entity: MappedEntity): void;
  onRemove?: () => void;
}

/** One entity of a row: its schema, what makes it the same in other rows, and its values. */
export function MappedEntityFields({ entity, columns, others, onChange, onRemove }: MappedEntityFieldsProps) {
  const headId = useId();
  const { properties } = entity;
  const put = (at: number, value: MappedValue) =>
    onChange({ ...entity, properties: properties.map((one, index) => (index === at ? value : one)) });
  const next = columns.find(column => !properties.some(one => one.column === column)) ?? null;
  return (
    <section className="mapped" aria-labelledby={headId}>
      <div className="mapped-head">
        <h3 id={headId} className="mapped-title" dir="auto">
          {entity.key}
        </h3>
        {onRemove && <IconButton icon={Trash2} label={`Remove ${entity.key}`} onPress={onRemove} />}
      </div>
      <div className="mapped-who">
        <Select
          label="Kind"
          value={entity.schema}
          options={schemaOptions()}
          onChange={schema => onChange({ ...entity, schema })}
        />
        <TextField
          label="Called here"
          value={entity.key}
          maxLength={60}
          onCommit={key => key.trim() !== '' && onChange({ ...entity, key: key.trim() })}
        />
        <KeyColumns
          columns={columns}
          chosen={entity.keyColumns}
          isTie={schemaOrThing(entity.schema).edge !== null}
          onChange={keyColumns => onChange({ ...entity, keyColumns: [...keyColumns] })}
        />
      </div>
      <ul className="mapped-values" aria-label={`Values of ${entity.key}`}>
        {properties.map((value, at) => (
          <ValueFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a value of a mapping is its place in it
            key={at}
            value={value}
            schema={entity.schema}
            columns={columns}
            others={others}
            onChange={changed => put(at, changed)}
            onRemove={() => onChange({ ...entity, properties: properties.filter((_, index) => index !== at) })}
          />
        ))}
      </ul>
      <Button
        kind="quiet"
        icon={Plus}
        label={`Add a value to ${entity.key}`}
        onPress={() =>
          onChange({
            ...entity,
            properties: [...properties, { property: 'name', column: next, literal: '', split: '', entity: '' }],
          })
        }
      >
        Add a value
      </Button>
    </section>
  );
}

interface ValueFieldsProps {
  value: MappedValue;
  schema: string;
  columns: readonly string[];
  others: readonly string[];
  onChange(value: MappedValue): void;
  onRemove(): void;
}

function ValueFields({ value, schema, columns, others, onChange, onRemove }: ValueFieldsProps) {
  const origin = originOf(value);
  const options = propertyOptions(schema, value.property);
  const label = options.find(option => option.value === value.property)?.label ?? value.property;
  const missing = value.column !== null && !columns.includes(value.column) ? [value.column] : [];
  const origins: { value: Origin; label: string }[] = [
    ...[...columns, ...missing].map(column => ({ value: `column:${column}` as const, label: column })),
    { value: 'literal', label: 'The same for every row …' },
    ...others.map(key => ({ value: `entity:${key}` as const, label: `→ ${key}` })),
  ];
  return (
    <li className="mapped-value">
      <Select
        label="Property"
        hideLabel
        value={value.property}
        options={options}
        onChange={property => onChange({ ...value, property })}
      />
      <span aria-hidden className="mapped-from">
        ←
      </span>
      <Select
        label={`${label} is from`}
        hideLabel
        value={origin}
        options={origins}
        onChange={chosen => onChange(withOrigin(value, chosen))}
      />
      {origin === 'literal' && (
        <TextField
          label={`${label} of every row`}
          hideLabel
          value={value.literal}
          placeholder="Words"
          maxLength={2000}
          onChange={literal => onChange({ ...value, literal })}
        />
      )}
      {value.column !== null && (
        <TextField
          label={`Sign that parts several in ${label}`}
          hideLabel
          value={value.split}
          placeholder="parted by"
          maxLength={10}
          mono
          onChange={split => onChange({ ...value, split })}
        />
      )}
      {origin.startsWith('entity:') && <span />}
      <IconButton icon={Trash2} size={14} label={`Remove ${label}`} onPress={onRemove} />
    </li>
  );
}
