/** Small findings for tests of rules that need no core. */
import type { ClaimView } from '../../../../shared/domain/finding.ts';
import {
  type CitationId,
  type ClaimId,
  type FindingId,
  type PassageId,
  type SourceId,
  uuidv7,
} from '../../../../shared/kernel/ids.ts';
import type { Instant } from '../../../../shared/kernel/dates.ts';

let count = 0;
function nextId(kind: string): string {
  count += 1;
  return `${kind}-${uuidv7(1_800_000_000_000 + count, new Uint8Array(10))}`;
}

const at = '2026-11-20T10:00:00.000Z' as Instant;

export function claimView(fields: Partial<ClaimView> = {}): ClaimView {
  return {
    id: nextId('clm') as ClaimId,
    findingId: nextId('fnd') as FindingId,
    text: 'The two vessels lay alongside each other',
    provisionIds: [],
    judgement: null,
    occurredOn: null,
    entityIds: [],
    withdrawnAt: null,
    citations: [],
    computedStatus: 'unsupported',
    status: 'unsupported',
    reasons: [],
    ...fields,
  };
}

type Cited = ClaimView['citations'][number];

export function cited(fields: Partial<Cited> = {}): Cited {
  return {
    id: nextId('cit') as CitationId,
    claimId: nextId('clm') as ClaimId,
    passageId: nextId('psg') as PassageId,
    bearing: 'supports',
    credibility: 2,
    quote: 'lay alongside',
    pageIndex: 3,
    pageLabel: 'ii',
    rebuttal: '',
    citedAt: at,
    citedBy: 'Test Person',
    withdrawnAt: null,
    exhibitId: nextId('exh'),
    exhibitNumber: 42,
    exhibitTitle: 'Registry extract',
    sourceId: null,
    sourceName: null,
    reliability: null,
    anchor: 'anchored',
    ...fields,
  };
}

export function sourceId(): SourceId {
  return nextId('src') as SourceId;
}
