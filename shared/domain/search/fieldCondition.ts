// The value of a field in a query, understood: `grade:B2`, `has:citation`, `source:"Port of Nampo"`.

import { parseDateRange } from './dateRange.ts';
import { atCharacter, QueryProblem } from './queryProblem.ts';
import { type FieldCondition, type FieldName, HAS_VALUES, type Reliability } from './searchQuery.ts';

const GRADE = /^(?:([A-F])([1-6])?|([1-6]))$/i;

export function parseFieldCondition(field: FieldName, typed: string, at: number): FieldCondition {
  const value = typed.trim();
  switch (field) {
    case 'case':
    case 'source':
    case 'exhibit':
      return { field, value };
    case 'type':
    case 'lang':
      return { field, value: value.toLowerCase() };
    case 'grade':
      return parseGrade(value, at);
    case 'date':
      return { field, ...parseDateRange(value, at) };
    case 'has': {
      const known = HAS_VALUES.find(each => each === value.toLowerCase());
      if (known) return { field, value: known };
      throw new QueryProblem(`“has:” takes ${HAS_VALUES.join(', ')}; not “${value}” ${atCharacter(at)}`, at);
    }
  }
}

function parseGrade(value: string, at: number): FieldCondition {
  const parts = GRADE.exec(value);
  if (!parts) {
    const message = `“${value}” is not a grade ${atCharacter(at)}: write a letter A–F, a number 1–6, or both, as in B2`;
    throw new QueryProblem(message, at);
  }
  const [, letter, number, alone] = parts;
  const credibility = number ?? alone;
  return {
    field: 'grade',
    reliability: letter ? (letter.toUpperCase() as Reliability) : null,
    credibility: credibility ? Number(credibility) : null,
  };
}
