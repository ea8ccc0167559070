/** Which of several values of a property is shown: what a person chose; else, by rule, the best held one. All stay in view. */
import { dateSpan, spansMeet } from '../../kernel/dateSpan.ts';
import type { NameQuality, Statement } from './statement.ts';

export interface Weighed
  extends Pick<Statement, 'id' | 'property' | 'value' | 'quality' | 'fromOn' | 'toOn' | 'recordedAt' | 'withdrawnAt'> {
  /** Citations that support it and stand. */
  support: number;
  isChosen: boolean;
}

const QUALITY_RANK: Record<NameQuality, number> = { strong: 0, former: 2, weak: 3 };

/** The best of the values of one property, or null where none stands. */
export function shownStatement<S extends Weighed>(statements: readonly S[], property: string): S | null {
  let best: S | null = null;
  for (const one of statements) {
    if (one.property !== property || one.withdrawnAt !== null) continue;
    if (best === null || compareWeight(one, best) < 0) best = one;
  }
  return best;
}

/** Chosen before unchosen, strong names before former and weak ones, what holds still before what ended, cited before not, the earlier recorded first. */
export function compareWeight(left: Weighed, right: Weighed): number {
  const rank = ({ quality }: Weighed) => (quality === null ? 1 : QUALITY_RANK[quality]);
  return (
    Number(right.isChosen) - Number(left.isChosen) ||
    rank(left) - rank(right) ||
    Number(left.toOn !== null) - Number(right.toOn !== null) ||
    right.support - left.support ||
    (left.recordedAt < right.recordedAt ? -1 : left.recordedAt > right.recordedAt ? 1 : 0) ||
    (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)
  );
}

/** Whether a value may have held on a date. Without dates of its own it is taken to hold always. */
export function heldOn({ fromOn, toOn }: Pick<Statement, 'fromOn' | 'toOn'>, asAt: string | null): boolean {
  const at = asAt === null ? null : dateSpan(asAt);
  if (at === null) return true;
  const from = fromOn === null ? null : (dateSpan(fromOn)?.from ?? null);
  const to = toOn === null ? null : (dateSpan(toOn)?.to ?? null);
  return spansMeet({ from, to }, at);
}
