// What the search box offers while one types: operators after a word, fields and their values.

import { FIELD_NAMES, type FieldName, HAS_VALUES } from './searchQuery.ts';

export type OperatorHint =
  /** Put `insert` in place of the characters from `from` to `to`. */
  | { kind: 'insert'; insert: string; detail: string; from: number; to: number }
  /** The values of this field are in the vault; the caller offers those that begin with `typed`. */
  | { kind: 'values'; field: FieldName; typed: string; from: number; to: number };

const FIELD_DETAILS: Record<FieldName, string> = {
  case: 'in one case, by reference',
  type: 'kind of document: pdf, email, html …',
  lang: 'language: en, ko, ru …',
  source: 'where the exhibit came from',
  grade: 'reliability and credibility: B2, B or 2',
  date: '2021, 2021-03..2022, >2020',
  exhibit: 'exhibit number',
  has: HAS_VALUES.join(', '),
};

const OPERATORS = [
  { word: 'AND', detail: 'both must occur' },
  { word: 'OR', detail: 'either may occur' },
  { word: 'NOT', detail: 'leave out what follows' },
  { word: 'NEAR/10', detail: 'within ten words of each other' },
];

/** Nothing is offered inside quotes, where all is words. */
export function operatorHints(input: string, caret: number): OperatorHint[] {
  const before = input.slice(0, caret);
  if (isInsideQuotes(before)) return [];
  const from = Math.max(before.lastIndexOf(' '), before.lastIndexOf('('), before.lastIndexOf('\n')) + 1;
  const minus = before[from] === '-' ? 1 : 0;
  const typed = before.slice(from + minus);
  const colon = typed.indexOf(':');
  if (colon >= 0) return valueHints(typed.slice(0, colon), typed.slice(colon + 1), from + minus + colon + 1, caret);
  const hints: OperatorHint[] = [];
  if (
    minus === 0 &&
    /[^\s(]\s+$/.test(before.slice(0, from)) &&
    !/(?:^|\s)(?:AND|OR|NOT|NEAR(?:\/\d+)?)\s+$/.test(before.slice(0, from))
  ) {
    for (const { word, detail } of OPERATORS) {
      // "not" in a sentence is no operator: only capitals are completed, or nothing typed yet.
      if (word.startsWith(typed)) hints.push({ kind: 'insert', insert: `${word} `, detail, from, to: caret });
    }
  }
  for (const name of FIELD_NAMES) {
    if (!name.startsWith(typed.toLowerCase())) continue;
    hints.push({ kind: 'insert', insert: `${name}:`, detail: FIELD_DETAILS[name], from: from + minus, to: caret });
  }
  return hints;
}

function valueHints(name: string, typed: string, from: number, to: number): OperatorHint[] {
  const field = FIELD_NAMES.find(known => known === name.toLowerCase());
  if (!field || field === 'date') return [];
  if (field !== 'has') return [{ kind: 'values', field, typed, from, to }];
  return HAS_VALUES.filter(value => value.startsWith(typed.toLowerCase())).map(value => ({
    kind: 'insert' as const,
    insert: `${value} `,
    detail: HAS_DETAILS[value],
    from,
    to,
  }));
}

const HAS_DETAILS: Record<(typeof HAS_VALUES)[number], string> = {
  passage: 'something is marked in it',
  attachment: 'it came with files of its own',
  citation: 'a finding cites it',
  problem: 'something in it could not be read',
  password: 'it was protected by a password',
};

function isInsideQuotes(before: string): boolean {
  return (before.match(/["“”]/g)?.length ?? 0) % 2 === 1;
}
