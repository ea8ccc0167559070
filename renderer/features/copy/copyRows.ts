/** The groups of a case as rows of a list, under what is to be shown of them. Pure. */
import type { CopyGroup, CopyKind, CopyProposal, CopyVerdict } from '../../../shared/contract/copy.ts';
import type { Named } from './copyWords.ts';

export type CopyState = 'proposed' | 'accepted' | 'rejected';
export type CopiesShown = CopyState | 'all';

export function stateOf(verdict: CopyVerdict | null): CopyState {
  if (verdict === null || verdict.verdict === 'open') return 'proposed';
  return verdict.verdict === 'copy' ? 'accepted' : 'rejected';
}

/** One exhibit of a group, as it stands to the first of the group. */
export interface Pair {
  key: string;
  exhibit: Named;
  /** Null where nothing was decided in the group, so that it was not asked for: the rows in view ask. */
  proposal: CopyProposal | null;
  verdict: CopyVerdict | null;
}

export interface Group {
  key: string;
  kind: CopyKind;
  first: Named;
  pairs: Pair[];
  /** Members that stand to the first in the other way more closely, and are listed by that. */
  elsewhere: number;
}

/** A group's answer is complete where nobody has decided in it and all of its exhibits are named. */
export function needsProposals({ size, undecided, exhibits }: CopyGroup): boolean {
  return undecided < size - 1 || exhibits.length < size;
}

export function toGroup({ kind, size, exhibits }: CopyGroup, proposals: readonly CopyProposal[] | null): Group | null {
  const [first, ...named] = exhibits;
  if (!first) return null;
  const key = `${kind} ${first.exhibitId}`;
  const toPair = (exhibit: Named, proposal: CopyProposal | null): Pair => ({
    key: `${key} ${exhibit.exhibitId}`,
    exhibit,
    proposal,
    verdict: proposal?.verdict ?? null,
  });
  const ids = new Set(named.map(one => one.exhibitId));
  const known = new Map(proposals?.map(one => [one.exhibitId, one]));
  const unnamed =
    exhibits.length < size
      ? (proposals ?? []).filter(one => !ids.has(one.exhibitId) && one.kind === kind && one.likeness !== null)
      : [];
  const pairs = [...named, ...unnamed]
    .sort((left, right) => left.number - right.number)
    .map(({ exhibitId, number, title }) => toPair({ exhibitId, number, title }, known.get(exhibitId) ?? null));
  return { key, kind, first, pairs, elsewhere: Math.max(0, size - 1 - pairs.length) };
}

/** With what was just decided of two exhibits, wherever the two stand to each other. */
export function withVerdict(groups: readonly Group[], verdict: CopyVerdict): Group[] {
  const both = [verdict.exhibitId, verdict.otherId];
  return groups.map(group => {
    const { first, pairs } = group;
    const concerns = ({ exhibit }: Pair) => both.includes(first.exhibitId) && both.includes(exhibit.exhibitId);
    if (!pairs.some(concerns)) return group;
    return { ...group, pairs: pairs.map(pair => (concerns(pair) ? { ...pair, verdict } : pair)) };
  });
}

export type CopyRow =
  | { kind: 'group'; key: string; group: Group; counts: CopyCounts }
  | { kind: 'pair'; key: string; group: Group; pair: Pair };

export type CopyCounts = Record<CopyState, number>;

const noCounts: CopyCounts = { proposed: 0, accepted: 0, rejected: 0 };

function countPairs(pairs: readonly Pair[]): CopyCounts {
  const counts = { ...noCounts };
  for (const { verdict } of pairs) counts[stateOf(verdict)] += 1;
  return counts;
}

export function addCounts(groups: readonly Group[]): CopyCounts {
  return groups.reduce((sum, { pairs }) => {
    const { proposed, accepted, rejected } = countPairs(pairs);
    return {
      proposed: sum.proposed + proposed,
      accepted: sum.accepted + accepted,
      rejected: sum.rejected + rejected,
    };
  }, noCounts);
}

/** Each group once, before those of its pairs that are to be shown; a group without any is left out. */
export function rowsOf(groups: readonly Group[], shown: CopiesShown): CopyRow[] {
  return groups.flatMap((group): CopyRow[] => {
    const pairs = group.pairs.filter(({ verdict }) => shown === 'all' || stateOf(verdict) === shown);
    if (pairs.length === 0 && !(shown === 'all' && group.elsewhere > 0)) return [];
    return [
      { kind: 'group', key: group.key, group, counts: countPairs(group.pairs) },
      ...pairs.map((pair): CopyRow => ({ kind: 'pair', key: pair.key, group, pair })),
    ];
  });
}

/** Where the hand goes when its row left the list: to the pair that came into its place, or the last one. */
export function pairAfter(rows: readonly CopyRow[], at: number): CopyRow | undefined {
  return rows.slice(Math.max(0, at)).find(row => row.kind === 'pair') ?? rows.findLast(row => row.kind === 'pair');
}
