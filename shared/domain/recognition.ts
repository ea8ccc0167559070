/**
 * Recognising the words of pages that have none (OCR): which pages need it, with which models, and how these are named.
 * What a machine proposes here is a proposal; a person may recognise any page with any model.
 */
import { z } from 'zod';
import type { Page } from './rendition.ts';

/** As the engine calls its models. The order is the one in which they are offered. */
export const ModelName = z.enum(['eng', 'kor', 'rus', 'chi_sim', 'chi_tra', 'jpn']);
export type ModelName = z.infer<typeof ModelName>;

export const modelWords: Record<ModelName, string> = {
  eng: 'English and other Latin',
  kor: 'Korean',
  rus: 'Russian and other Cyrillic',
  chi_sim: 'Chinese, simplified',
  chi_tra: 'Chinese, traditional',
  jpn: 'Japanese',
};

export function isModelName(name: string): name is ModelName {
  return ModelName.safeParse(name).success;
}

/** `eng,kor` as typed on a command line; also `en`, `ko` … The first is the one that is tried first. */
export function readModels(typed: string): { models: ModelName[]; unknown: string[] } {
  const models: ModelName[] = [];
  const unknown: string[] = [];
  for (const name of typed.split(/[\s,+]+/).filter(one => one !== '')) {
    const model = isModelName(name.toLowerCase()) ? ModelName.parse(name.toLowerCase()) : modelOfLanguage(name);
    if (model === null) unknown.push(name);
    else if (!models.includes(model)) models.push(model);
  }
  return { models, unknown };
}

const MODEL_OF: Record<string, ModelName> = {
  ko: 'kor',
  ja: 'jpn',
  zh: 'chi_sim',
  yue: 'chi_tra',
  ru: 'rus',
  uk: 'rus',
  be: 'rus',
  bg: 'rus',
  sr: 'rus',
  mk: 'rus',
  kk: 'rus',
  mn: 'rus',
};
const LATIN = new Set(
  'en fr de es pt it nl pl cs sk sl hr hu ro sv da no nb nn fi et lv lt tr vi id ms sq ca'.split(' '),
);

/** Null for a language that no model reads. */
export function modelOfLanguage(code: string): ModelName | null {
  const [language = '', ...rest] = code.toLowerCase().split('-');
  if (language === 'zh' && rest.some(part => ['hant', 'tw', 'hk', 'mo'].includes(part))) return 'chi_tra';
  return MODEL_OF[language] ?? (LATIN.has(language) ? 'eng' : null);
}

/** Documents with pages that can be drawn (`electron/extract/drawers.ts`); all others have text or none at all. */
export function canBeRecognised(mediaType: string): boolean {
  return mediaType === 'application/pdf' || PICTURES.has(mediaType);
}
const PICTURES = new Set(
  'png jpeg gif webp tiff bmp heic heif heic-sequence heif-sequence avif apng jp2'
    .split(' ')
    .map(type => `image/${type}`),
);

/** Each further model makes a page slower and its words a little less sure. */
const MAX_SUGGESTED = 3;

export interface LanguageHints {
  /** As a person stated for the exhibit. */
  stated: readonly string[];
  /** Of pages of the same document that have text. */
  ownPages: readonly string[];
  /** What the case is set to, by a person. */
  ofCase: readonly ModelName[];
  /** Of exhibits that came with it: container, attachments, the numbers next to it. */
  neighbours: readonly string[];
}

/** Whether a person or the document itself tells in which languages it is; the neighbours only suggest. */
export function isTold({ stated, ownPages, ofCase }: LanguageHints): boolean {
  return ofCase.length > 0 || [stated, ownPages].some(languages => modelsOf(languages).length > 0);
}

/** The nearest hint wins. English goes last with every other script: names, numbers and letterheads are in it everywhere. */
export function suggestModels({ stated, ownPages, ofCase, neighbours }: LanguageHints): ModelName[] {
  const nearest = [modelsOf(stated), modelsOf(ownPages), [...ofCase], modelsOf(neighbours)].find(one => one.length > 0);
  const models = (nearest ?? []).slice(0, MAX_SUGGESTED);
  if (models.includes('eng')) return models;
  return [...models.slice(0, MAX_SUGGESTED - 1), 'eng'];
}

