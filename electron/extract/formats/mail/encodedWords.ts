/** RFC 2047 encoded words, in every charset that text may have; postal-mime's own decoder knows those of browsers only. */
import { namedEncoding } from '../../text/encoding.ts';

const WORD = /=\?([\w.:-]+)(?:\*[\w-]+)?\?([bq])\?([^?\r\n]*)\?=/gi;
/** White space between two encoded words is not part of the text. */
const BETWEEN_WORDS = /(\?=)[ \t\r\n]+(?==\?[\w.:-]+(?:\*[\w-]+)?\?[bq]\?)/gi;

export function decodeEncodedWords(value: string): string {
  if (!value.includes('=?')) return value;
  const runs: { charset: string; bytes: number[]; literal: string }[] = [];
  let rest = 0;
  const closeUp = value.replace(BETWEEN_WORDS, '$1');
  for (const match of closeUp.matchAll(WORD)) {
    const [whole, charset = '', form = '', text = ''] = match;
    if (match.index > rest) runs.push({ charset: '', bytes: [], literal: closeUp.slice(rest, match.index) });
    rest = match.index + whole.length;
    // Subtle: old programs cut a character in two between words, so neighbours of one charset are decoded together.
    const last = runs.at(-1);
    const isSame = last !== undefined && last.literal === '' && last.charset === charset.toLowerCase();
    const run = isSame ? last : { charset: charset.toLowerCase(), bytes: [], literal: '' };
    if (!isSame) runs.push(run);
    // Raw 8-bit characters inside a word were decoded with the whole header already.
    if (/[^\0-\x7f]/.test(text)) runs.push({ charset: '', bytes: [], literal: literalText(form, text) });
    else run.bytes.push(...(form.toLowerCase() === 'b' ? fromBase64(text) : fromQuoted(text)));
  }
  runs.push({ charset: '', bytes: [], literal: closeUp.slice(rest) });
  return runs.map(run => run.literal + decodeBytes(run.bytes, run.charset)).join('');
}

function decodeBytes(bytes: number[], charset: string): string {
  if (bytes.length === 0) return '';
  const encoding = namedEncoding(charset) ?? namedEncoding('utf-8');
  return encoding === null ? '' : [...encoding.decode(Uint8Array.from(bytes))].join('');
}

function literalText(form: string, text: string): string {
  return form.toLowerCase() === 'q' ? text.replaceAll('_', ' ') : text;
}

function fromQuoted(text: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const hex = text[at] === '=' ? /^[0-9A-Fa-f]{2}/.exec(text.slice(at + 1, at + 3)) : null;
    if (hex !== null) at += 2;
    bytes.push(hex !== null ? Number.parseInt(hex[0], 16) : text[at] === '_' ? 0x20 : text.charCodeAt(at));
  }
  return bytes;
}

function fromBase64(text: string): number[] {
  try {
    return Array.from(atob(text.replace(/[^A-Za-z0-9+/]/g, '')), char => char.charCodeAt(0));
  } catch {
    return Array.from(text, char => char.charCodeAt(0));
  }
}
