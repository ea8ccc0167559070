import { X } from 'lucide-react';
import { useState } from 'react';
import { makesOriginCircle } from '../../../shared/domain/source.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { SourceId } from '../../../shared/kernel/ids.ts';
import { Combobox, GradeMark, IconButton } from '../../ui/index.ts';
import type { SourceRow } from './SourceList.tsx';
import { byName, kindWords, matchesWords } from './sourceWords.ts';

export interface OriginsFieldProps {
  sources: readonly SourceRow[];
  /** The source whose origins these are; absent while it is new. */
  of?: SourceId;
  originIds: readonly SourceId[];
  onChange(originIds: SourceId[]): void;
  problem?: ErrorReport | null;
}

/** Where a source has its information from. One that would lead back to itself is not offered. */
export function OriginsField({ sources, of, originIds, onChange, problem }: OriginsFieldProps) {
  const [query, setQuery] = useState('');
  const originsOf = (id: SourceId) => sources.find(source => source.id === id)?.originIds ?? [];
  const offered = sources
    .filter(source => source.id !== of && !originIds.includes(source.id) && matchesWords(source, query.trim()))
    .filter(source => of === undefined || !makesOriginCircle(of, source.id, originsOf))
    .sort(byName);
  const chosen = originIds.flatMap(id => sources.find(source => source.id === id) ?? []);
  return (
    <div className="origins">
      <Combobox
        label="Origins"
        hint={
          originIds.length === 0
            ? 'None: it speaks from its own knowledge. Two sources with an origin in common count as one.'
            : undefined
        }
        problem={problem}
        placeholder="Where it has its information from"
        options={offered}
        getKey={source => source.id}
        renderOption={source => (
          <span className="origin-option">
            <GradeMark reliability={source.reliability} />
            <span className="one-line">{source.name}</span>
            <span className="origin-kind">{kindWords[source.kind]}</span>
          </span>
        )}
        query={query}
        onQuery={setQuery}
        onSelect={source => {
          onChange([...originIds, source.id]);
          setQuery('');
        }}
        emptyText="No other source fits."
      />
      {chosen.length > 0 && (
        <ul className="origin-list">
          {chosen.map(source => (
            <li key={source.id} className="origin-row">
              <GradeMark reliability={source.reliability} />
              <span className="one-line" dir="auto">
                {source.name}
              </span>
              <IconButton
                icon={X}
                size={14}
                label={`Take away ${source.name}`}
                onPress={() => onChange(originIds.filter(id => id !== source.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
