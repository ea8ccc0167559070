/** What a report is compiled from: plain objects of the domain, gathered by the service, so that compiling stays pure. */
import type { Instant } from '../../kernel/dates.ts';
import type { CaseRecord } from '../caseRecord.ts';
import type { Exhibit } from '../exhibit.ts';
import type { ClaimView, FindingView } from '../finding.ts';
import type { Provision } from '../provision.ts';
import type { Request } from '../request.ts';
import type { Source } from '../source.ts';

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
  provisions: readonly Provision[];
  /** Exhibits whose words may not go to this reader, with the reason: cited by number, not quoted. */
  withheld: ReadonlyMap<string, string>;
  compiledAt: Instant;
  compiledBy: string;
}

export type CitationView = ClaimView['citations'][number];
