import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AudienceId,
  audienceIds,
  audiences,
  type LeavingRules,
  type LeavingThing,
  mayHave,
  select,
} from '../../../../shared/domain/departure/index.ts';
import { type HandlingMark, handlingMarks } from '../../../../shared/domain/handlingMark.ts';

const rules = (change: Partial<LeavingRules> = {}): LeavingRules => ({
  audience: null,
  marks: null,
  leftOut: new Set(),
  neverLeaves: () => null,
  ...change,
});

/** A forest of exhibits, each inside an earlier one or on its own, and findings that rest on some of them. */
const caseOf = fc
  .array(
    fc.record({
      mark: fc.constantFrom(...handlingMarks),
      parent: fc.option(fc.nat(30), { nil: null }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .chain(exhibits =>
    fc.record({
      exhibits: fc.constant(exhibits),
      findings: fc.array(fc.uniqueArray(fc.nat(exhibits.length - 1), { maxLength: 4 }), { maxLength: 5 }),
    }),
  )
  .map(({ exhibits, findings }): LeavingThing[] => {
    const parents = exhibits.map(({ parent }, at) => (parent !== null && at > 0 ? parent % at : null));
    const above = (at: number): number[] => {
      const parent = parents[at] ?? null;
      return parent === null ? [] : [parent, ...above(parent)];
    };
    return [
      ...exhibits.map(({ mark }, at) => ({
        id: `e${at}`,
        name: `EX-${at}`,
        mark,
        partOf: above(at).map(one => `e${one}`),
        holds: exhibits.flatMap((_, other) => (above(other).includes(at) ? [`e${other}`] : [])),
        restsOn: [],
      })),
      ...findings.map((restsOn, at) => ({
        id: `f${at}`,
        name: `F-${at}`,
        mark: null,
        partOf: [],
        holds: [],
        restsOn: restsOn.map(one => `e${one}`),
      })),
    ];
  });
const anyAudience = fc.constantFrom(...audienceIds);

test('each audience says of every mark either that it may have it or why not', () => {
  for (const id of audienceIds) {
    const { mayHave: may, reasons } = audiences[id];
    expect([...may, ...Object.keys(reasons)].sort(), id).toEqual([...handlingMarks].sort());
  }
});

test('a wider audience never has more than a narrower one', () => {
  const wider: AudienceId[] = ['public', 'community', 'member-state', 'committee', 'named'];
  for (const [at, id] of wider.slice(0, -1).entries()) {
    const next = wider[at + 1] as AudienceId;
    expect(audiences[next].mayHave).toEqual(expect.arrayContaining([...audiences[id].mayHave]));
  }
});

/** Every mark that a thing inherits, worked out apart from the code that decides. */
function marksBehind(thing: LeavingThing, things: readonly LeavingThing[]): HandlingMark[] {
  const find = (id: string) => things.find(one => one.id === id) as LeavingThing;
  const around = (one: LeavingThing) => [one, ...[...one.partOf, ...one.holds].map(find)];
  return [thing, ...thing.restsOn.map(find)].flatMap(around).flatMap(({ mark }) => mark ?? []);
}

test('nothing that goes is above the ceiling of the audience, nor rests on, holds or came inside such a thing', () => {
  fc.assert(
    fc.property(caseOf, anyAudience, (things, audience) => {
      const { goes } = select(things, rules({ audience }));
      for (const id of goes) {
        const marks = marksBehind(things.find(one => one.id === id) as LeavingThing, things);
        expect(marks.filter(mark => !mayHave(audience, mark))).toEqual([]);
      }
    }),
  );
});

test('what may go does go: nothing stays without a reason that holds', () => {
  fc.assert(
    fc.property(caseOf, anyAudience, (things, audience) => {
      const { goes, stays } = select(things, rules({ audience }));
      expect([...goes, ...stays.map(stay => stay.id)].sort()).toEqual(things.map(one => one.id).sort());
      for (const { id } of stays) {
        const marks = marksBehind(things.find(one => one.id === id) as LeavingThing, things);
        expect(marks.some(mark => !mayHave(audience, mark))).toBe(true);
      }
    }),
  );
});

test('marking an exhibit stricter never makes more go', () => {
  fc.assert(
    fc.property(caseOf, anyAudience, fc.nat(), (things, audience, pick) => {
      const before = select(things, rules({ audience })).goes;
      const marked = things.filter(one => one.mark !== null);
      const chosen = marked[pick % marked.length] as LeavingThing;
      const stricter = things.map(one => (one === chosen ? { ...one, mark: 'TLP:RED' as const } : one));
      const after = select(stricter, rules({ audience })).goes;
      expect(after.filter(id => !before.includes(id))).toEqual([]);
    }),
  );
});

test('leaving out, and marking as never leaving, never makes more go', () => {
  fc.assert(
    fc.property(caseOf, fc.option(anyAudience, { nil: null }), fc.nat(), (things, audience, pick) => {
      const id = (things[pick % things.length] as LeavingThing).id;
      const before = select(things, rules({ audience })).goes;
      for (const change of [
        { leftOut: new Set([id]) },
        { neverLeaves: (one: string) => (one === id ? 'it never leaves its vault' : null) },
      ]) {
        const { goes, stays } = select(things, rules({ audience, ...change }));
        expect(goes.filter(one => !before.includes(one))).toEqual([]);
        expect(stays.map(stay => stay.id)).toContain(id);
        // Its bytes are in those of whatever holds it.
        for (const one of things) if (one.holds.includes(id)) expect(goes).not.toContain(one.id);
      }
    }),
  );
});

test('the reason names the mark and the rule behind it', () => {
  const letter: LeavingThing = { id: 'a', name: 'EX-0001', mark: 'TLP:GREEN', partOf: [], holds: ['b'], restsOn: [] };
  const enclosed: LeavingThing = { id: 'b', name: 'EX-0002', mark: 'TLP:RED', partOf: ['a'], holds: [], restsOn: [] };
  const finding: LeavingThing = { id: 'f', name: 'F-1', mark: null, partOf: [], holds: [], restsOn: ['a'] };
  const rule = 'TLP:RED is for the persons whom its originator named, and nobody passes it on';
  expect(select([letter, enclosed, finding], rules({ audience: 'committee' }))).toEqual({
    goes: [],
    stays: [
      { id: 'a', why: 'it holds EX-0002, which is TLP:RED and may not go to the Committee', rule },
      { id: 'b', why: 'it is TLP:RED and may not go to the Committee', rule },
      {
        id: 'f',
        why: 'it rests on EX-0001, which hangs together with EX-0002; that is TLP:RED and may not go to the Committee',
        rule,
      },
    ],
  });
});

test('a thing that hangs on something unknown stops the selection, rather than going', () => {
  const orphan: LeavingThing = { id: 'a', name: 'EX-0001', mark: 'TLP:CLEAR', partOf: ['x'], holds: [], restsOn: [] };
  expect(() => select([orphan], rules({ audience: 'named' }))).toThrow('unknown');
});
