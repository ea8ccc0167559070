/** Clusters follow from the judgements that stand, and from nothing else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterRecords, type Join, joinsBetween } from '../../../../shared/domain/entity/cluster.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const join: fc.Arbitrary<Join> = fc
  .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))
  .filter(([left, right]) => left !== right)
  .map(([leftId, rightId]) => ({ leftId, rightId }));
const joins = fc.array(join, { maxLength: 12 });

test('the order of judgements, and which side was left, change nothing', () => {
  fc.assert(
    fc.property(joins, given => {
      const turned = given.map(({ leftId, rightId }) => ({ leftId: rightId, rightId: leftId })).reverse();
      expect([...clusterRecords(ids, turned)].sort()).toEqual([...clusterRecords(ids, given)].sort());
    }),
  );
});

test('merging and taking each merge back, in any order, leaves every record by itself', () => {
  fc.assert(
    fc.property(joins, fc.infiniteStream(fc.nat()), (given, order) => {
      let standing = [...given];
      while (standing.length > 0) {
        const [at = 0] = order.take(1);
        const before = clusterRecords(ids, standing);
        const gone = standing[at % standing.length] as Join;
        standing = standing.filter(one => one !== gone);
        const after = clusterRecords(ids, standing);
        // Taking one back can only part records, never join them.
        for (const left of ids)
          for (const right of ids)
            if (after.get(left) === after.get(right)) expect(before.get(left)).toBe(before.get(right));
      }
      expect([...clusterRecords(ids, standing)]).toEqual(ids.map(id => [id, id]));
    }),
  );
});

test('records are in one cluster just where a chain of judgements joins them, and its name is the earliest of them', () => {
  fc.assert(
    fc.property(joins, given => {
      const clusters = clusterRecords(ids, given);
      for (const left of ids)
        for (const right of ids) {
          const way = joinsBetween(left, right, given);
          expect(left === right || way.length > 0).toBe(clusters.get(left) === clusters.get(right));
          for (const one of way) expect(given).toContain(one);
        }
      for (const [id, canonical] of clusters) {
        const members = ids.filter(one => clusters.get(one) === canonical);
        expect(canonical).toBe(members[0]);
        expect(members).toContain(id);
      }
    }),
  );
});

test('undoing the joins between two parts them', () => {
  fc.assert(
    fc.property(joins, given => {
      let standing: readonly Join[] = given;
      for (let way = joinsBetween('a', 'b', standing); way.length > 0; way = joinsBetween('a', 'b', standing)) {
        const [first] = way;
        standing = standing.filter(one => one !== first);
      }
      const clusters = clusterRecords(ids, standing);
      expect(clusters.get('a')).not.toBe(clusters.get('b'));
    }),
  );
});
