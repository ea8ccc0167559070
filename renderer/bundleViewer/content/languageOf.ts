/** The language tag for a piece of text, so that browsers choose the right glyphs and screen readers the right voice. */

const SCRIPTS: readonly [RegExp, string][] = [
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
];

/** By its script; the exhibit's own languages decide where a script serves several. Undefined for Latin text. */
export function languageOf(text: string, exhibitLanguages: readonly string[] = []): string | undefined {
  const found = SCRIPTS.find(([script]) => script.test(text))?.[1];
  if (found === undefined) return exhibitLanguages.length === 1 ? exhibitLanguages[0] : undefined;
  const family: Record<string, readonly string[]> = {
    zh: ['zh', 'ja', 'ko'],
    ru: ['ru', 'uk', 'bg'],
    ar: ['ar', 'fa', 'ur'],
  };
  const candidates = family[found] ?? [found];
  return exhibitLanguages.find(language => candidates.includes(language.split('-')[0] ?? '')) ?? found;
}
