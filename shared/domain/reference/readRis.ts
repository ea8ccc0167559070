/** RIS: a tag of two characters a line, from `TY` to `ER`; lines without a tag go on with the value before. */
import { checkItem, type ReadReference } from './cslItem.ts';
import { withoutMark } from './readBibtex.ts';
import { itemOfLines, type RisLine } from './risFields.ts';

/** Some write one space less or more, or none behind the hyphen. */
const LINE = /^([A-Z][A-Z0-9])\s{1,3}-(?:\s|$)([\s\S]*)$/;
const MAX_LINES = 20_000;
const MAX_LINE_CHARS = 1_000_000;

export async function* readRis(open: () => AsyncIterable<string>): AsyncGenerator<ReadReference> {
  let waiting = '';
  const reader = openReader();
  for await (const piece of withoutMark(open())) {
    const lines = (waiting + piece).split(/\r\n|\n|\r(?=[^\n])/);
    waiting = lines.pop() ?? '';
    for (const line of lines) yield* reader.line(line);
    if (waiting.length > MAX_LINE_CHARS) {
      yield* reader.line(waiting);
      waiting = '';
    }
  }
  yield* reader.line(waiting.replace(/\r$/, ''));
  yield* reader.end();
}

function openReader() {
  let row = 0;
  let lines: RisLine[] | null = null;
  let strayFrom: string | null = null;

  function* close(): Generator<ReadReference> {
    if (lines === null) return;
    const whole = lines;
    lines = null;
    yield checkItem(row, itemOfLines(whole));
  }

  return {
    *line(text: string): Generator<ReadReference> {
      const [, tag = '', value = ''] = LINE.exec(text) ?? [];
      if (tag === 'TY') {
        // The record before may lack its end; it is whole all the same.
        yield* close();
        row += 1;
        strayFrom = null;
        lines = [{ tag, value: value.trim() }];
      } else if (lines === null) {
        if (text.trim() === '' || tag === 'ER' || strayFrom !== null) return;
        strayFrom = text.trim();
        // Heads of exports ("Provider: …") come before the first record and say nothing of a work.
        if (tag === '') return;
        row += 1;
        yield {
          row,
          problem: `“${strayFrom.slice(0, 60)}” stands in no record: its first line (TY) is missing. Up to the next record all was left out.`,
        };
      } else if (tag === 'ER') yield* close();
      else if (tag !== '') lines.push({ tag, value: value.trim() });
      else {
        const last = lines.at(-1);
        if (last && text.trim() !== '') last.value = last.value === '' ? text.trim() : `${last.value} ${text.trim()}`;
      }
      if (lines !== null && lines.length > MAX_LINES) {
        lines = null;
        strayFrom = text;
        yield { row, problem: `This record has more than ${MAX_LINES} lines; it was left out.` };
      }
    },
    *end(): Generator<ReadReference> {
      yield* close();
    },
  };
}
