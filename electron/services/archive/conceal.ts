/**
 * Takes the names of confidential sources out of what is sealed. A value that was changed for it has no version: whatever the
 * receiving vault has, or sends back, is newer than a code name.
 */
import type { FieldState } from '../../../shared/domain/archive/index.ts';
import type { NameConcealer } from '../../../shared/domain/report/index.ts';
import { sameValue } from '../../../shared/domain/archive/index.ts';
import type { Json } from '../../../shared/kernel/canonicalJson.ts';
import type { RecordState, Values } from './recordState.ts';

export function concealIn(state: RecordState, concealer: NameConcealer): RecordState {
  if (concealer.isEmpty) return state;
  const fields = new Map<string, FieldState>();
  for (const [name, versions] of state.fields)
    fields.set(
      name,
      versions.map(one => {
        const value = concealedAs(concealer, name, one.value);
        return sameValue(value, one.value) ? one : { ...one, value, version: {}, by: '', team: '' };
      }),
    );
  return {
    ...state,
    frozen: concealer.concealIn(state.frozen),
    once: concealer.concealIn(state.once),
    rows: state.rows.map(row => concealer.concealIn(row)),
    fields,
  };
}

/** By the field's own name, so that words of closed lists stay what they are. */
function concealedAs(concealer: NameConcealer, name: string, value: Json): Json {
  return concealer.concealIn({ [name]: value })[name] ?? null;
}

/** True if the one is the other with the names of this vault's confidential sources taken out. */
export function isConcealed(mine: Values, theirs: Values, concealer: NameConcealer): boolean {
  return !concealer.isEmpty && sameValue(concealer.concealIn(mine), theirs);
}
