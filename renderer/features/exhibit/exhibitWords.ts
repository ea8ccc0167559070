/** How an exhibit's facts read on the screen: types, languages and states in words. */
import type { Authenticity, ReadingState } from '../../../shared/domain/exhibit.ts';

export { type TypeShape, typeShape, typeWord } from '../../../shared/domain/mediaType.ts';

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** `ko` → `Korean`; what is no language tag stays as it was written. */
export function languageWord(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Reads what a person types for languages (`ko, Chinese; en-GB`) into tags; unknown words come back apart. */
export function readLanguages(typed: string): { tags: string[]; unknown: string[] } {
  const tags: string[] = [];
  const unknown: string[] = [];
  for (const word of typed
    .split(/[,;]+/)
    .map(part => part.trim())
    .filter(Boolean)) {
    const tag = languageTag(word);
    if (tag === null) unknown.push(word);
    else if (!tags.includes(tag)) tags.push(tag);
  }
  return { tags, unknown };
}

/** Languages that evidence on this field comes in; any other can be given by its tag. */
const namedTags = [
  'en',
  'ko',
  'zh',
  'zh-Hans',
  'zh-Hant',
  'ja',
  'ru',
  'fr',
  'es',
  'ar',
  'de',
  'it',
  'pt',
  'vi',
  'th',
  'ms',
  'id',
  'fa',
  'he',
  'tr',
  'el',
  'uk',
  'pl',
  'nl',
  'sv',
  'hi',
  'mn',
  'km',
  'lo',
  'my',
  'sw',
];

function languageTag(word: string): string | null {
  const lower = word.toLowerCase();
  const named = namedTags.find(tag => languageWord(tag).toLowerCase() === lower);
  if (named) return named;
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(word)) return null;
  try {
    const [canonical] = Intl.getCanonicalLocales(word);
    return canonical ?? null;
  } catch {
    return null;
  }
}

export const readingWords: Record<ReadingState, string> = {
  waiting: 'waiting to be read',
  read: 'read',
  'no-text': 'no text layer',
  'password-needed': 'password needed',
  unreadable: 'unreadable',
  'not-supported': 'kept as bytes; this type is not read yet',
};

/** States that ask for something from a person. */
export function isProblem(reading: ReadingState): boolean {
  return reading === 'password-needed' || reading === 'unreadable';
}

export const authenticityWords: Record<Authenticity, string> = {
  'not-assessed': 'not assessed',
  authenticated: 'authenticated',
  doubtful: 'doubtful',
  refuted: 'refuted: does not count',
};

/** `1 page`, `12 pages`: English only, which the window is written in. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
