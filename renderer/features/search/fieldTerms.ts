/** Narrowing a query by a field and taking that back, in the text of the query itself. Pure. */

/** Values with spaces or signs of their own are quoted; a quote inside would end them early and is left out. */
export function quotedValue(value: string): string {
  return /^[^\s()（）"“”„«»「」＂,]+$/u.test(value) ? value : `"${value.replace(/["“”„«»「」＂]/gu, '')}"`;
}

export function fieldTerm(field: string, value: string): string {
  return `${field}:${quotedValue(value)}`;
}

export function hasTerm(query: string, term: string): boolean {
  return splitTerms(query).includes(term);
}

/** Adds the term at the end, or takes it out where it stands. */
export function toggleTerm(query: string, term: string): string {
  const terms = splitTerms(query);
  if (terms.includes(term)) return terms.filter(one => one !== term).join(' ');
  return [query.trim(), term].filter(Boolean).join(' ');
}

/** Cut at spaces outside quotes. */
function splitTerms(query: string): string[] {
  return query.match(/(?:[^\s"]|"[^"]*"?)+/gu) ?? [];
}
