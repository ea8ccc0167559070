import { X } from 'lucide-react';
import { IconButton, Select } from '../../ui/index.ts';

export interface KeyColumnsProps {
  columns: readonly string[];
  chosen: readonly string[];
  /** A tie is the same where its sides and its values are. */
  isTie: boolean;
  onChange(chosen: readonly string[]): void;
}

/** The columns whose values together say that two rows tell of the same entity. */
export function KeyColumns({ columns, chosen, isTie, onChange }: KeyColumnsProps) {
  const left = columns.filter(column => !chosen.includes(column));
  return (
    <div className="mapped-keys">
      <Select
        label="The same in other rows, by"
        value=""
        options={[
          {
            value: '',
            label: chosen.length > 0 ? 'And …' : isTie ? 'Its sides and values' : 'Nothing: a new one each row',
          },
          ...left.map(column => ({ value: column, label: column })),
        ]}
        onChange={column => column !== '' && onChange([...chosen, column])}
        hint={chosen.length === 0 && !isTie ? 'Best a number of its own: a name is no identification.' : undefined}
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