/** By how often each occurs. */
function modelsOf(languages: readonly string[]): ModelName[] {
  const counts = new Map<ModelName, number>();
  for (const language of languages) {
    const model = modelOfLanguage(language);
    if (model !== null) counts.set(model, (counts.get(model) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1]).map(([model]) => model);
}

/** Why the words of a page should be recognised; null where its text can be relied on. */
export type RecognitionNeed = 'no-text' | 'garbled';

export function recognitionNeed({ method, text }: Pick<Page, 'method' | 'text'>): RecognitionNeed | null {
  if (method === 'none' && text.trim() === '') return 'no-text';
  return method === 'text-layer' && isGarbledText(text) ? 'garbled' : null;
}

/** Below so many visible characters only signs without any meaning tell. */
const FEW = 40;

/** Whether a text layer is no text: its glyphs were never told what they mean, or it was read in a wrong encoding. */
export function isGarbledText(text: string): boolean {
  const visible = count(text, /\S/gu);
  if (visible < 4) return false;
  if (count(text, /[\p{Co}\p{Cn}\uFFFD\u0001-\u0008\u000e-\u001f]/gu) > visible * 0.3) return true;
  if (count(text, /\(cid:\d+\)/g) * 8 > visible * 0.5) return true;
  if (visible < FEW) return false;
  const letters = count(text, /\p{L}/gu);
  if (letters < visible * 0.1 && count(text, /\p{N}/gu) < visible * 0.2) return true;
  return isWrongEncoding(text, visible, letters) || isShifted(text);
}

function isWrongEncoding(text: string, visible: number, letters: number): boolean {
  // Korean, Chinese or Cyrillic bytes read as Western ones: hardly anything but accented letters and signs.
  if (count(text, /[\u00A1-\u00FF]/g) > visible * 0.5) return true;
  // UTF-8 read as Western (Ã©, â€™, ê¹€), two or three signs for one.
  if (
    count(text, /[ÃÂÐÑ][\u0080-\u00BF\u0152-\u0178\u02C6\u02DC\u2013-\u203A\u20AC\u2122]|â€.|[ì-í][^\s\p{Ll}]{2}/gu) *
      2 >
    visible * 0.15
  )
    return true;
  // Cyrillic numbers with another high byte: Hangul, but only its last syllables.
  if (count(text, /[\uD000-\uD7A3]/g) > Math.max(20, count(text, /\p{Script=Hangul}/gu) * 0.6)) return true;
  // UTF-8 read as Windows-1251: every second letter is one of these two.
  if (count(text, /[РС]/g) > letters * 0.35) return true;
  // KOI8 read as Windows-1251, or the other way round: small and capital letters have changed places.
  const cyrillic = text.match(/\p{Script=Cyrillic}{3,}/gu) ?? [];
  const turned = cyrillic.filter(word => /^\p{Ll}\p{Lu}{2,}$/u.test(word)).length;
  return turned >= 3 && turned > cyrillic.length * 0.2;
}

const SMALL_WORDS = new Set('the of and to in a is that for on with by this was are at from not be as it'.split(' '));
/** Numbers of glyphs taken for letters: in most fonts the letters begin at glyph 3, where the code begins at 32. */
const GLYPH_SHIFT = 29;

function isShifted(text: string): boolean {
  const shifted = text.replace(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + GLYPH_SHIFT));
  const words = shifted.toLowerCase().match(/\p{L}+/gu) ?? [];
  const asItStands = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = words.filter(word => SMALL_WORDS.has(word) && word.length > 1).length;
  const knownAsItStands = asItStands.filter(word => SMALL_WORDS.has(word) && word.length > 1).length;
  return known >= 5 && known > words.length * 0.08 && knownAsItStands * 5 < known;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** `1–3, 7`, counted from 1: pages as people name them. */
export function pageRanges(indexes: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const index of [...new Set(indexes)].sort((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else ranges.push([index, index]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from + 1) : `${from + 1}–${to + 1}`)).join(', ');
}
