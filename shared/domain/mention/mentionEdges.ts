/** Whether words found in a text stand for themselves, in scripts where no blank tells it. */

const HANGUL = /\p{Script=Hangul}/u;
const HAN = /\p{Script=Han}/u;
/** Particles, titles and what else hangs on to a Korean name. */
const BEHIND_HANGUL =
  /^(?:은|는|이|가|을|를|과|와|의|에|도|만|로|으로|에서|에게|께서|까지|부터|호|씨|님|측|및|사장|대표|회장|선장|동지|위원장|이다|이며|라는|이라는|라고|이라고|처럼)/u;
/** From so many syllables on a Korean name is no part of another word by chance. */
const SURE_HANGUL = 5;
const SURE_HAN = 3;

export function standsAlone(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  const [before, after] = [text[start - 1] ?? '', text[end] ?? ''];
  if (HANGUL.test(words)) {
    const length = words.replace(/\s/g, '').length;
    if (length >= SURE_HANGUL) return true;
    if (HANGUL.test(words[0] ?? '') && HANGUL.test(before)) return false;
    return !HANGUL.test(after) || BEHIND_HANGUL.test(text.slice(end, end + 4));
  }
  if (HAN.test(words) && [...words].length < SURE_HAN) return !HAN.test(before) && !HAN.test(after);
  return true;
}
