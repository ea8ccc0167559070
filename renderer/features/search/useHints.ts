/** What the search box offers at the caret: operators and fields by rule, values from what the case holds. */
import { type FieldName, type OperatorHint, operatorHints } from '../../../shared/domain/search/index.ts';
import { Reliability, reliabilityWords } from '../../../shared/domain/source.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { languageWord } from '../exhibit/index.ts';
import { quotedValue } from './fieldTerms.ts';
import { searchTypeWord } from './searchTypes.ts';

export interface Hint {
  insert: string;
  detail: string;
  from: number;
  to: number;
}

const MOST = 12;

export function useHints(caseId: CaseId, query: string, caret: number | null): Hint[] {
  const raw = caret === null ? [] : operatorHints(query, caret);
  const asks = raw.some(hint => hint.kind === 'values');
  const { data: facets } = useQuery('exhibit.facets', { caseId }, { skip: !asks });
  const { data: cases } = useQuery(
    'case.list',
    {},
    { skip: !raw.some(hint => hint.kind === 'values' && hint.field === 'case') },
  );
  const known: ValuesOf = {
    type: unique((facets?.types ?? []).map(({ value }) => ({ value: searchTypeWord(value), detail: value }))),
    lang: (facets?.languages ?? []).map(({ value }) => ({ value, detail: languageWord(value) })),
    source: (facets?.sources ?? []).map(({ label }) => ({ value: label, detail: 'source' })),
    grade: Reliability.options.map(value => ({ value, detail: reliabilityWords[value] })),
    case: (cases ?? []).map(({ reference, title }) => ({ value: reference, detail: title })),
  };
  return raw.flatMap(hint => hintsOf(hint, known)).slice(0, MOST);
}

type ValuesOf = Partial<Record<FieldName, { value: string; detail: string }[]>>;

/** Pure: a hint for values becomes one for each value that begins with, or holds, what was typed. */
export function hintsOf(hint: OperatorHint, known: ValuesOf): Hint[] {
  if (hint.kind === 'insert') return [hint];
  const typed = hint.typed.replace(/^["“”]/u, '').toLowerCase();
  return (known[hint.field] ?? [])
    .filter(({ value }) => value.toLowerCase().includes(typed))
    .map(({ value, detail }) => ({ insert: `${quotedValue(value)} `, detail, from: hint.from, to: hint.to }));
}

function unique(values: { value: string; detail: string }[]): { value: string; detail: string }[] {
  return values.filter((one, at) => values.findIndex(other => other.value === one.value) === at);
}
