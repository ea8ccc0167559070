import { Save } from 'lucide-react';
import { useState } from 'react';
import type { TableMapping } from '../../../shared/contract/interchange.ts';
import { useCommand } from '../../api/index.ts';
import { Button, TextField } from '../../ui/index.ts';

export interface SaveMappingProps {
  columns: readonly string[];
  mapping: TableMapping;
  /** Of the one that was proposed. */
  name: string;
}

/** Kept for the next table with these columns. */
export function SaveMapping({ columns, mapping, name: given }: SaveMappingProps) {
  const [name, setName] = useState(given);
  const [saved, setSaved] = useState<TableMapping | null>(null);
  const save = useCommand('interchange.saveMapping');
  const isSaved = saved === mapping;
  return (
    <div className="mapping-save">
      <TextField
        label="Keep the mapping for the next table with these columns, as"
        value={name}
        onChange={setName}
        maxLength={200}
        placeholder="Fleet list of the registry"
      />
      <Button
        icon={Save}
        busy={save.running}
        problem={save.error}
        disabled={name.trim() === '' || isSaved}
        onPress={() =>
          void save.run({ name: name.trim(), columns: [...columns], mapping }).then(
            () => setSaved(mapping),
            // The button shows what went wrong.
            () => undefined,
          )
        }
      >
        {isSaved ? 'Kept' : 'Keep'}
      </Button>
    </div>
  );
}
