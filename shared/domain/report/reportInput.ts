/** What a report is compiled from: plain objects of the domain, gathered by the service, so that compiling stays pure. */
import type { Instant } from '../../kernel/dates.ts';
import type { FindingId } from '../../kernel/ids.ts';
import type { CaseRecord } from '../caseRecord.ts';
import type { Exhibit } from '../exhibit.ts';
import type { Figure } from '../figure.ts';
import type { ClaimView, FindingView } from '../finding.ts';
import type { Provision } from '../provision.ts';
import type { Request } from '../request.ts';
import type { Source } from '../source.ts';

/** A citation that a figure rests on, be it of a claim or of a statement. */
export interface FigureGround {
  exhibit: Exhibit;
  /** The reference of the case that the exhibit belongs to, where it is another than the figure's. */
  otherCase: string | null;
  pageIndex: number;
  pageLabel: string | null;
  /** False where the citation, or the claim or statement that it carries, was withdrawn since. */
  stands: boolean;
}

export interface ReportFigure {
  figure: Figure;
  grounds: readonly FigureGround[];
  /** True where it spells out the name of a confidential source: words are replaced, a picture cannot be. */
  namesSource: boolean;
}

export interface ReportInput {
  /** Empty: the title of the case. */
  title: string;
  case: CaseRecord;
  /** In the order in which they shall stand. */
  findings: readonly FindingView[];
  /** At least those that the findings cite and their parents; others are left aside. */
  exhibits: readonly Exhibit[];
  sources: readonly Source[];
  requests: readonly Request[];
  /** Of these findings, or of none, in the order in which the case lists them. */
  figures: readonly ReportFigure[];
  provisions: readonly Provision[];
  /** Exhibits whose words may not go to this reader, with the reason: cited by number, not quoted. */
  withheld: ReadonlyMap<string, string>;
  /** Dissents that stand, by the finding they concern; absent where none is. */
  dissents?: readonly { findingId: FindingId }[];
  compiledAt: Instant;
  compiledBy: string;
}

export type CitationView = ClaimView['citations'][number];
