/** Gathers from the vault all that a report rests on: findings with their status, exhibits with parents, sources, requests, figures. */
import type { DepartureStay, LeavingChoice } from '../../../shared/domain/departure/index.ts';
import type { Exhibit } from '../../../shared/domain/exhibit.ts';
import { type Finding, findingName, type FindingView } from '../../../shared/domain/finding.ts';
import {
  type NameConcealer,
  type ReportFigure,
  type ReportInput,
  reliedOn,
} from '../../../shared/domain/report/index.ts';
import type { Request } from '../../../shared/domain/request.ts';
import type { Source } from '../../../shared/domain/source.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { CaseId, ExhibitId, FindingId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase, requireOfCase } from '../case/index.ts';
import { dissentsOfCase } from '../comment/index.ts';
import { whyCaseStays } from '../compartment/index.ts';
import { type Withholding, withholdingOf } from '../departure/index.ts';
import { findExhibit } from '../exhibit/index.ts';
import { figureGrounds, figuresOfCase } from '../figure/index.ts';
import { findingsOfCase, requireFinding, viewFinding } from '../finding/index.ts';
import { findProvisions } from '../provision/index.ts';
import { type MarkedCitation, markedCitations, type StandIns, standInsOf } from '../redaction/index.ts';
import { requestsOfCase } from '../request/index.ts';
import { sourceLookup } from '../source/index.ts';

export interface Selection extends LeavingChoice {
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
  withholding: Withholding;
  choice: LeavingChoice;
  /** Findings and requests that were asked for and stay, since what they rest on may not go. */
  kept: DepartureStay[];
  /** What goes in the place of what. */
  standIns: StandIns;
  /** What quotes words that are marked for redaction, and goes. */
  marked: MarkedCitation[];
  /** Why the case never leaves, null where it may. */
  caseStays: string | null;
}

export function gatherReport(db: ReadableDb, selection: Selection, { compiledAt, compiledBy }: Compilation): Gathered {
  const { caseId, findingIds: _, title, ...choice } = selection;
  const about = requireCase(db, caseId);
  const withholding = withholdingOf(db, about.handlingMark, choice);
  const { concealer } = withholding;
  const kept: DepartureStay[] = [];
  const mayGo = (what: DepartureStay['what'], name: string, exhibitIds: readonly string[]) => {
    const stay = withholding.whyResting(name, exhibitIds);
    if (stay) kept.push({ what, name, why: stay.why });
    return stay === null;
  };
  const standIns = standInsOf(db, choice.inPlace);
  const findings = chosenFindings(db, selection)
    .map(finding => standIns.finding(viewFinding(db, finding)))
    .filter(finding => mayGo('finding', findingName(finding), citedBy(finding)));
  const ids = new Set<string>(findings.map(finding => finding.id));
  const requests = requestsOfCase(db, caseId)
    .map(request => withStandIn(request, standIns))
    .filter(
      ({ findingId, addressee, replyExhibitId }) =>
        (findingId === null || ids.has(findingId)) &&
        mayGo('other', `request to ${addressee}`, replyExhibitId === null ? [] : [replyExhibitId]),
    );
  const figures = figuresFor(db, caseId, ids, concealer);
  const exhibits = reliedOn({
    findings,
    requests,
    figures,
    exhibits: withParents(db, [
      ...findings.flatMap(citedBy),
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
    withholding,
    choice,
    kept,
    standIns,
    marked: markedCitations(db, findings).filter(({ exhibitId }) => withholding.wordsOf(exhibitId) === null),
    caseStays: whyCaseStays(db, caseId),
    input: {
      title,
      case: about,
      findings,
      exhibits,
      sources: [...sourceIds].flatMap(id => disclosed(sources.get(id), choice)),
      requests,
      figures,
      provisions: findProvisions([
        ...new Set(findings.flatMap(finding => finding.claims.flatMap(claim => claim.provisionIds))),
      ]),
      withheld: withheldWords(withholding, [...exhibits, ...shownBy(figures)]),
      dissents: dissentsOfCase(db, caseId),
      compiledAt,
      compiledBy,
    },
  };
}

/** A reply that is an exhibit goes by its copy too. */
function withStandIn(request: Request, { idFor }: StandIns): Request {
  const { replyExhibitId } = request;
  return replyExhibitId === null ? request : { ...request, replyExhibitId: idFor(replyExhibitId) as ExhibitId };
}

function citedBy(finding: FindingView): string[] {
  return finding.claims.flatMap(claim => claim.citations.map(citation => citation.exhibitId));
}

/** Exhibits of other cases never go; what figures show of them goes by the same rules. */
export function shownBy(figures: readonly ReportFigure[]): Exhibit[] {
  const found = figures.flatMap(({ grounds }) =>
    grounds.flatMap(({ exhibit, otherCase }) => (otherCase === null ? [] : [[exhibit.id, exhibit] as const])),
  );
  return [...new Map(found).values()];
}

/** A report carries words alone: what its own rules leave to the reader's eye (a name in an exhibit's bytes) does not bind it. */
function withheldWords({ wordsOf }: Withholding, exhibits: readonly Exhibit[]): Map<string, string> {
  return new Map(
    exhibits.flatMap(exhibit => {
      const why = wordsOf(exhibit.id);
      return why ? [[exhibit.id as string, why.reason] as const] : [];
    }),
  );
}

/** A confidential source whose name was asked for twice goes by it. */
export function disclosed(source: Source | null, { disclose }: LeavingChoice): Source[] {
  if (!source) return [];
  return [disclose.includes(source.id) ? { ...source, confidential: false } : source];
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
