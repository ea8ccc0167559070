import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addCounts,
  type CopiesShown,
  needsProposals,
  pairAfter,
  rowsOf,
  toGroup,
  withVerdict,
} from '../../../../renderer/features/copy/copyRows.ts';
import { decisionOn, type Named } from '../../../../renderer/features/copy/copyWords.ts';
import type { CopyProposal, CopyVerdict } from '../../../../shared/contract/copy.ts';
import type { Instant } from '../../../../shared/kernel/dates.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';

const named = (number: number): Named => ({
  exhibitId: `exh-00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as ExhibitId,
  number,
  title: `Letter ${number}`,
});

const verdict = (copy: number, of: number, said: CopyVerdict['verdict']): CopyVerdict => ({
  verdict: said,
  exhibitId: named(copy).exhibitId,
  otherId: named(of).exhibitId,
  note: '',
  decidedAt: '2026-03-15T02:14:00.000Z' as Instant,
  decidedBy: 'Test Person',
});

const proposal = (number: number, given: Partial<CopyProposal> = {}): CopyProposal => ({
  ...named(number),
  kind: 'text',
  likeness: 0.9,
  mediaType: 'text/plain',
  withdrawn: false,
  sourceId: null,
  verdict: null,
  ...given,
});

const group = (first: number, others: number[], proposals: CopyProposal[] | null = null) => {
  const read = toGroup(
    { kind: 'text', size: others.length + 1, exhibits: [first, ...others].map(named), undecided: 0 },
    proposals,
  );
  if (!read) throw new Error('no group');
  return read;
};

const shownOf = (groups: Parameters<typeof rowsOf>[0], shown: CopiesShown) =>
  rowsOf(groups, shown).map(row =>
    row.kind === 'group' ? `group ${row.group.first.number}` : row.pair.exhibit.number,
  );

const groups = [
  group(
    1,
    [2, 3, 4],
    [
      proposal(2, { verdict: verdict(2, 1, 'copy') }),
      proposal(3),
      proposal(4, { verdict: verdict(4, 1, 'not-a-copy') }),
    ],
  ),
  group(7, [8]),
  group(9, [10], [proposal(10, { verdict: verdict(10, 9, 'open') })]),
];

test('a group is listed above those of its pairs that are asked for, and left out where it has none', () => {
  expect(shownOf(groups, 'all')).toEqual(['group 1', 2, 3, 4, 'group 7', 8, 'group 9', 10]);
  expect(shownOf(groups, 'proposed')).toEqual(['group 1', 3, 'group 7', 8, 'group 9', 10]);
  expect(shownOf(groups, 'accepted')).toEqual(['group 1', 2]);
  expect(shownOf(groups, 'rejected')).toEqual(['group 1', 4]);
  expect(addCounts(groups)).toEqual({ proposed: 3, accepted: 1, rejected: 1 });
});

test('a decision is known at once in every group that holds the two, whichever of them is the copy', () => {
  const after = withVerdict(groups, verdict(7, 8, 'copy'));
  expect(shownOf(after, 'accepted')).toEqual(['group 1', 2, 'group 7', 8]);
  expect(after[0]).toBe(groups[0]);
});

test('nothing is asked for where nobody has decided and all are named', () => {
  const exhibits = [named(1), named(2), named(3)];
  expect(needsProposals({ kind: 'text', size: 3, exhibits, undecided: 2 })).toBe(false);
  expect(needsProposals({ kind: 'text', size: 3, exhibits, undecided: 1 })).toBe(true);
  expect(needsProposals({ kind: 'text', size: 4, exhibits, undecided: 3 })).toBe(true);
});

test('members beyond the named ones are listed; those that are more alike in the other way are counted', () => {
  const read = toGroup({ kind: 'text', size: 5, exhibits: [named(1), named(2)], undecided: 4 }, [
    proposal(5),
    proposal(2),
    proposal(3, { kind: 'picture' }),
    proposal(4),
    proposal(6, { likeness: null }),
  ]);
  expect(read?.pairs.map(pair => pair.exhibit.number)).toEqual([2, 4, 5]);
  expect(read?.elsewhere).toBe(1);
});

test('the hand goes to the pair that came into the place of the one that left, or to the last', () => {
  const rows = rowsOf(groups, 'all');
  expect(pairAfter(rows, 4)?.key).toBe(
    'text exh-00000000-0000-7000-8000-000000000007 exh-00000000-0000-7000-8000-000000000008',
  );
  expect(pairAfter(rows, 99)?.key).toBe(rows.at(-1)?.key);
  expect(pairAfter([], 0)).toBeUndefined();
});

test('the later number is proposed as the copy; a decision that is taken back or turned keeps its direction', () => {
  const [one, two] = [named(1), named(2)];
  expect(decisionOn(two, one, 'copy', null)).toEqual({
    decision: { exhibitId: two.exhibitId, otherId: one.exhibitId, verdict: 'copy' },
    done: 'EX-0002 is a copy of EX-0001',
  });
  expect(decisionOn(one, two, 'open', verdict(1, 2, 'copy')).decision).toMatchObject({ exhibitId: one.exhibitId });
});

test('whatever was decided, each pair is shown under exactly one of the three and under all', () => {
  const said = fc.constantFrom('copy' as const, 'not-a-copy' as const, 'open' as const, null);
  fc.assert(
    fc.property(fc.array(fc.array(said, { minLength: 1, maxLength: 6 }), { maxLength: 6 }), given => {
      let number = 0;
      const made = given.map(verdicts => {
        const first = ++number;
        const others = verdicts.map(() => ++number);
        return group(
          first,
          others,
          others.map((other, at) => {
            const what = verdicts[at] ?? null;
            return proposal(other, { verdict: what && verdict(other, first, what) });
          }),
        );
      });
      const pairs = (shown: CopiesShown) =>
        rowsOf(made, shown)
          .filter(row => row.kind === 'pair')
          .map(row => row.key);
      const split = [...pairs('proposed'), ...pairs('accepted'), ...pairs('rejected')];
      expect(split.toSorted()).toEqual(pairs('all').toSorted());
    }),
  );
});
