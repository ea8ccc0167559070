/** What the case holds, by type, language, source and grade; a press narrows the list, another widens it again. */
import { useState } from 'react';
import type { Facet } from '../../../../shared/contract/exhibit.ts';
import type { z } from 'zod';
import { Reliability, reliabilityWords } from '../../../../shared/domain/source.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { useQuery } from '../../../api/index.ts';
import { Button, Failed, formatCount, Loading } from '../../../ui/index.ts';
import {
  type FacetField,
  facetCount,
  type ListFilter,
  narrows,
  showWords,
  toggleFacet,
  widen,
} from '../exhibitFilter.ts';
import { languageWord, typeWord } from '../exhibitWords.ts';
import './FacetPane.css';

type FacetValues = z.infer<typeof Facet>;

export interface FacetPaneProps {
  caseId: CaseId;
  filter: ListFilter;
  onFilter(filter: ListFilter): void;
}

export function FacetPane({ caseId, filter, onFilter }: FacetPaneProps) {
  const { data, error, refetch } = useQuery('exhibit.facets', { caseId });
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Counting" rows={6} />;
  const group = (
    title: string,
    field: FacetField,
    values: FacetValues,
    word: (value: FacetValues[number]) => string,
  ) => (
    <FacetGroup
      title={title}
      values={values}
      word={word}
      isOn={value => (filter[field] as readonly string[]).includes(value)}
      onPress={value => onFilter(toggleFacet(filter, field, value))}
    />
  );
  return (
    <div className="facets">
      <FacetGroup
        title="Show"
        values={data.states.filter(state => state.value in showWords)}
        word={state => showWords[state.value as ListFilter['show']]}
        isOn={value => filter.show === value}
        onPress={value => onFilter({ ...filter, show: filter.show === value ? 'all' : (value as ListFilter['show']) })}
      />
      {group('Type', 'types', data.types, value => typeWord(value.value))}
      {group('Language', 'languages', data.languages, value => languageWord(value.value))}
      {group('Source', 'sourceIds', data.sources, value => value.label)}
      {group('Grade', 'reliabilities', data.reliabilities, gradeWord)}
      {narrows(filter) && (
        <div className="facets-widen">
          <Button kind="quiet" onPress={() => onFilter(widen(filter))}>
            Show all{facetCount(filter) > 1 ? ' again' : ''}
          </Button>
        </div>
      )}
    </div>
  );
}

function gradeWord({ value, label }: FacetValues[number]): string {
  const known = Reliability.safeParse(value);
  return known.success ? `${known.data} ${reliabilityWords[known.data]}` : label;
}

interface FacetGroupProps {
  title: string;
  values: FacetValues;
  word(value: FacetValues[number]): string;
  isOn(value: string): boolean;
  onPress(value: string): void;
}

/** What fits without scrolling on a small screen; the rest is one press away. */
const SHOWN_FIRST = 8;

function FacetGroup({ title, values, word, isOn, onPress }: FacetGroupProps) {
  const [all, setAll] = useState(false);
  if (values.length === 0) return null;
  const shown = all ? values : values.filter((value, at) => at < SHOWN_FIRST || isOn(value.value));
  return (
    <section className="facet-group" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {shown.map(value => (
          <li key={value.value}>
            <button
              type="button"
              className="facet"
              aria-pressed={isOn(value.value)}
              onClick={() => onPress(value.value)}
            >
              <span className="one-line" title={word(value)}>
                {word(value)}
              </span>
              <span className="facet-count">{formatCount(value.count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < values.length && (
        <Button kind="quiet" onPress={() => setAll(true)}>
          {values.length - shown.length} more
        </Button>
      )}
    </section>
  );
}
