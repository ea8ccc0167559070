/** Proposals as rows: a value once, with every place where it stands. Pure. */
import type { Proposal, ProposalDecision, ProposalKind } from '../../../shared/domain/proposal/index.ts';

export interface ProposalRow {
  key: string;
  kind: ProposalKind;
  sort: string;
  value: string;
  note: string;
  decision: ProposalDecision | null;
  places: readonly Proposal[];
}

export type Shown = 'proposed' | 'accepted' | 'rejected';

export function proposalRows(proposals: readonly Proposal[]): ProposalRow[] {
  const rows = new Map<string, ProposalRow & { places: Proposal[] }>();
  for (const proposal of proposals) {
    const key = `${proposal.sort}\n${proposal.value}`;
    const row = rows.get(key);
    if (row) row.places.push(proposal);
    else {
      const { kind, sort, value, note, decision } = proposal;
      rows.set(key, { key, kind, sort, value, note, decision, places: [proposal] });
    }
  }
  return [...rows.values()].sort((left, right) => ORDER.indexOf(left.kind) - ORDER.indexOf(right.kind));
}

/** What can be an entity first, then what is said of one. */
const ORDER: readonly ProposalKind[] = [
  'vessel',
  'organization',
  'person',
  'identifier',
  'amount',
  'quantity',
  'date',
  'place',
];

export function shownAs(row: ProposalRow): Shown {
  return row.decision ?? 'proposed';
}
