/** How a statement reads: its value, when it held, what its quality is. Pure. */
import { dateWords, spanWords } from '../../../shared/domain/entity/caption.ts';
import { type NameScript, scriptsOf } from '../../../shared/domain/entity/nameScript.ts';
import type { NameQuality, Quantity, Statement, StatementDetail } from '../../../shared/domain/entity/statement.ts';
import { valuesOfType } from '../../../shared/domain/ftm/index.ts';
import { credibilityWords } from '../../../shared/domain/source.ts';
import { inSentence } from './propertyWords.ts';

export const credibilityOptions = ([1, 2, 3, 4, 5, 6] as const).map(value => ({
  value: String(value),
  label: `${value} – ${credibilityWords[value]}`,
}));

export const qualityWords: Record<NameQuality, string> = {
  strong: 'strong name',
  weak: 'weak alias',
  former: 'former name',
};

type Valued = Pick<Statement, 'value'> & { targetCaption?: string | null };

/** Codes by their words, dates as people write them, entities by their names. */
export function valueWords(type: string, { value, targetCaption }: Valued): string {
  if (type === 'entity') return targetCaption ?? value;
  if (type === 'date') return dateWords(value);
  return valuesOfType(type)[value] ?? value;
}

/** Said beside a value only where it says more than the value. */
export function originalWords(type: string, statement: Pick<Statement, 'value' | 'original'> & Valued): string | null {
  const original = statement.original.trim();
  if (original === '' || original === statement.value || original === valueWords(type, statement)) return null;
  return original;
}

export function heldWords({ fromOn, toOn }: Pick<Statement, 'fromOn' | 'toOn'>): string {
  return spanWords(fromOn, toOn);
}

/** Scripts worth a mark: all but plain Latin. */
export function markedScripts(type: string, value: string): NameScript[] {
  if (type !== 'name') return [];
  const scripts = scriptsOf(value);
  return scripts.length === 1 && (scripts[0] === 'Latin' || scripts[0] === 'other') ? [] : scripts;
}

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

export function quantityWords({ amount, unit }: Quantity): string {
  return `${number.format(amount)}\u202f${unit}`;
}

export function positionWords({ latitude, longitude, datum }: NonNullable<StatementDetail['position']>): string {
  const side = (degrees: number, positive: string, negative: string) =>
    `${Math.abs(degrees).toFixed(4)}° ${degrees < 0 ? negative : positive}`;
  return `${side(latitude, 'N', 'S')}, ${side(longitude, 'E', 'W')} (${datum === 'not stated' ? 'datum not stated' : datum})`;
}

/** Short enough for a toast: "name “FABULA HERON”". */
export function statementName(label: string, words: string): string {
  return `${inSentence(label)} “${words.length > 60 ? `${words.slice(0, 59)}…` : words}”`;
}

/** For the page: `kor` of ISO 639 is `ko` there. Undefined where it is no language. */
export function languageTag(language: string): string | undefined {
  if (language === '') return undefined;
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
}
