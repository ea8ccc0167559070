/** The script that a name is written in: shown beside it, since a reader of a list cannot be expected to read them all. */

const SCRIPTS = [
  ['Hangul', /\p{Script=Hangul}/u],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Han', /\p{Script=Han}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Myanmar', /\p{Script=Myanmar}/u],
  ['Khmer', /\p{Script=Khmer}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Latin', /\p{Script=Latin}/u],
] as const;

export type NameScript = (typeof SCRIPTS)[number][0] | 'other';

/** All scripts in it, in the order of the list above; a Latin letter beside others is told too: "Jin Tiesan (金铁三)". */
export function scriptsOf(name: string): NameScript[] {
  const found = SCRIPTS.filter(([, pattern]) => pattern.test(name)).map(([script]) => script);
  return found.length > 0 ? found : ['other'];
}
