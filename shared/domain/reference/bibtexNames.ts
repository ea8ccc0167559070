/** Names as BibTeX lists them ("von Last, Jr, First and …") and as CSL holds them, each way. */
import type { CslName } from './cslItem.ts';
import { closingBrace, readTex, writeTex } from './texText.ts';

export function readBibtexNames(source: string): CslName[] {
  return partsAt(source, /^\s+and(?=\s)/i)
    .map(one => one.trim())
    .filter(one => one !== '')
    .map(readName);
}

function readName(source: string): CslName {
  if (source.startsWith('{') && closingBrace(source, 0) === source.length - 1) return { literal: readTex(source) };
  const parts = partsAt(source, /^,/).map(part => part.trim());
  if (parts.length === 1) return readWesternOrder(source);
  const [last = '', second = '', third] = parts;
  const given = third === undefined ? second : parts.slice(2).join(', ');
  return tidy({
    ...readFamily(last),
    given: readTex(given),
    suffix: third === undefined ? '' : readTex(second),
  });
}

/** "First von Last": what begins with a small letter belongs to the family name. */
function readWesternOrder(source: string): CslName {
  const words = partsAt(source, /^\s+/).filter(word => word.trim() !== '');
  if (words.length === 1) return { literal: readTex(source) };
  const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && isSmall(word));
  const from = particle < 0 ? words.length - 1 : particle;
  return tidy({ ...readFamily(words.slice(from).join(' ')), given: readTex(words.slice(0, from).join(' ')) });
}

function readFamily(source: string): CslName {
  const words = partsAt(source, /^\s+/).filter(word => word.trim() !== '');
  let particles = 0;
  while (particles < words.length - 1 && isSmall(words[particles] ?? '')) particles += 1;
  return {
    'non-dropping-particle': readTex(words.slice(0, particles).join(' ')),
    family: readTex(words.slice(particles).join(' ')),
  };
}

function isSmall(word: string): boolean {
  return /^\p{Ll}/u.test(word);
}

function tidy(name: CslName): CslName {
  return Object.fromEntries(Object.entries(name).filter(([, value]) => value !== ''));
}

/** Cut where the pattern stands outside of braces. */
function partsAt(source: string, pattern: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < source.length; ) {
    const character = source[at];
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    const found =
      depth === 0 && /[\s,]/.test(character ?? '') ? pattern.exec(source.slice(at, at + 40))?.[0] : undefined;
    if (found) {
      parts.push(source.slice(from, at));
      at += found.length;
      from = at;
    } else at += 1;
  }
  parts.push(source.slice(from));
  return parts;
}

export function writeBibtexNames(names: readonly CslName[]): string {
  return names.map(writeName).join(' and ');
}

function writeName(name: CslName): string {
  const { family, given, literal, suffix } = name;
  if (family === undefined) return `{${writeTex(literal ?? given ?? '')}}`;
  const von = name['non-dropping-particle'];
  const last = [von === undefined ? '' : writeTex(von), protectedWords(family)].filter(part => part !== '').join(' ');
  return [
    last,
    ...(suffix === undefined ? [] : [guarded(suffix)]),
    ...(given === undefined ? [] : [guarded(given)]),
  ].join(', ');
}

/** A family name of several words, or one that begins small, is one only within braces. */
function protectedWords(words: string): string {
  return /^[^\s,]+$/.test(words) && !isSmall(words) ? writeTex(words) : `{${writeTex(words)}}`;
}

function guarded(words: string): string {
  return /,|(?:^|\s)and(?:\s|$)/i.test(words) ? `{${writeTex(words)}}` : writeTex(words);
}
