/** Dates of the world in EDTF (ISO 8601-2): the subset that is kept here. */
import { z } from 'zod';

/** Groups: year, month, day, and the mark of what is uncertain (`?`), approximate (`~`) or both (`%`). */
export const edtfPart = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?([?~%]?)$/;

function isPart(text: string): boolean {
  const match = edtfPart.exec(text);
  if (!match) return false;
  const [, year = '', month, day] = match;
  if (!month || !day || year.includes('X')) return !month || !year.includes('X');
  return Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/** True for `2021`, `2021-03`, `2021-03-07`, `202X`, a trailing `?` `~` `%`, and intervals `a/b`, `a/..`, `../b`. */
export function isEdtf(text: string): boolean {
  const sides = text.split('/');
  if (sides.length === 1) return isPart(text);
  if (sides.length !== 2) return false;
  const [from = '', to = ''] = sides;
  return (from === '..' || isPart(from)) && (to === '..' || isPart(to)) && !(from === '..' && to === '..');
}

export const EdtfDate = z
  .string()
  .refine(isEdtf, { error: 'Write a date as 2021, 2021-03, 2021-03-07, or 2021-03~ for about' })
  .brand<'EdtfDate'>();
export type EdtfDate = z.infer<typeof EdtfDate>;
