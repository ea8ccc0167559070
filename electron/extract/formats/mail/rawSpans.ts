/**
 * Where the headers and the body of each part of a message lie in its bytes. postal-mime joins lines anew, with one more at
 * the end; an attachment is evidence, and comes out as the bytes that it was sent as.
 */
import type PostalMime from 'postal-mime';
import type { MimeNode } from './mimeParts.ts';

export interface RawSpan {
  headers: Uint8Array;
  body: Uint8Array;
}

interface Internals {
  currentNode: MimeNode;
  readPos: number;
  processLine(line: Uint8Array, isFinal: boolean): Promise<void>;
}

interface Span {
  headersFrom: number;
  bodyFrom: number;
  to: number;
}

/** To be called before the message is parsed, which must be these very bytes. */
export function watchSpans(parser: PostalMime, bytes: Uint8Array): (node: MimeNode) => RawSpan | null {
  const spans = new Map<MimeNode, Span>();
  const internals = parser as unknown as Internals;
  const processLine = internals.processLine.bind(parser);
  internals.processLine = async (line, isFinal) => {
    const node = internals.currentNode;
    const wasBody = node.state === 'body';
    const to = internals.readPos;
    await processLine(line, isFinal);
    // A boundary line goes on to another part; every other line belongs to the part in hand.
    if (internals.currentNode !== node) return;
    const span = spans.get(node);
    const from = line.byteOffset;
    if (span === undefined) spans.set(node, { headersFrom: from, bodyFrom: wasBody ? from : to, to });
    else {
      if (!wasBody) span.bodyFrom = to;
      span.to = to;
    }
  };
  return node => {
    const span = spans.get(node);
    if (span === undefined) return null;
    return {
      headers: bytes.subarray(span.headersFrom, span.bodyFrom),
      body: bytes.subarray(span.bodyFrom, endOfBody(bytes, span)),
    };
  };
}

/** The line end before a boundary belongs to the boundary (RFC 2046). */
function endOfBody(bytes: Uint8Array, { bodyFrom, to }: Span): number {
  if (to >= bytes.byteLength || bytes[to - 1] !== 0x0a) return to;
  const end = bytes[to - 2] === 0x0d ? to - 2 : to - 1;
  return Math.max(bodyFrom, end);
}

/** Quoted-printable (RFC 2045), damaged sequences kept as they stand. */
export function decodeQuotedPrintable(raw: Uint8Array): Uint8Array {
  const out = new Uint8Array(raw.byteLength);
  let length = 0;
  for (let at = 0; at < raw.byteLength; at += 1) {
    const byte = raw[at] ?? 0;
    if (byte === 0x3d) {
      const value = hexAt(raw, at + 1);
      const lineEnd = lineEndAfter(raw, at + 1);
      if (value >= 0) at += 2;
      else if (lineEnd > 0) at = lineEnd - 1;
      out[length] = value >= 0 ? value : byte;
      if (value >= 0 || lineEnd <= 0) length += 1;
    } else {
      // Blanks at the end of a line were added on the way.
      const lineEnd = byte === 0x20 || byte === 0x09 ? lineEndAfter(raw, at) : 0;
      if (lineEnd > 0) at = (raw[lineEnd - 2] === 0x0d ? lineEnd - 2 : lineEnd - 1) - 1;
      else {
        out[length] = byte;
        length += 1;
      }
    }
  }
  return out.subarray(0, length);
}

/** Behind the line end that follows after blanks only; the end of the part counts as one for a soft break. */
function lineEndAfter(raw: Uint8Array, start: number): number {
  let at = start;
  while (at < start + 100 && (raw[at] === 0x20 || raw[at] === 0x09)) at += 1;
  if (raw[at] === 0x0d && raw[at + 1] === 0x0a) return at + 2;
  return raw[at] === 0x0a ? at + 1 : 0;
}

function hexAt(raw: Uint8Array, at: number): number {
  const digits = String.fromCharCode(raw[at] ?? 0, raw[at + 1] ?? 0);
  return /^[0-9A-Fa-f]{2}$/.test(digits) ? Number.parseInt(digits, 16) : -1;
}
