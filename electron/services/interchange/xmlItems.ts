/** XML as a stream of what its reader finds: piece by piece, so that a large graph is never held whole. Nothing is expanded. */
import { Parser } from 'htmlparser2';
import type { ReadItem, XmlHandler } from '../../../shared/domain/interchange/index.ts';

/** Graphs and maps nest a dozen levels. */
const MAX_DEPTH = 200;

export async function* xmlItems(
  pieces: AsyncIterable<string>,
  openReader: (emit: (item: ReadItem) => void) => XmlHandler,
): AsyncGenerator<ReadItem> {
  let found: ReadItem[] = [];
  let depth = 0;
  let isTooDeep = false;
  let rows = 0;
  const reader = openReader(item => found.push(item));
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        isTooDeep ||= depth > MAX_DEPTH;
        if (!isTooDeep) reader.open(plainName(name), attributes);
      },
      ontext: data => reader.text(data),
      onclosetag(name) {
        depth -= 1;
        if (!isTooDeep) reader.close(plainName(name));
      },
    },
    { xmlMode: true },
  );
  for await (const piece of pieces) {
    parser.write(piece);
    for (const item of found) rows = Math.max(rows, item.row);
    yield* found;
    found = [];
    if (isTooDeep) break;
  }
  // Subtle: `end` closes whatever is open, so this is asked before.
  if (isTooDeep) yield { row: rows + 1, problem: 'The file is nested too deeply; what follows was not read.' };
  else if (depth > 0) yield { row: rows + 1, problem: 'The file breaks off: its last elements are missing.' };
}

function plainName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}
