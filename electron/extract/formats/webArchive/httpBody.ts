/** An answer of a web server as a web archive keeps it: status, headers, and the body with its transfer encodings undone. */
import { Gunzip, Unzlib } from 'fflate';
import { checkExpansion, type ExtractLimits } from '../../limits.ts';
import { type ByteQueue, openByteQueue } from './byteQueue.ts';
import { plainPieces } from './gunzipMembers.ts';
import { readHeaderLines } from './headerLines.ts';

export interface HttpAnswer {
  status: string;
  headers: Map<string, string>;
  body: AsyncGenerator<Uint8Array>;
  /** A compression that cannot be undone here; the body is as it was sent. */
  undone: string | null;
}

const STEP_BYTES = 16 * 1024;
const MAX_LINE_BYTES = 64 * 1024;

export async function readHttpAnswer(record: AsyncIterable<Uint8Array>, limits: ExtractLimits): Promise<HttpAnswer> {
  const queue = openByteQueue(plainPieces(record));
  const first = new TextDecoder('latin1').decode((await queue.line(MAX_LINE_BYTES)) ?? new Uint8Array(0));
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(first)?.[1] ?? '';
  const headers = await readHeaderLines(queue);
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  const sent = isChunked ? dechunk(queue) : rest(queue);
  const { body, undone } = decode(sent, headers.get('content-encoding') ?? '', limits);
  return { status, headers, body, undone };
}

async function* rest(queue: ByteQueue): AsyncGenerator<Uint8Array> {
  for (let bytes = await queue.some(STEP_BYTES); bytes !== null; bytes = await queue.some(STEP_BYTES)) yield bytes;
}

/** Some programs keep the header and store the body already joined; then its first line is no length. */
async function* dechunk(queue: ByteQueue): AsyncGenerator<Uint8Array> {
  for (let isFirst = true; ; isFirst = false) {
    const line = await queue.line(MAX_LINE_BYTES);
    if (line === null) return;
    const text = new TextDecoder('latin1').decode(line);
    const length = /^\s*([0-9a-fA-F]{1,12})\s*(?:;.*)?$/.exec(text)?.[1];
    if (length === undefined) {
      yield line;
      if (line.byteLength < MAX_LINE_BYTES) yield Uint8Array.of(0x0a);
      yield* rest(queue);
      return;
    }
    let left = Number.parseInt(length, 16);
    if (left === 0) return;
    while (left > 0) {
      const bytes = await queue.some(Math.min(left, STEP_BYTES));
      if (bytes === null) return;
      left -= bytes.byteLength;
      yield bytes;
    }
    // The line end behind each chunk.
    const end = await queue.line(MAX_LINE_BYTES);
    if (end === null) return;
    if (isFirst && end.byteLength > 0) yield end;
  }
}

function decode(sent: AsyncGenerator<Uint8Array>, encoding: string, limits: ExtractLimits) {
  const name = encoding.trim().toLowerCase();
  if (name === '' || name === 'identity') return { body: sent, undone: null };
  if (name === 'gzip' || name === 'x-gzip' || name === 'deflate')
    return { body: inflate(sent, name === 'deflate', limits), undone: null };
  const native = name === 'br' ? openBrotli() : null;
  return native === null ? { body: sent, undone: name } : { body: throughStream(sent, native, limits), undone: null };
}

/** What browsers of today have; older ones, and Electron's, do not. */
function openBrotli(): DecompressionStream | null {
  try {
    return Reflect.construct(DecompressionStream, ['brotli']) as DecompressionStream;
  } catch {
    return null;
  }
}

/** Also where the body is not compressed after all, as where the archiving program undid it and kept the header. */
async function* inflate(sent: AsyncIterable<Uint8Array>, isDeflate: boolean, limits: ExtractLimits) {
  let ready: Uint8Array[] = [];
  let packed = 0;
  let expanded = 0;
  let inflater: Gunzip | Unzlib | null | undefined;
  const take = (bytes: Uint8Array) => {
    expanded += bytes.byteLength;
    ready.push(bytes);
  };
  for await (const piece of sent) {
    inflater ??= looksCompressed(piece, isDeflate) ? (isDeflate ? new Unzlib(take) : new Gunzip(take)) : null;
    if (inflater === null) {
      yield piece;
      continue;
    }
    for (let at = 0; at < piece.byteLength; at += STEP_BYTES) {
      const step = piece.slice(at, at + STEP_BYTES);
      packed += step.byteLength;
      try {
        inflater.push(step, false);
      } catch {
        yield* ready;
        return;
      }
      checkExpansion(packed, expanded, expanded, limits);
      yield* ready;
      ready = [];
    }
  }
}

function looksCompressed(first: Uint8Array, isDeflate: boolean): boolean {
  return isDeflate ? ((first[0] ?? 0) & 0x0f) === 8 : first[0] === 0x1f && first[1] === 0x8b;
}

async function* throughStream(
  sent: AsyncGenerator<Uint8Array>,
  stream: DecompressionStream,
  limits: ExtractLimits,
): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let expanded = 0;
  const input = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const next = await sent.next();
      if (next.done) controller.close();
      else {
        packed += next.value.byteLength;
        controller.enqueue(new Uint8Array(next.value));
      }
    },
  });
  const reader = input.pipeThrough(stream).getReader();
  for (;;) {
    let next: ReadableStreamReadResult<Uint8Array>;
    try {
      next = await reader.read();
    } catch {
      // Broken data: what came before it was given.
      return;
    }
    if (next.done) return;
    expanded += next.value.byteLength;
    checkExpansion(packed, expanded, expanded, limits);
    yield next.value;
  }
}
