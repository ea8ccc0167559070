import { X } from 'lucide-react';
import { IconButton, Select } from '../../ui/index.ts';

export interface KeyColumnsProps {
  columns: readonly string[];
  chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
}

/** The columns whose values together say that two rows tell of the same entity. */
export function KeyColumns({ columns, chosen, onChange }: KeyColumnsProps) {
  const left = columns.filter(column => !chosen.includes(column));
  return (
    <div className="mapped-keys">
      <Select
        label="The same in another row, where these are the same"
        value=""
        options={[
          { value: '', label: chosen.length === 0 ? 'Nothing: a new one each row' : 'And …' },
          ...left.map(column => ({ value: column, label: column })),
        ]}
        onChange={column => column !== '' && onChange([...chosen, column])}
        hint={
          chosen.length === 0
            ? 'Choose a number that tells it, such as an IMO number. A name is no identification.'
            : undefined
        }
      />
      {chosen.length > 0 && (
        <ul className="mapped-key-list" aria-label="Columns that identify it">
          {chosen.map(column => (
            <li key={column} className="mapped-key">
              <span dir="auto">{column}</span>
              <IconButton
                icon={X}
                size={13}
                label={`${column} does not identify it`}
                onPress={() => onChange(chosen.filter(one => one !== column))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
