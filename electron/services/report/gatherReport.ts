/** Gathers from the vault all that a report rests on: findings with their status, exhibits with parents, sources, requests, figures. */
import type { Exhibit } from '../../../shared/domain/exhibit.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import { NameConcealer, type ReportFigure, type ReportInput, reliedOn } from '../../../shared/domain/report/index.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { CaseId, FindingId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase, requireOfCase } from '../case/index.ts';
import { findExhibit } from '../exhibit/index.ts';
import { figureGrounds, figuresOfCase } from '../figure/index.ts';
import { findingsOfCase, requireFinding, viewFinding } from '../finding/index.ts';
import { findProvisions } from '../provision/index.ts';
import { requestsOfCase } from '../request/index.ts';
import { sourceLookup } from '../source/index.ts';
import { confidentialSources } from './reportSql.ts';

export interface Selection {
  caseId: CaseId;
  /** null: every finding of the case that stands. Else these, in this order. */
  findingIds: readonly FindingId[] | null;
  title: string;
}

export interface Compilation {
  compiledAt: Instant;
  compiledBy: string;
}

export interface Gathered {
  input: ReportInput;
  concealer: NameConcealer;
}

export function gatherReport(db: ReadableDb, selection: Selection, { compiledAt, compiledBy }: Compilation): Gathered {
  const about = requireCase(db, selection.caseId);
  const findings = chosenFindings(db, selection).map(finding => viewFinding(db, finding));
  const ids = new Set<string>(findings.map(finding => finding.id));
  const requests = requestsOfCase(db, selection.caseId).filter(
    request => request.findingId === null || ids.has(request.findingId),
  );
  const concealer = new NameConcealer(confidentialSources(db));
  const figures = figuresFor(db, selection.caseId, ids, concealer);
  const cited = findings.flatMap(finding =>
    finding.claims.flatMap(claim => claim.citations.map(citation => citation.exhibitId)),
  );
  const exhibits = reliedOn({
    findings,
    requests,
    figures,
    exhibits: withParents(db, [
      ...cited,
      ...requests.flatMap(request => request.replyExhibitId ?? []),
      // What belongs to another case is shown by the figure, and does not go with it.
      ...figures.flatMap(({ grounds }) =>
        grounds.flatMap(({ exhibit, otherCase }) => (otherCase === null ? exhibit.id : [])),
      ),
    ]),
  });
  const sources = sourceLookup(db);
  const sourceIds = new Set(exhibits.flatMap(exhibit => exhibit.sourceId ?? []));
  return {
    concealer,
    input: {
      title: selection.title,
      case: about,
      findings,
      exhibits,
      sources: [...sourceIds].flatMap(id => sources.get(id) ?? []),
      requests,
      figures,
      provisions: findProvisions([
        ...new Set(findings.flatMap(finding => finding.claims.flatMap(claim => claim.provisionIds))),
      ]),
      withheld: new Map(),
      compiledAt,
      compiledBy,
    },
  };
}

/** Those of the findings that are reported, and those of none. */
function figuresFor(
  db: ReadableDb,
  caseId: CaseId,
  findingIds: ReadonlySet<string>,
  concealer: NameConcealer,
): ReportFigure[] {
  return figuresOfCase(db, caseId)
    .filter(({ findingId }) => findingId === null || findingIds.has(findingId))
    .map(figure => ({
      figure,
      grounds: figureGrounds(db, caseId, figure.citationIds),
      namesSource: [figure.altText, ...figure.table.columns, ...figure.table.rows.flat()].some(words =>
        concealer.finds(words),
      ),
    }));
}

function chosenFindings(db: ReadableDb, { caseId, findingIds }: Selection): Finding[] {
  if (findingIds === null) return findingsOfCase(db, caseId).filter(finding => finding.stage !== 'withdrawn');
  return [...new Set(findingIds)].map(id => {
    const finding = requireFinding(db, id);
    requireOfCase('finding', finding.caseId, caseId);
    return finding;
  });
}

function withParents(db: ReadableDb, ids: readonly string[]): Exhibit[] {
  const found = new Map<string, Exhibit>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const exhibit = found.has(id) ? null : findExhibit(db, id);
    if (!exhibit) continue;
    found.set(id, exhibit);
    if (exhibit.parentId) open.push(exhibit.parentId);
  }
  return [...found.values()];
}
