/** Proposals as rows: a value once, with every place where it stands. Pure. */
import type { Mention } from '../../../shared/contract/mention.ts';
import {
  entityOf,
  type Proposal,
  type ProposalDecision,
  type ProposalKind,
} from '../../../shared/domain/proposal/index.ts';

export interface ProposalRow {
  key: string;
  kind: ProposalKind;
  sort: string;
  value: string;
  note: string;
  decision: ProposalDecision | null;
  /** Whose it was recorded to be. */
  entity: Proposal['entity'];
  /** It can be the name or the number of an entity. */
  isEntity: boolean;
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
      const { kind, sort, value, note, decision, entity } = proposal;
      const isEntity = entityOf(proposal) !== null;
      rows.set(key, { key, kind, sort, value, note, decision, entity, isEntity, places: [proposal] });
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

export const kindWords: Readonly<Record<ProposalKind, string>> = {
  vessel: 'Vessels',
  organization: 'Organisations',
  person: 'People',
  identifier: 'Identifiers',
  amount: 'Amounts',
  quantity: 'Quantities',
  date: 'Dates',
  place: 'Places',
};

/** The kinds that there are, in the order of the rows, with how many. */
export function kindsOf(rows: readonly ProposalRow[]): { kind: ProposalKind; count: number }[] {
  return ORDER.map(kind => ({ kind, count: rows.filter(row => row.kind === kind).length })).filter(
    ({ count }) => count > 0,
  );
}

export function shownAs(row: ProposalRow): Shown {
  return row.decision ?? 'proposed';
}

/** Without open names that the vault knows: they are proposed as the entities that they may be. */
export function withoutKnown(proposals: readonly Proposal[], mentions: readonly Mention[]): Proposal[] {
  const known = new Map<number, Mention[]>();
  for (const mention of mentions)
    if (mention.decision !== 'rejected')
      known.set(mention.pageIndex, [...(known.get(mention.pageIndex) ?? []), mention]);
  return proposals.filter(
    proposal =>
      proposal.decision !== null ||
      entityOf(proposal) === null ||
      !known.get(proposal.pageIndex)?.some(({ start, end }) => start < proposal.end && proposal.start < end),
  );
}

/** Without open family names ("Mr Han") of people who stand there with their whole name, or whom the vault knows. */
export function withoutParts(rows: readonly ProposalRow[], mentions: readonly Mention[]): ProposalRow[] {
  const whole = [
    ...rows.filter(row => row.kind === 'person').map(row => row.value),
    ...mentions.map(one => one.entity.caption),
  ];
  const parts = new Set(whole.map(words).flatMap(name => (name.length > 1 ? name : [])));
  return rows.filter(row => {
    const name = words(row.value);
    return row.kind !== 'person' || row.decision !== null || name.length > 1 || !parts.has(name[0] ?? '');
  });
}

function words(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[\s,-]+/u)
    .filter(Boolean);
}
