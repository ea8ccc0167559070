/** A value while it is typed, and the statement that it becomes. Pure. */
import { checkValue } from '../../../../shared/domain/entity/checkValue.ts';
import type { EntityChip } from '../../../../shared/domain/entity/entity.ts';
import type { Statement, StatementDetail } from '../../../../shared/domain/entity/statement.ts';
import { schemaOrThing, valuesOfType } from '../../../../shared/domain/ftm/index.ts';
import { readWorldDate } from '../worldDate.ts';

export interface ValueDraft {
  typed: string;
  /** For properties that name another entity. */
  target: EntityChip | null;
  /** Quantity, conversion, position, role. */
  detail: StatementDetail;
}

export const emptyDraft: ValueDraft = { typed: '', target: null, detail: {} };

export type ValueGiven = Pick<Statement, 'value' | 'original' | 'targetId' | 'detail'>;

export function typeOf(schema: string, property: string): string {
  return schemaOrThing(schema).properties.get(property)?.type ?? 'string';
}

/** Null while something is missing. What fails its check is kept as written: papers carry wrong numbers. */
export function valueGiven(schema: string, property: string, { typed, target, detail }: ValueDraft): ValueGiven | null {
  const type = typeOf(schema, property);
  const text = typed.trim();
  if (type === 'entity') {
    if (target) return { value: target.id, original: '', targetId: target.id, detail };
    return text === '' ? null : { value: text, original: '', targetId: null, detail };
  }
  if (text === '') return null;
  const normal = type === 'date' ? readWorldDate(text) : normalOf(schema, property, type, text);
  if (normal === null || normal === text) return { value: text, original: '', targetId: null, detail };
  return { value: normal, original: text, targetId: null, detail };
}

function normalOf(schema: string, property: string, type: string, text: string): string | null {
  const listed = codeOf(type, text);
  if (listed !== null) return listed;
  const check = checkValue(schema, property, text);
  return check?.valid ? check.normal : null;
}

/** The code of a listed word: `pw` for Palau. */
export function codeOf(type: string, text: string): string | null {
  const wanted = text.trim().toLowerCase();
  const found = Object.entries(valuesOfType(type)).find(
    ([code, words]) => code.toLowerCase() === wanted || words.toLowerCase() === wanted,
  );
  return found?.[0] ?? null;
}

/** What stands under the field while one types; null where nothing can be said yet. */
export function said(schema: string, property: string, typed: string): { valid: boolean; sentence: string } | null {
  const text = typed.trim();
  if (text === '' || typeOf(schema, property) === 'date') return null;
  const check = checkValue(schema, property, text);
  if (!check) return null;
  const better =
    check.valid && check.normal !== text && check.sentence === '' ? `Kept as ${check.normal}.` : check.sentence;
  return better === '' ? null : { valid: check.valid, sentence: better };
}

/** Values of the model's list that the words typed may mean, the nearest first. */
export function listedValues(type: string, typed: string): { code: string; words: string }[] {
  const wanted = typed.trim().toLowerCase();
  return Object.entries(valuesOfType(type))
    .map(([code, words]) => ({ code, words }))
    .filter(({ code, words }) => code.toLowerCase().startsWith(wanted) || words.toLowerCase().includes(wanted))
    .sort(
      (left, right) =>
        Number(right.words.toLowerCase().startsWith(wanted)) - Number(left.words.toLowerCase().startsWith(wanted)) ||
        left.words.localeCompare(right.words, 'en'),
    );
}
