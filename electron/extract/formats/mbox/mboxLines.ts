/**
 * Cuts a mailbox into its messages while it streams by. A message begins at a line `From sender date` that follows an empty
 * line or is followed by a header; what else begins with "From " is text of a message.
 */
import { joinBytes } from '../../../../shared/kernel/joinBytes.ts';

export type MboxEvent = { kind: 'message'; envelope: string } | { kind: 'bytes'; bytes: Uint8Array };

/** A separator is short; a longer line that begins so is text. */
const MAX_SEPARATOR_BYTES = 1000;
const DATED =
  /^From .*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .*\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b.*\b\d{1,2}:\d{2}/;
const YEAR = /\b(?:19|20)\d{2}\b/;
const HEADER = /^[\x21-\x39\x3b-\x7e]{1,76}:/;

export function isSeparator(line: string): boolean {
  return DATED.test(line) && YEAR.test(line);
}

/** Message bytes come as they stand in the mailbox, quoted lines included. Pieces are views: take them before going on. */
export async function* readMbox(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<MboxEvent> {
  let held: Uint8Array = new Uint8Array(0);
  let isStarted = false;
  let afterEmpty = true;
  for await (const chunk of withEnd(chunks)) {
    const isLast = chunk === null;
    const bytes = chunk === null ? held : joinBytes([held, chunk]);
    // Whole lines only, and one more after a possible separator, so that what follows it can be seen.
    const { events, used, empty } = scan(bytes, isLast, afterEmpty, isStarted);
    for (const event of events) {
      if (event.kind === 'message') isStarted = true;
      yield event;
    }
    afterEmpty = empty;
    held = bytes.slice(used);
  }
}

async function* withEnd(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | null> {
  yield* chunks;
  yield null;
}

interface Scanned {
  events: MboxEvent[];
  used: number;
  /** The last line that was used was empty. */
  empty: boolean;
}

function scan(bytes: Uint8Array, isLast: boolean, afterEmpty: boolean, isStarted: boolean): Scanned {
  const events: MboxEvent[] = [];
  let isInside = isStarted;
  let from = 0;
  let empty = afterEmpty;
  let at = 0;
  const flush = (to: number) => {
    // What precedes the first separator belongs to no message: blank lines, a byte order mark.
    if (to > from && isInside) events.push({ kind: 'bytes', bytes: bytes.subarray(from, to) });
    from = to;
  };
  while (at < bytes.byteLength) {
    const feed = bytes.indexOf(0x0a, at);
    if (feed < 0 && !isLast && !(bytes.byteLength - at > MAX_SEPARATOR_BYTES)) break;
    const next = feed < 0 ? bytes.byteLength : feed + 1;
    if (startsFrom(bytes, at) && next - at <= MAX_SEPARATOR_BYTES) {
      const following = lineAt(bytes, next);
      if (following === null && !isLast) break;
      const envelope = latin(bytes.subarray(at, next)).trimEnd();
      const isBefore = following !== null && (HEADER.test(following) || /^>?From /.test(following));
      if (isSeparator(envelope) && (empty || isBefore)) {
        flush(at);
        from = next;
        isInside = true;
        events.push({ kind: 'message', envelope });
      }
    }
    empty = next - at === 1 || (next - at === 2 && bytes[at] === 0x0d);
    at = next;
    if (feed < 0) break;
  }
  flush(at);
  return { events, used: at, empty };
}

/** Null where the line is not whole yet; a long one is cut. */
function lineAt(bytes: Uint8Array, start: number): string | null {
  const feed = bytes.indexOf(0x0a, start);
  if (feed < 0 && bytes.byteLength - start < 100) return null;
  return latin(bytes.subarray(start, Math.min(feed < 0 ? bytes.byteLength : feed, start + 100)));
}

function startsFrom(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === 0x46 &&
    bytes[at + 1] === 0x72 &&
    bytes[at + 2] === 0x6f &&
    bytes[at + 3] === 0x6d &&
    bytes[at + 4] === 0x20
  );
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
