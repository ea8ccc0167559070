// A query cut into words, phrases, operators, fields and parentheses, each with its place.

import { atCharacter, QueryProblem } from './queryProblem.ts';
import { FIELD_NAMES, type FieldName } from './searchQuery.ts';

export type Lexeme = { at: number; end: number } & (
  | { kind: 'word' | 'phrase'; text: string; prefix: boolean }
  | { kind: 'field'; field: FieldName; value: string }
  | { kind: 'operator'; operator: 'AND' | 'OR' | 'NOT' }
  /** `NEAR`, `NEAR/5`; `distance` null if none was given. */
  | { kind: 'near'; distance: number | null }
  | { kind: 'minus' | 'open' | 'close' | 'comma' }
);

/** A query longer than this is a paste that went wrong; the batch search takes lists. */
export const MAX_QUERY_LENGTH = 10_000;

const QUOTES = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“”"'],
  ['«', '»'],
  ['”', '”'],
  ['「', '」'],
  ['＂', '＂'],
]);
const SPACE = /\s/u;
const ENDS_WORD = /[\s()（）"“”„«»「」＂]/u;
const NEAR_WORD = /^NEAR(?:\/(\d{1,4}))?$/;
const FIELD_START = new RegExp(`^(${FIELD_NAMES.join('|')})[:：]`, 'i');

export function lexQuery(input: string): Lexeme[] {
  if (input.length > MAX_QUERY_LENGTH) {
    throw new QueryProblem(`This search is longer than ${MAX_QUERY_LENGTH} characters`, MAX_QUERY_LENGTH);
  }
  const lexemes: Lexeme[] = [];
  for (let at = skipSpace(input, 0); at < input.length; at = skipSpace(input, at)) {
    const lexeme = nextLexeme(input, at);
    lexemes.push(lexeme);
    at = lexeme.end;
  }
  return lexemes;
}

function nextLexeme(input: string, at: number): Lexeme {
  const char = input[at] ?? '';
  if (char === '(' || char === '（') return { kind: 'open', at, end: at + 1 };
  if (char === ')' || char === '）') return { kind: 'close', at, end: at + 1 };
  if (char === ',') return { kind: 'comma', at, end: at + 1 };
  const after = input[at + 1] ?? '';
  if (char === '-' && after !== '' && after !== '-' && !SPACE.test(after)) return { kind: 'minus', at, end: at + 1 };
  if (QUOTES.has(char)) return lexPhrase(input, at);
  const field = FIELD_START.exec(input.slice(at, at + 12));
  const name = FIELD_NAMES.find(known => known === field?.[1]?.toLowerCase());
  return name && field ? lexField(input, at, name, at + field[0].length) : lexWord(input, at);
}

function lexPhrase(input: string, at: number): Lexeme {
  const { value, end } = readQuoted(input, at);
  const prefix = input[end] === '*';
  return { kind: 'phrase', text: value, prefix, at, end: prefix ? end + 1 : end };
}

function lexField(input: string, at: number, field: FieldName, valueAt: number): Lexeme {
  if (QUOTES.has(input[valueAt] ?? '')) {
    const { value, end } = readQuoted(input, valueAt);
    return { kind: 'field', field, value, at, end };
  }
  let end = valueAt;
  while (end < input.length && !ENDS_WORD.test(input[end] ?? '')) end += 1;
  return { kind: 'field', field, value: input.slice(valueAt, end), at, end };
}

function lexWord(input: string, at: number): Lexeme {
  let end = at;
  while (end < input.length && !ENDS_WORD.test(input[end] ?? '')) end += 1;
  // A closing quote that opens nothing is passed over like punctuation.
  if (end === at) return { kind: 'word', text: input[at] ?? '', prefix: false, at, end: at + 1 };
  const text = input.slice(at, end);
  if (text === 'AND' || text === 'OR' || text === 'NOT') return { kind: 'operator', operator: text, at, end };
  if (text === '&&') return { kind: 'operator', operator: 'AND', at, end };
  if (text === '||' || text === '|') return { kind: 'operator', operator: 'OR', at, end };
  const near = NEAR_WORD.exec(text);
  if (near) return { kind: 'near', distance: near[1] === undefined ? null : Number(near[1]), at, end };
  // Inside NEAR(a, b, 5) a comma stands at the end of a word; elsewhere it is punctuation that no token contains.
  const comma = /,+$/.exec(text);
  if (comma && comma[0].length < text.length) end -= comma[0].length;
  const word = input.slice(at, end);
  const prefix = word.endsWith('*');
  return { kind: 'word', text: prefix ? word.replace(/\*+$/, '') : word, prefix, at, end };
}

function readQuoted(input: string, at: number): { value: string; end: number } {
  const closers = QUOTES.get(input[at] ?? '') ?? '"';
  for (let end = at + 1; end < input.length; end += 1) {
    if (closers.includes(input[end] ?? '')) return { value: input.slice(at + 1, end), end: end + 1 };
  }
  throw new QueryProblem(`Unclosed quote ${atCharacter(at)}`, at);
}

function skipSpace(input: string, from: number): number {
  let at = from;
  while (at < input.length && SPACE.test(input[at] ?? '')) at += 1;
  return at;
}
