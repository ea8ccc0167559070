/** Dates of the world as people type them. Pure. */
import { dateWords } from '../../../shared/domain/entity/caption.ts';
import { isWorldDate } from '../../../shared/kernel/dateSpan.ts';
import { readDate } from '../../../shared/kernel/dates.ts';

/** `15 March 2026, 02:14 UTC`, `2026-03-15 02:14` and all that a date field reads; null where it cannot be told. */
export function readWorldDate(typed: string): string | null {
  const text = typed.trim();
  if (isWorldDate(text)) return text.replace(/^(\d{4}-\d{2}-\d{2}) (?=\d{2}:)/, '$1T');
  const clock = /^(.*?)[, ]+(?:at )?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(text);
  if (clock) {
    const [, day = '', hours = '', minutes = '', seconds, zone = 'Z'] = clock;
    const date = readDate(day);
    const offset = /^(?:utc|z)$/i.test(zone) ? 'Z' : zone;
    const made = `${date}T${hours.padStart(2, '0')}:${minutes}${seconds ? `:${seconds}` : ''}${offset}`;
    return date !== null && isWorldDate(made) ? made : null;
  }
  return readDate(text);
}

/** What a field says under itself: the date in words, where they differ from what stands in it. */
export function saidBack(typed: string): string | null {
  const date = readWorldDate(typed);
  if (date === null) return null;
  const words = dateWords(date);
  return words === typed.trim() ? null : words;
}

export const dateHelp = '2021, 2021-03, 2021-03-07; ~ for about, ? for uncertain; a time as 2021-03-07 04:10 UTC';
