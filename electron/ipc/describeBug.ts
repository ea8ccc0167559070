/**
 * What may be logged of a bug: its kind, code and where it happened, down to its causes. Not its message: SQLite quotes the
 * query, JSON the text it tripped over, the operating system a path, a schema the key that it met.
 */
export function describeBug(error: unknown): string {
  const lines: string[] = [];
  for (let one: unknown = error, depth = 0; one !== undefined && depth < 5; depth++) {
    lines.push(...describeOne(one));
    one = one instanceof Error ? one.cause : undefined;
  }
  return lines.join('\n');
}

function describeOne(error: unknown): string[] {
  if (!(error instanceof Error)) return [typeof error];
  const { code } = error as NodeJS.ErrnoException;
  const kind = `${plainWord(error.constructor.name)}${typeof code === 'string' ? ` ${plainWord(code)}` : ''}`;
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at\s.*:\d+:\d+\)?$/.test(line));
  return [kind, ...frames];
}

function plainWord(word: string): string {
  return /^\w{1,60}$/.test(word) ? word : 'Error';
}
