/** Narrowing a query by a field and taking that back, in the text of the query itself. Pure. */

/** `type:pdf`; values with spaces or signs of their own are quoted. */
export function fieldTerm(field: string, value: string): string {
  return /^[^\s()"“”„«»「」＂,]+$/u.test(value) ? `${field}:${value}` : `${field}:"${value.replaceAll('"', '')}"`;
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
