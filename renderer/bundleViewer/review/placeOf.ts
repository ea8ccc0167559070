/** The address within the viewer at which the subject of a remark is seen; null where this bundle does not hold it. */
import type { CommentSubject } from '../../../shared/domain/comment.ts';
import type { CaseIndex } from '../content/caseIndex.ts';
import { formatRoute, parseRoute, type Route } from '../route.ts';

export function placeOf({ kind, id, pageIndex }: CommentSubject, index: CaseIndex): string | null {
  const at = (change: Partial<Route>): string => formatRoute({ ...parseRoute(''), ...change });
  const { findings, exhibits, figures = [] } = index.bundle;
  switch (kind) {
    case 'citation':
      return index.citations.has(id) ? at({ citation: id }) : null;
    case 'passage': {
      const cited = [...index.citations.values()].find(({ citation }) => citation.passageId === id);
      return cited ? at({ citation: cited.citation.id }) : null;
    }
    case 'exhibit': {
      const exhibit = exhibits.find(one => one.id === id || one.number === id);
      return exhibit ? at({ view: 'exhibits', exhibit: exhibit.number, page: pageIndex }) : null;
    }
    case 'finding':
      return findings.some(finding => finding.id === id) ? at({}) : null;
    case 'claim': {
      const claim = findings.flatMap(({ claims }) => claims).find(one => one.id === id);
      return claim ? at({ citation: claim.citations[0]?.id ?? null }) : null;
    }
    case 'figure':
      return figures.some(figure => figure.id === id || figure.numeral === id) ? at({ view: 'report' }) : null;
    case 'entity':
      return at({ view: 'entities', item: id });
    case 'request':
      return at({ view: 'requests' });
    case 'edition':
      return at({ view: 'report' });
    default:
      return null;
  }
}
