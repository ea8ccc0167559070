/**
 * What of a selection goes and what stays. Pure: things with their marks and how they hang together in, a decision with its
 * reason for each out. Marks are inherited: what is part of something, holds it or rests on it is as strictly held as that is.
 */
import type { HandlingMark } from '../handlingMark.ts';
import { type AudienceId, audiences, mayHave } from './audience.ts';

export interface LeavingThing {
  id: string;
  /** `EX-0003`, `F-1`. */
  name: string;
  /** Null where it has none of its own: findings and figures. */
  mark: HandlingMark | null;
  /** All that it is inside of: message, archive, at any depth. */
  partOf: readonly string[];
  /** All that came inside it, at any depth. */
  holds: readonly string[];
  /** What it says is taken from these. */
  restsOn: readonly string[];
}

export interface LeavingRules {
  /** Null: no ceiling but the others. */
  audience: AudienceId | null;
  /** The sender sends what bears these marks only; null: whatever the audience may have. */
  marks: readonly HandlingMark[] | null;
  /** The sender leaves these out. */
  leftOut: ReadonlySet<string>;
  /** Why it never leaves, for print outside; null where it may. */
  neverLeaves(id: string): string | null;
}

export interface Stay {
  id: string;
  /** For print in what leaves: short, and nothing that should stay. */
  why: string;
  /** Of a mark: the rule behind it, for the sender; empty otherwise. */
  rule: string;
}

export interface Selected {
  goes: string[];
  stays: Stay[];
}

/** @throws Error where a thing names another that was not given: what is unknown must not go */
export function select(things: readonly LeavingThing[], rules: LeavingRules): Selected {
  const known = new Map(things.map(thing => [thing.id, thing]));
  const find = (id: string): LeavingThing => {
    const thing = known.get(id);
    if (!thing) throw new Error('something that leaves hangs on something unknown');
    return thing;
  };
  const goes: string[] = [];
  const stays: Stay[] = [];
  for (const thing of things) {
    const stay = whyStays(thing, find, rules);
    if (stay) stays.push({ id: thing.id, ...stay });
    else goes.push(thing.id);
  }
  return { goes, stays };
}

type Reason = Omit<Stay, 'id'>;

/** For one; `find` may read what it hangs on only now. */
export function whyStays(thing: LeavingThing, find: (id: string) => LeavingThing, rules: LeavingRules): Reason | null {
  const never = rules.neverLeaves(thing.id);
  if (never !== null) return { why: never, rule: '' };
  if (rules.leftOut.has(thing.id)) return { why: 'the sender left it out', rule: '' };
  const own = forbidden(thing.mark, rules);
  if (own) return { why: `it is ${own.words}`, rule: own.rule };
  return (
    inherited('it came inside', thing.partOf, find, rules) ??
    inherited('it holds', thing.holds, find, rules) ??
    held(thing, find, rules) ??
    resting(thing, find, rules)
  );
}

function inherited(
  how: string,
  ids: readonly string[],
  find: (id: string) => LeavingThing,
  rules: LeavingRules,
): Reason | null {
  for (const id of ids) {
    const { name, mark } = find(id);
    const kept = forbidden(mark, rules);
    if (kept) return { why: `${how} ${name}, which is ${kept.words}`, rule: kept.rule };
  }
  return null;
}

/** The bytes of what was left out, or never leaves, are in the bytes of what holds it. */
function held({ holds }: LeavingThing, find: (id: string) => LeavingThing, rules: LeavingRules): Reason | null {
  const inside = holds.find(id => rules.leftOut.has(id) || rules.neverLeaves(id) !== null);
  return inside === undefined ? null : { why: `it holds ${find(inside).name}, which is withheld`, rule: '' };
}

/**
 * What rests on words that may not go says what they say, in whatever other words. An exhibit that was left out by choice is
 * no such bar: its mark may go, and what is said of it may.
 */
function resting({ restsOn }: LeavingThing, find: (id: string) => LeavingThing, rules: LeavingRules): Reason | null {
  for (const id of restsOn) {
    const ground = find(id);
    const own = forbidden(ground.mark, rules);
    if (own) return { why: `it rests on ${ground.name}, which is ${own.words}`, rule: own.rule };
    for (const other of [...ground.partOf, ...ground.holds]) {
      const kept = forbidden(find(other).mark, rules);
      if (kept)
        return {
          why: `it rests on ${ground.name}, which hangs together with ${find(other).name}; that is ${kept.words}`,
          rule: kept.rule,
        };
    }
  }
  return null;
}

function forbidden(
  mark: HandlingMark | null,
  { audience, marks }: LeavingRules,
): { words: string; rule: string } | null {
  if (mark === null) return null;
  if (audience !== null && !mayHave(audience, mark))
    return {
      words: `${mark} and may not go to ${audiences[audience].words}`,
      rule: audiences[audience].reasons[mark] ?? '',
    };
  if (marks !== null && !marks.includes(mark)) return { words: `${mark} and left out by the sender`, rule: '' };
  return null;
}
