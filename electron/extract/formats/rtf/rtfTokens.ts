/** Takes RTF apart: groups, control words with their numbers, bytes of text, binary data. It knows no meanings. */

export interface RtfEvents {
  open(): void;
  close(): void;
  /** `\word123`; the number is null where there is none. */
  word(name: string, value: number | null): void;
  /** `\~`, `\*` and the like. */
  symbol(sign: string): void;
  /** A byte of text: a plain one, or one written as `\'hh`. */
  byte(value: number): void;
  /** What follows `\bin`. */
  binary(bytes: Uint8Array): void;
}

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const QUOTE = 0x27;
const MAX_WORD = 32;
/** Exploits nest groups by the ten thousand to exhaust a reader's stack; ours has none, but needs some memory for each. */
const MAX_DEPTH = 100_000;

/** Where reading ended, and how many groups were still open there. */
export function walkRtf(bytes: Uint8Array, events: RtfEvents): { end: number; openGroups: number } {
  let depth = 0;
  let at = 0;
  while (at < bytes.byteLength) {
    const byte = bytes[at] ?? 0;
    if (byte === OPEN) {
      depth += 1;
      if (depth > MAX_DEPTH) break;
      events.open();
      at += 1;
    } else if (byte === CLOSE) {
      depth -= 1;
      events.close();
      at += 1;
      if (depth <= 0) break;
    } else if (byte === BACKSLASH) at = readControl(bytes, at + 1, events);
    else {
      // Line ends are for whoever reads the source; NUL is padding of careless writers.
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) events.byte(byte);
      at += 1;
    }
  }
  return { end: at, openGroups: Math.max(0, depth) };
}

function readControl(bytes: Uint8Array, from: number, events: RtfEvents): number {
  const first = bytes[from];
  if (first === undefined) return from;
  if (!isLetter(first)) {
    if (first === QUOTE) {
      const value = hexValue(bytes[from + 1]) * 16 + hexValue(bytes[from + 2]);
      if (value >= 0) events.byte(value);
      return value >= 0 ? from + 3 : from + 1;
    }
    if (first === 0x0a || first === 0x0d) events.word('par', null);
    else if (first === OPEN || first === CLOSE || first === BACKSLASH) events.byte(first);
    else events.symbol(String.fromCharCode(first));
    return from + 1;
  }
  let at = from;
  let name = '';
  while (at < bytes.byteLength && isLetter(bytes[at]) && at - from < MAX_WORD) {
    name += String.fromCharCode(bytes[at] ?? 0);
    at += 1;
  }
  const number = readNumber(bytes, at);
  at = number.next;
  // One space belongs to the word; `\bin` is followed by its bytes right after it.
  if (bytes[at] === 0x20) at += 1;
  if (name === 'bin') {
    const length = Math.max(0, Math.min(number.value ?? 0, bytes.byteLength - at));
    events.binary(bytes.subarray(at, at + length));
    return at + length;
  }
  events.word(name, number.value);
  return at;
}

function readNumber(bytes: Uint8Array, from: number): { value: number | null; next: number } {
  let at = from;
  const isNegative = bytes[at] === 0x2d && isDigit(bytes[at + 1]);
  if (isNegative) at += 1;
  let value: number | null = null;
  while (isDigit(bytes[at]) && at - from < 12) {
    value = (value ?? 0) * 10 + ((bytes[at] ?? 0) - 0x30);
    at += 1;
  }
  return { value: value === null ? null : isNegative ? -value : value, next: at };
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** -1000 for what is no hexadecimal digit, so that a sum with it is negative. */
export function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1000;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  if (byte >= 0x61 && byte <= 0x66) return byte - 0x57;
  if (byte >= 0x41 && byte <= 0x46) return byte - 0x37;
  return -1000;
}
