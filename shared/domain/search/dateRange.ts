// Dates in a query: `2021`, `2021-03`, `2021-03..2022`, `>2020`, `<=2021-06-30`, as inclusive calendar days.

import { atCharacter, QueryProblem } from './queryProblem.ts';

export interface DateRange {
  from: string | null;
  to: string | null;
}

interface Span {
  first: string;
  last: string;
}

const PARTIAL_DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

export function parseDateRange(value: string, at: number): DateRange {
  const compared = /^(>=|<=|>|<)(.+)$/.exec(value);
  if (compared) return comparedTo(compared[1] ?? '', requireSpan(compared[2] ?? '', value, at));
  const dots = /^(.*?)\.{2,3}(.*)$/.exec(value);
  if (!dots) {
    const span = requireSpan(value, value, at);
    return { from: span.first, to: span.last };
  }
  const [, left = '', right = ''] = dots;
  if (left === '' && right === '') throw notADate(value, at);
  const from = left === '' ? null : requireSpan(left, value, at).first;
  const to = right === '' ? null : requireSpan(right, value, at).last;
  if (from !== null && to !== null && from > to) {
    throw new QueryProblem(`The dates ${atCharacter(at)} run backwards: “${value}” ends before it begins`, at);
  }
  return { from, to };
}

function comparedTo(operator: string, span: Span): DateRange {
  switch (operator) {
    case '>':
      return { from: dayBeside(span.last, 1), to: null };
    case '>=':
      return { from: span.first, to: null };
    case '<':
      return { from: null, to: dayBeside(span.first, -1) };
    default:
      return { from: null, to: span.last };
  }
}

function requireSpan(text: string, whole: string, at: number): Span {
  const parts = PARTIAL_DATE.exec(text.trim());
  if (!parts) throw notADate(whole, at);
  const [, yearText, monthText, dayText] = parts;
  const year = Number(yearText);
  const month = monthText === undefined ? null : Number(monthText);
  const day = dayText === undefined ? null : Number(dayText);
  if (month !== null && (month < 1 || month > 12)) throw notADate(whole, at);
  const lastDay = daysIn(year, month ?? 12);
  if (day !== null && (day < 1 || day > lastDay)) throw notADate(whole, at);
  return { first: written(year, month ?? 1, day ?? 1), last: written(year, month ?? 12, day ?? lastDay) };
}

function notADate(value: string, at: number): QueryProblem {
  const message = `“${value}” is not a date ${atCharacter(at)}: write 2021, 2021-03, 2021-03..2022 or >2020`;
  return new QueryProblem(message, at);
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function dayBeside(day: string, step: 1 | -1): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const moved = date + step;
  if (moved >= 1 && moved <= daysIn(year, month)) return written(year, month, moved);
  if (step === 1) return month === 12 ? written(year + 1, 1, 1) : written(year, month + 1, 1);
  return month === 1 ? written(year - 1, 12, 31) : written(year, month - 1, daysIn(year, month - 1));
}

function written(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
