/** What a row of the table tells of: one entity or several, and what ties them. */
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { TableMapping } from '../../../shared/contract/interchange.ts';
import { Button, Select } from '../../ui/index.ts';
import { MappedEntityFields } from './MappedEntityFields.tsx';
import { addEntity, schemaOptions, withEntity, withoutEntity } from './mappingSteps.ts';

export interface MappingEditorProps {
  columns: readonly string[];
  mapping: TableMapping;
  onChange(mapping: TableMapping): void;
}

export function MappingEditor({ columns, mapping, onChange }: MappingEditorProps) {
  const [schema, setSchema] = useState('Ownership');
  const keys = mapping.entities.map(({ key }) => key);
  return (
    <section aria-label="What each row tells of" className="mapping">
      {mapping.entities.map((entity, at) => (
        <MappedEntityFields
          // The place in the mapping is what a mapped entity is: its name may be typed anew.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={at}
          entity={entity}
          columns={columns}
          others={keys.filter(key => key !== entity.key)}
          onChange={next => onChange(withEntity(mapping, at, next))}
          onRemove={mapping.entities.length > 1 ? () => onChange(withoutEntity(mapping, at)) : undefined}
        />
      ))}
      <div className="mapping-add">
        <Select label="A row tells of one more" value={schema} options={schemaOptions()} onChange={setSchema} />
        <Button icon={Plus} onPress={() => onChange(addEntity(mapping, schema))}>
          Add
        </Button>
      </div>
    </section>
  );
}
