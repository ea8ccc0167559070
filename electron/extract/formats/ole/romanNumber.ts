import { romanNumeral } from '../../../../shared/kernel/romanNumeral.ts';

/** Small Roman numerals, by which Word and Hangul number endnotes unless told otherwise. */
export function romanNumber(number: number): string {
  return romanNumeral(number).toLowerCase();
}
