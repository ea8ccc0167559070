/** Where a place that was found is seen in the viewer. */
import type { SearchPlace } from '../../../shared/domain/bundle/bundleSearch.ts';
import type { CaseIndex } from '../content/caseIndex.ts';
import { type Route, toCitation, toExhibit } from '../route.ts';

export function placeAddress({ kind, id }: SearchPlace, index: CaseIndex): Partial<Route> {
  switch (kind) {
    case 'case':
      return { view: 'report' };
    case 'finding':
    case 'claim':
      return { view: 'findings', item: id };
    case 'exhibit':
      return { ...toExhibit(id), query: '' };
    case 'passage': {
      const cited = [...index.citations.values()].find(({ citation }) => citation.passageId === id);
      if (cited) return toCitation(cited.citation.id);
      const passage = index.passages.get(id);
      return passage ? toExhibit(passage.exhibitNumber, passage.pageIndex) : {};
    }
    case 'entity':
      return { view: 'entities', item: id };
    case 'request':
      return { view: 'requests', item: id };
    case 'figure':
      return { view: 'report', item: id };
    case 'source':
      return { view: 'exhibits' };
  }
}

export const KIND_WORDS: Record<SearchPlace['kind'], string> = {
  case: 'Case',
  finding: 'Findings',
  claim: 'Claims',
  exhibit: 'Exhibits by title',
  passage: 'Cited passages',
  entity: 'Who and what',
  request: 'Requests',
  figure: 'Figures',
  source: 'Sources',
};
