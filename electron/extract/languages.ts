/**
 * Proposes the languages of a text: by its script, and within a script by its most frequent small words. A proposal for
 * a person to accept, so it is rather silent than wrong.
 */

const SCRIPTS: [language: string, script: RegExp][] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['latin', /\p{Script=Latin}/gu],
];

/** Words that are common in one language and rare in its neighbours. */
const WORDS: Record<'latin' | 'cyrillic', Record<string, string>> = {
  latin: {
    en: 'the and of to in that is was for with on by this which from',
    fr: 'le la les des et est une dans que pour sur qui par avec au',
    es: 'el los las una que del con por para como su más este fue',
    de: 'der die und das ist nicht ein eine mit von zu den auf für im',
    pt: 'os das uma não com para que pelo foi mais ao são dos em',
    it: 'il che della di una per con sono gli nel alla è non dei',
    nl: 'het een van en dat niet zijn op te voor met aan deze',
    tr: 've bir bu için ile olarak olan da de çok daha gibi',
    vi: 'và của là có không được trong cho một các người',
    id: 'yang dan di dengan untuk dari ini pada tidak dalam',
    pl: 'i w nie na się jest że do z to jak przez oraz',
  },
  cyrillic: {
    ru: 'и в не на что с по это как для был его от или',
    uk: 'і в не на що з до та як для був його від або є',
    bg: 'и в не на че с за да се от по са като е ще',
    sr: 'и у не на да је се за од са као су што',
  },
};

/** Below so many letters nothing is said. */
const MIN_LETTERS = 40;
const MIN_WORD_SHARE = 0.04;

export function proposeLanguages(sample: string): string[] {
  const counts = new Map(SCRIPTS.map(([language, script]) => [language, sample.match(script)?.length ?? 0]));
  const letters = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (letters < MIN_LETTERS) return [];
  // Japanese is written with Han characters among its kana.
  if ((counts.get('ja') ?? 0) > (counts.get('zh') ?? 0) * 0.1) counts.set('zh', 0);
  // A few Han characters in Korean text are hanja, not Chinese.
  if ((counts.get('ko') ?? 0) > (counts.get('zh') ?? 0)) counts.set('zh', 0);
  const found: { language: string; share: number }[] = [];
  for (const [script, count] of counts) {
    const share = count / letters;
    if (share < 0.15) continue;
    const language = script === 'latin' || script === 'cyrillic' ? byWords(sample, WORDS[script]) : script;
    if (language !== null) found.push({ language, share });
  }
  return found
    .sort((a, b) => b.share - a.share)
    .map(({ language }) => language)
    .slice(0, 3);
}

function byWords(sample: string, lists: Record<string, string>): string | null {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best: { language: string; hits: number } | null = null;
  for (const [language, list] of Object.entries(lists)) {
    const known = new Set(list.split(' '));
    const hits = words.filter(word => known.has(word)).length;
    if (best === null || hits > best.hits) best = { language, hits };
  }
  return best !== null && best.hits >= words.length * MIN_WORD_SHARE && best.hits >= 3 ? best.language : null;
}
