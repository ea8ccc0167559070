/** What the first rows become, as one maps them: the very rules of the import, on the rows that were read. */
import { useMemo } from 'react';
import type { TableMapping } from '../../../shared/contract/interchange.ts';
import { schemaOrThing } from '../../../shared/domain/ftm/index.ts';
import { mappingProblems, openRowMapping } from '../../../shared/domain/interchange/index.ts';
import { sampleOf, type SampleEntity } from './sampleRows.ts';

const SHOWN_ROWS = 5;

export interface MappingSampleProps {
  columns: readonly string[];
  sample: readonly (readonly string[])[];
  mapping: TableMapping;
}

export function MappingSample({ columns, sample, mapping }: MappingSampleProps) {
  const rows = useMemo(() => {
    if (mappingProblems(mapping, columns).length > 0) return [];
    return sampleOf(openRowMapping(mapping, columns, 'sample'), sample.slice(0, SHOWN_ROWS));
  }, [mapping, columns, sample]);
  if (rows.length === 0) return null;
  return (
    <section className="became" aria-label="What the first rows become" aria-live="polite">
      <h3 className="became-title">What the first rows become</h3>
      <ol className="became-rows">
        {rows.map(({ row, entities, problems }) => (
          <li key={row} className="became-row">
            {entities.length === 0 && <span className="interchange-soft">Nothing: the row is empty for it.</span>}
            {entities.map(entity => (
              <SampleLine key={entity.id} entity={entity} />
            ))}
            {problems.map(problem => (
              <p key={problem} className="became-problem">
                {problem}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function SampleLine({ entity: { schema, values } }: { entity: SampleEntity }) {
  return (
    <p className="became-entity">
      <span className="became-schema">{schemaOrThing(schema).label}</span>{' '}
      {values.map(({ label, words }) => (
        <span key={`${label} ${words}`} className="became-value">
          <span className="interchange-soft">{label}</span> <span dir="auto">{words}</span>
        </span>
      ))}
    </p>
  );
}
