/**
 * Rows of CSV and its kin as a stream (RFC 4180 and what is found in the wild): quotes doubled inside quotes, line breaks in
 * quoted cells, rows of different lengths, a quote that never closes.
 */

export interface DelimitedRows {
  /** Rows that are complete. */
  add(text: string): string[][];
  end(): { rows: string[][]; hasOpenQuote: boolean };
}

/** A quote that does not close within so much is a stray sign, not a cell. */
const MAX_QUOTED_CHARS = 1_000_000;
const LINE_FEED = 10;
const RETURN = 13;

export function openDelimitedRows(delimiter: string): DelimitedRows {
  let rest = '';
  let hasOpenQuote = false;

  function take(isFinal: boolean): string[][] {
    const rows: string[][] = [];
    let at = 0;
    while (at < rest.length) {
      const read = readRow(rest, at, delimiter, isFinal);
      if (read === null) break;
      rows.push(read.cells);
      if (read.hasOpenQuote) hasOpenQuote = true;
      at = read.next;
    }
    rest = rest.slice(at);
    return rows;
  }

  return {
    add(text) {
      rest += text;
      return take(false);
    },
    end() {
      const rows = take(true);
      return { rows, hasOpenQuote };
    },
  };
}

interface ReadRow {
  cells: string[];
  next: number;
  hasOpenQuote: boolean;
}

/** Null where the row goes on in what is still to come. */
function readRow(text: string, from: number, delimiter: string, isFinal: boolean): ReadRow | null {
  const cells: string[] = [];
  let hasOpenQuote = false;
  let at = from;
  for (;;) {
    const cell = text[at] === '"' ? readQuoted(text, at, delimiter, isFinal) : readBare(text, at, delimiter);
    if (cell === 'more') return null;
    if (cell.isStray) hasOpenQuote = true;
    cells.push(cell.value);
    at = cell.next;
    const sign = text[at];
    if (sign === delimiter) at += 1;
    else if (sign === '\n') return { cells, next: at + 1, hasOpenQuote };
    else if (sign === '\r') {
      // Subtle: \r\n may be cut in two by the stream.
      if (at + 1 >= text.length && !isFinal) return null;
      return { cells, next: at + (text[at + 1] === '\n' ? 2 : 1), hasOpenQuote };
    } else return isFinal ? { cells, next: text.length, hasOpenQuote } : null;
  }
}

type Cell = { value: string; next: number; isStray: boolean };

function readBare(text: string, from: number, delimiter: string): Cell {
  const stop = delimiter.charCodeAt(0);
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === stop || code === LINE_FEED || code === RETURN) break;
    at += 1;
  }
  return { value: text.slice(from, at), next: at, isStray: false };
}

function readQuoted(text: string, from: number, delimiter: string, isFinal: boolean): Cell | 'more' {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote - from > MAX_QUOTED_CHARS) {
      if (!isFinal && text.length - from <= MAX_QUOTED_CHARS) return 'more';
      // The quote stands for itself, and the line ends where lines end.
      return { ...readBare(text, from, delimiter), isStray: true };
    }
    if (quote + 1 >= text.length && !isFinal) return 'more';
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      // What follows a closing quote before the next delimiter is kept: `"A" Ltd,`.
      const tail = readBare(text, quote + 1, delimiter);
      return { value: value + tail.value, next: tail.next, isStray: false };
    }
    value += '"';
    at = quote + 2;
  }
}
