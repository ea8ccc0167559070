import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decideState,
  editState,
  type FieldState,
  isOpen,
  meetStates,
  outcomeOf,
} from '../../../../shared/domain/archive/index.ts';
import { VaultId } from '../../../../shared/kernel/ids.ts';

const vaults = ['a', 'b', 'c'].map(letter => VaultId.parse(`vlt-01900000-0000-7000-8000-${letter.repeat(12)}`));
const author = { by: 'Test Person', team: 'Test', at: '' };

/** As a set: what a vault shows first is its own matter until somebody decides. */
function asSet(state: FieldState): string[] {
  return state.map(one => JSON.stringify([Object.entries(one.version).sort(), one.value])).sort();
}

type Step =
  | { kind: 'edit'; vault: number; value: number }
  | { kind: 'send'; from: number; to: number }
  | { kind: 'lose'; from: number }
  | { kind: 'decide'; vault: number; choice: number };

const vault = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), vault, value: fc.nat(5) }),
  fc.record({ kind: fc.constant('send' as const), from: vault, to: vault }),
  fc.record({ kind: fc.constant('lose' as const), from: vault }),
  fc.record({ kind: fc.constant('decide' as const), vault, choice: fc.nat(3) }),
);

interface World {
  states: FieldState[];
  /** Archives that were sealed once and may arrive late, again, or never. */
  sealed: FieldState[];
}

function begin(): World {
  const first: FieldState = [{ ...author, value: 'made', version: { [vaults[0] as string]: 1 } }];
  return { states: [first, first, first], sealed: [] };
}

function take(world: World, step: Step): void {
  const { states, sealed } = world;
  switch (step.kind) {
    case 'edit': {
      const state = states[step.vault] as FieldState;
      states[step.vault] = editState(state, `v${step.value}`, vaults[step.vault] as VaultId, author);
      return;
    }
    case 'send':
      sealed.push(states[step.from] as FieldState);
      states[step.to] = meetStates(states[step.to] as FieldState, states[step.from] as FieldState);
      return;
    case 'lose':
      sealed.push(states[step.from] as FieldState);
      return;
    case 'decide': {
      const state = states[step.vault] as FieldState;
      const chosen = state[step.choice % state.length];
      if (chosen && isOpen(state))
        states[step.vault] = decideState([state], chosen.value, vaults[step.vault] as VaultId, author);
      return;
    }
  }
}

function exchangeAll({ states, sealed }: World, order: readonly number[]): void {
  for (let round = 0; round < 2; round++)
    for (const at of order) {
      const [from, to] = [at % 3, Math.floor(at / 3) % 3];
      states[to] = meetStates(states[to] as FieldState, states[from] as FieldState);
    }
  // Late and doubled archives change nothing any more.
  for (const old of sealed) for (const at of [0, 1, 2]) states[at] = meetStates(states[at] as FieldState, old);
  for (const [from, to] of [
    [0, 1],
    [1, 2],
    [2, 0],
    [0, 1],
    [1, 2],
  ] as const)
    states[to] = meetStates(states[to] as FieldState, states[from] as FieldState);
}

const everyPair = fc.shuffledSubarray([1, 2, 3, 5, 6, 7], { minLength: 6, maxLength: 6 });

test('three vaults that edited in any order, with archives lost, doubled and late, come to the same values on record', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), everyPair, (steps, order) => {
      const world = begin();
      for (const one of steps) take(world, one);
      exchangeAll(world, order);
      const [a, b, c] = world.states.map(asSet);
      expect(b).toEqual(a);
      expect(c).toEqual(a);
    }),
    { numRuns: 500 },
  );
});

test('no value goes unless somebody who had seen it wrote or decided another', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), everyPair, (steps, order) => {
      const world = begin();
      const written: { value: string; version: Readonly<Record<string, number>> }[] = [];
      for (const one of steps) {
        take(world, one);
        if (one.kind === 'edit') {
          const first = (world.states[one.vault] as FieldState)[0];
          if (first) written.push({ value: String(first.value), version: first.version });
        }
      }
      exchangeAll(world, order);
      const final = world.states[0] as FieldState;
      for (const { value, version } of written) {
        const stands = final.some(one => one.value === value);
        const followed = final.some(one =>
          Object.entries(version).every(([vaultId, count]) => (one.version[vaultId] ?? 0) >= count),
        );
        expect(stands || followed).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('meeting does not depend on order or grouping, and meeting again changes nothing', () => {
  const state = fc
    .array(fc.record({ counts: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)), value: fc.nat(2) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map(list =>
      list.reduce<FieldState>(
        (met, { counts, value }) =>
          meetStates(met, [
            {
              ...author,
              value,
              version: Object.fromEntries(
                counts.flatMap((count, at) => (count > 0 ? [[vaults[at] as string, count]] : [])),
              ),
            },
          ]),
        [],
      ),
    );
  fc.assert(
    fc.property(state, state, state, (a, b, c) => {
      expect(asSet(meetStates(a, b))).toEqual(asSet(meetStates(b, a)));
      expect(asSet(meetStates(meetStates(a, b), c))).toEqual(asSet(meetStates(a, meetStates(b, c))));
      expect(asSet(meetStates(a, a))).toEqual(asSet(a));
      expect(outcomeOf(meetStates(a, b), b)).toBe('known');
    }),
    { numRuns: 1000 },
  );
});

test('the same version with another value is two values: somebody worked on a copy of the vault', () => {
  const version = { [vaults[0] as string]: 2 };
  const mine: FieldState = [{ ...author, version, value: 'mine' }];
  const theirs: FieldState = [{ ...author, version, value: 'theirs' }];
  expect(outcomeOf(mine, theirs)).toBe('conflict');
  expect(meetStates(mine, theirs).map(one => one.value)).toEqual(['mine', 'theirs']);
});

test('an edit while two values are open leaves the other open; a decision ends it for all who get it', () => {
  const [a, b] = vaults as [VaultId, VaultId];
  const first: FieldState = [{ ...author, value: 'made', version: { [a]: 1 } }];
  const open = meetStates(editState(first, 'by a', a, author), editState(first, 'by b', b, author));
  const edited = editState(open, 'by a again', a, author);
  expect(edited.map(one => one.value)).toEqual(['by a again', 'by b']);
  const decided = decideState([edited], 'by b', a, author);
  expect(meetStates(edited, decided)).toEqual(decided);
  expect(outcomeOf(open, decided)).toBe('newer');
});
