/** Small helpers at the edge between SQL and the domain: columns that hold JSON or a flag. */

export function toJson(value: unknown): string {
  return JSON.stringify(value);
}

export function fromJson(column: unknown): unknown {
  return typeof column === 'string' ? JSON.parse(column) : null;
}

export function toFlag(value: boolean): number {
  return value ? 1 : 0;
}

export function fromFlag(column: unknown): boolean {
  return column === 1;
}

export function toCount(row: Record<string, unknown> | undefined, column = 'n'): number {
  return Number(row?.[column] ?? 0);
}

/** `%` and `_` of what a person typed mean themselves; use with `LIKE $pattern ESCAPE '\'`. */
export function likeContains(words: string): string {
  return `%${words.replace(/[\\%_]/g, character => `\\${character}`)}%`;
}
