/** What a kind of identifier is checked by, and the few words that all kinds share. */

/** One sentence on what holds, or what is wrong. */
export type Outcome = string | { wrong: string };

export interface IdentifierRule {
  /** Without label and separators, as it is compared. */
  normal(value: string): string;
  check(normal: string): Outcome;
}

export function wrong(sentence: string): { wrong: string } {
  return { wrong: sentence };
}

/** Said of every kind that has no check digit, or whose check digit is not looked at. */
export const FORM_ONLY = 'Only the form was looked at.';

/** A sentence of a check that could prove nothing: no digit of the number tells whether it is right. */
export function isFormOnly(sentence: string): boolean {
  return sentence.includes(FORM_ONLY);
}

export function trimmed(value: string): string {
  return value.trim();
}

/** Capitals without spaces and hyphens. */
export function compact(value: string): string {
  return value.replace(/[\s-]/g, '').toUpperCase();
}

/** Takes off a label that is often copied along: "IMO No. 1234567"; the No of "IBAN NO93…" is Norway. */
export function withoutLabel(value: string, label: string): string {
  return value
    .trim()
    .replace(new RegExp(`^(?:${label})\\s*(?:No\\b\\.?|number\\b|code\\b|#)?\\s*[.:]?\\s*`, 'i'), '')
    .trim();
}
