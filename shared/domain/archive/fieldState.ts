/**
 * What is on record of one field: the values that nobody has followed up yet. One is the rule; several where people changed the
 * field without knowing of each other and nobody decided since. States meet by union less what was followed up, so vaults that
 * exchange in any order, and as often as they like, come to the same.
 */
import { z } from 'zod';
import { canonicalJson, type Json } from '../../kernel/canonicalJson.ts';
import type { VaultId } from '../../kernel/ids.ts';
import { compareVersions, joinVersions, nextVersion, Version } from './version.ts';

export const Author = z.object({
  by: z.string().max(300),
  team: z.string().max(300),
  /** When, by that person's clock: shown, never compared. '' where it is not known. */
  at: z.string().max(40),
});
export type Author = z.infer<typeof Author>;

export const FieldVersion = Author.extend({ version: Version, value: z.json() });
export type FieldVersion = Omit<z.infer<typeof FieldVersion>, 'version' | 'value'> & { version: Version; value: Json };

/** At least one. Where this vault shows one of several, it stands first. */
export type FieldState = readonly FieldVersion[];

export function sameValue(left: Json, right: Json): boolean {
  return left === right || canonicalJson(left) === canonicalJson(right);
}

/** Those of both that no other has followed up. What this vault shows stays first, unless it was followed up. */
export function meetStates(mine: FieldState, theirs: FieldState): FieldState {
  const all = [...mine];
  for (const one of theirs)
    if (!all.some(known => compareVersions(known.version, one.version) === 'same' && sameValue(known.value, one.value)))
      all.push(one);
  return all.filter(one => !all.some(other => compareVersions(one.version, other.version) === 'older'));
}

/** True if the values on record differ: somebody must decide. */
export function isOpen(state: FieldState): boolean {
  const [first, ...others] = state;
  return first !== undefined && others.some(one => !sameValue(one.value, first.value));
}

/** One value in place of all on record: a decision, which whoever gets it will see as newer than each of them. */
export function decideState(states: readonly FieldState[], value: Json, vaultId: VaultId, author: Author): FieldState {
  return [
    {
      ...author,
      value,
      version: nextVersion(
        states.flatMap(state => state.map(one => one.version)),
        vaultId,
      ),
    },
  ];
}

/** A change made here of what is shown. Where several values are on record and differ, the others stay open beside it. */
export function editState(state: FieldState, value: Json, vaultId: VaultId, author: Author): FieldState {
  const [shown, ...others] = state;
  if (!shown || !isOpen(state)) return decideState([state], value, vaultId, author);
  return [{ ...author, value, version: nextVersion([shown.version], vaultId) }, ...others];
}

export type FieldOutcome =
  /** Nothing that is not here. */
  | 'known'
  /** Theirs follows mine. */
  | 'newer'
  /** Theirs and mine were made without knowing of each other, and differ. */
  | 'conflict';

/** What their state of a field would do to mine. */
export function outcomeOf(mine: FieldState, theirs: FieldState): FieldOutcome {
  const met = meetStates(mine, theirs);
  const news = met.filter(
    one =>
      !mine.some(known => compareVersions(known.version, one.version) === 'same' && sameValue(known.value, one.value)),
  );
  if (news.length === 0) return 'known';
  const shown = mine[0];
  if (shown && news.every(one => sameValue(one.value, shown.value)))
    return met.length < mine.length ? 'newer' : 'known';
  return shown !== undefined && met.some(one => one === shown) ? 'conflict' : 'newer';
}

/** The version that has seen all of a state. */
export function versionOf(state: FieldState): Version {
  return joinVersions(state.map(one => one.version));
}
