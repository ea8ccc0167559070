/** Narrowing by what the case holds: a press writes the field into the query, another takes it out. */
import { useState } from 'react';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { Reliability, reliabilityWords } from '../../../shared/domain/source.ts';
import { useQuery } from '../../api/index.ts';
import { Failed, formatCount, Loading } from '../../ui/index.ts';
import { languageWord } from '../exhibit/index.ts';
import { fieldTerm, hasTerm, toggleTerm } from './fieldTerms.ts';
import { searchTypeWord } from './searchTypes.ts';
import './SearchFacets.css';

interface FacetLine {
  term: string;
  words: string;
  count: number;
}

const SHOWN = 10;

export function SearchFacets({
  caseId,
  query,
  onQuery,
}: {
  caseId: CaseId;
  query: string;
  onQuery(query: string): void;
}) {
  const { data, error, refetch } = useQuery('exhibit.facets', { caseId });
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Counting" rows={5} />;
  const groups: [string, FacetLine[]][] = [
    [
      'Type',
      merged(
        data.types.map(({ value, count }) => ({
          term: fieldTerm('type', searchTypeWord(value)),
          words: searchTypeWord(value),
          count,
        })),
      ),
    ],
    [
      'Language',
      data.languages.map(({ value, count }) => ({ term: fieldTerm('lang', value), words: languageWord(value), count })),
    ],
    ['Source', data.sources.map(({ label, count }) => ({ term: fieldTerm('source', label), words: label, count }))],
    [
      'Grade of the source',
      data.reliabilities.map(({ value, count }) => ({
        term: fieldTerm('grade', value),
        words: gradeWords(value),
        count,
      })),
    ],
    ['State', data.states.flatMap(({ value, count }) => stateLine(value, count))],
  ];
  return (
    <>
      {groups.map(([title, lines]) => (
        <section key={title} className="search-facets" aria-label={title}>
          {lines.length > 0 && <h2>{title}</h2>}
          {lines.slice(0, whole.has(title) ? undefined : SHOWN).map(line => (
            <button
              key={line.term}
              type="button"
              className="search-facet"
              aria-pressed={hasTerm(query, line.term)}
              title={line.term}
              onClick={() => onQuery(toggleTerm(query, line.term))}
            >
              <span className="one-line">{line.words}</span>
              <span className="search-facet-count" title="Exhibits in the case">
                {formatCount(line.count)}
              </span>
            </button>
          ))}
          {lines.length > SHOWN && !whole.has(title) && (
            <button type="button" className="search-facet-more" onClick={() => setWhole(new Set([...whole, title]))}>
              {formatCount(lines.length - SHOWN)} more
            </button>
          )}
        </section>
      ))}
    </>
  );
}

function gradeWords(value: string): string {
  const known = Reliability.safeParse(value);
  return known.success ? `${known.data} ${reliabilityWords[known.data]}` : value;
}

function stateLine(value: string, count: number): FacetLine[] {
  if (value === 'with-passages') return [{ term: 'has:passage', words: 'With passages', count }];
  if (value === 'problem') return [{ term: 'has:problem', words: 'With problems', count }];
  return [];
}

/** Several picture types are one `type:image`. */
function merged(lines: readonly FacetLine[]): FacetLine[] {
  const byTerm = new Map<string, FacetLine>();
  for (const line of lines) {
    const known = byTerm.get(line.term);
    byTerm.set(line.term, known ? { ...known, count: known.count + line.count } : line);
  }
  return [...byTerm.values()];
}
