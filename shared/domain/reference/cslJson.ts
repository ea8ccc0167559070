/** CSL-JSON in and out: a list of items, one a line when written. */
import { openJsonCutter, PieceTooLong } from '../interchange/jsonPieces.ts';
import { checkItem, type CslItem, inOrder, type ReadReference } from './cslItem.ts';
import { withoutMark } from './readBibtex.ts';

export async function* readCslJson(open: () => AsyncIterable<string>): AsyncGenerator<ReadReference> {
  const cutter = openJsonCutter(['items', 'references']);
  let row = 0;
  let head = '';
  try {
    for await (const piece of withoutMark(open())) {
      if (row === 0 && head.length < 2_000_000) head += piece;
      for (const { json } of cutter.add(piece)) {
        row += 1;
        yield readOne(row, json);
      }
    }
  } catch (error) {
    if (!(error instanceof PieceTooLong)) throw error;
    yield { row: row + 1, problem: 'A record is longer than any of its kind; it and what follows were left out.' };
    return;
  }
  // A single item, which is no list of one.
  if (row === 0 && head.trimStart().startsWith('{')) yield readOne(1, head);
  else if (!cutter.end()) yield { row: row + 1, problem: 'The file breaks off: its last record is not complete.' };
}

function readOne(row: number, json: string): ReadReference {
  try {
    return checkItem(row, JSON.parse(json));
  } catch {
    return { row, problem: 'This record is no JSON.' };
  }
}

export function* writeCslJson(items: Iterable<CslItem>): Generator<string> {
  let isFirst = true;
  yield '[';
  for (const item of items) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify(inOrder(item))}`;
    isFirst = false;
  }
  yield isFirst ? ']\n' : '\n]\n';
}

/** A list whose first object bears marks of CSL. */
export function looksLikeCsl(head: string): boolean {
  const start = head.replace(/^\uFEFF/, '').trimStart();
  if (!start.startsWith('[') && !start.startsWith('{')) return false;
  const hasId = /"(?:id|citation-key)"\s*:/.test(start);
  return (
    hasId &&
    /"type"\s*:\s*"[a-z_-]+"/.test(start) &&
    !/"spec_version"\s*:|"schema"\s*:\s*"[A-Z]/.test(start) &&
    /"(?:title|issued|author|URL|DOI|container-title|note|accessed|publisher|archive)"\s*:/.test(start)
  );
}
