/**
 * Names of members as they are shown. Archives of other systems hold them in whatever encoding those used, often without
 * saying which; all names of an archive are looked at together. A name is a label and is never used as a path.
 */
import { findEncoding } from '../../text/encoding.ts';
import { isUtf8 } from '../../text/unicodeForm.ts';
import { guessNameEncoding } from './guessNameEncoding.ts';

/** A part's header holds so many characters of a name. */
const MAX_LABEL_CHARS = 480;
const KEPT_END_CHARS = 120;

export interface NameReading {
  names: string[];
  warning?: string;
}

/**
 * @param raw names as text where the archive says how they are encoded, else their bytes
 * @param chosen the encoding that a person says they are in. @throws ExtractionFailure where nobody knows it
 */
export function readNames(raw: readonly (string | Uint8Array)[], chosen: string | undefined): NameReading {
  const unsaid = raw.filter(name => name instanceof Uint8Array).filter(name => name.some(byte => byte >= 0x80));
  const isCertain = chosen !== undefined || unsaid.every(name => isUtf8(name, false));
  const label = isCertain ? (chosen ?? 'utf-8') : guessNameEncoding(unsaid);
  const encoding = findEncoding(new Uint8Array(0), undefined, label);
  return {
    names: raw.map(name => (typeof name === 'string' ? name : [...encoding.decode(name)].join(''))),
    warning: isCertain
      ? undefined
      : `The archive does not say how its names are encoded; they were read as ${label.toUpperCase()}, which is a guess.`,
  };
}

/** The name on one line with every odd character visible: what hides or turns text round is written out. */
export function memberLabel(name: string, position: number): string {
  const line = name
    .replaceAll('\\', '/')
    .replace(/[\x00-\x1f\x7f]/g, sign => String.fromCharCode(sign === '\x7f' ? 0x2421 : 0x2400 + sign.charCodeAt(0)))
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, sign => {
      return `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
    });
  if (line.trim() === '') return `unnamed member ${position + 1}`;
  if (line.length <= MAX_LABEL_CHARS) return line;
  // The end tells what a file is; the middle of a very long path tells least.
  return `${line.slice(0, MAX_LABEL_CHARS - KEPT_END_CHARS)}…${line.slice(-KEPT_END_CHARS)}`;
}

/** Sentences on names that are made to deceive programs or people. */
export function nameWarnings(labels: readonly string[]): string[] {
  const escaping = labels.filter(label => /^\/|^[A-Za-z]:|(^|\/)\.\.(\/|$)/.test(label));
  const hiding = labels.filter(label => /⟨U\+(202[A-E]|206[6-9]|200[EF]|061C)⟩|[\u2400-\u241f]/.test(label));
  const warnings: string[] = [];
  if (escaping.length > 0) {
    warnings.push(
      `${count(escaping.length, 'name points', 'names point')} outside the archive's own folder, as attacks on unpacking programs do; names are only shown here (first: “${shorten(escaping[0])}”).`,
    );
  }
  if (hiding.length > 0) {
    warnings.push(
      `${count(hiding.length, 'name holds', 'names hold')} characters that hide or reverse part of it; they are written out (first: “${shorten(hiding[0])}”).`,
    );
  }
  return warnings;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function shorten(label = ''): string {
  return label.length <= 120 ? label : `${label.slice(0, 119)}…`;
}
