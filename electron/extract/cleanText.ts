/** Text as it may be stored: Unicode that is well formed, without NUL, line ends as \n. */

export function cleanText(text: string): string {
  return clean(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
}

/** For titles, names and metadata: one line, white space collapsed, cut to `max`. */
export function cleanLine(text: string, max: number): string {
  const line = clean(text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return line.length <= max ? line : `${clean(line.slice(0, max - 1))}…`;
}

function clean(text: string): string {
  // A lone surrogate cannot be written as UTF-8; NUL ends strings in C and breaks full-text search.
  // Looked for in two steps, because the search for any surrogate is many times faster than that for a lone one.
  return /[\uD800-\uDFFF\0]/.test(text) && /\p{Surrogate}|\0/u.test(text)
    ? text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '')
    : text;
}

export function cleanMetadata(entries: Record<string, string | undefined>): Record<string, string> {
  const cleaned: Record<string, string> = {};
  for (const [key, value] of Object.entries(entries).slice(0, 200)) {
    const line = value === undefined ? '' : cleanLine(value, 4000);
    if (line !== '') cleaned[cleanLine(key, 80)] = line;
  }
  return cleaned;
}
