/**
 * Cuts a BibTeX file into its entries as the text comes. An entry that does not close is given up where the next begins at the start
 * of a line, so that one bad entry costs itself alone.
 */

export type BibtexPiece = { type: string; body: string } | { problem: string };

const MAX_ENTRY_CHARS = 2_000_000;
/** So much must be in view to tell the head of an entry. */
const HEAD_CHARS = 500;
const HEAD = /^@\s*([A-Za-z]+)\s*([{(])/;
const NEXT_ENTRY = /^@\s*[A-Za-z]+\s*[{(]\s*[^\s,{}()"=#]+\s*[,}=]/;

export async function* cutBibtex(pieces: AsyncIterable<string>): AsyncGenerator<BibtexPiece> {
  const cutter = openCutter();
  for await (const piece of pieces) yield* cutter.add(piece, false);
  yield* cutter.add('', true);
}

function openCutter(): { add(text: string, isLast: boolean): Generator<BibtexPiece> } {
  let waiting = '';
  return {
    *add(text, isLast) {
      waiting += text;
      let from = 0;
      for (;;) {
        const start = waiting.indexOf('@', from);
        if (start < 0) {
          waiting = '';
          return;
        }
        if (!isLast && waiting.length - start < HEAD_CHARS) {
          waiting = waiting.slice(start);
          return;
        }
        const head = HEAD.exec(waiting.slice(start, start + HEAD_CHARS));
        if (!head) {
          // An address in a comment between entries, say.
          from = start + 1;
          continue;
        }
        const open = start + head[0].length - 1;
        const end = endOfEntry(waiting, open, isLast);
        if (end.kind === 'unknown') {
          waiting = waiting.slice(start);
          if (waiting.length <= MAX_ENTRY_CHARS) return;
          yield { problem: `An entry is longer than ${MAX_ENTRY_CHARS} characters; it was left out.` };
          waiting = waiting.slice(MAX_ENTRY_CHARS);
          from = 0;
          continue;
        }
        if (end.kind === 'broken') yield { problem: brokenSentence(waiting.slice(start, start + 60)) };
        else yield { type: (head[1] ?? '').toLowerCase(), body: waiting.slice(open + 1, end.at) };
        from = end.kind === 'broken' ? end.at : end.at + 1;
      }
    },
  };
}

type End = { kind: 'whole'; at: number } | { kind: 'broken'; at: number } | { kind: 'unknown' };

function endOfEntry(text: string, open: number, isLast: boolean): End {
  const isRound = text[open] === '(';
  let depth = 0;
  let isQuoted = false;
  for (let at = open; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === OPEN_BRACE) depth += 1;
    else if (character === CLOSE_BRACE) depth -= 1;
    else if (character === QUOTE && isRound && depth === 0) isQuoted = !isQuoted;
    else if (character === CLOSE_ROUND && isRound && depth === 0 && !isQuoted) return { kind: 'whole', at };
    else if (character === AT && at > open && isLineStart(text, at)) {
      if (!isLast && text.length - at < HEAD_CHARS) return { kind: 'unknown' };
      if (NEXT_ENTRY.test(text.slice(at, at + HEAD_CHARS))) return withoutEscaped(text, open, at);
    }
    if (depth === 0 && !isRound && character === CLOSE_BRACE) return { kind: 'whole', at };
  }
  return isLast ? withoutEscaped(text, open, text.length) : { kind: 'unknown' };
}

/** Some programs do not count braces behind a backslash, though BibTeX does: what closes in their way is taken. */
function withoutEscaped(text: string, open: number, next: number): End {
  let depth = 0;
  for (let at = open; at < next; at += 1) {
    const character = text.charCodeAt(at);
    if (character === BACKSLASH) at += 1;
    else if (character === OPEN_BRACE) depth += 1;
    else if (character === CLOSE_BRACE) depth -= 1;
    if (depth === 0 && character === CLOSE_BRACE) return { kind: 'whole', at };
  }
  return { kind: 'broken', at: next };
}

function isLineStart(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before -= 1) {
    const character = text[before];
    if (character === '\n' || character === '\r') return true;
    if (character !== ' ' && character !== '\t') return false;
  }
  return true;
}

function brokenSentence(beginning: string): string {
  const [line = ''] = beginning.split(/[\r\n]/);
  return `The entry that begins “${line.trim()}” does not close; it was left out.`;
}

const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const CLOSE_ROUND = 0x29;
const QUOTE = 0x22;
const AT = 0x40;
const BACKSLASH = 0x5c;
