/** Files of text that is made piece by piece. */
import { canonicalJson, type Json } from '../../kernel/canonicalJson.ts';
import type { BundleFile } from './bundleFile.ts';

type Pieces = AsyncIterable<string> | Iterable<string>;

/** Up to so much is held; what is longer is made twice, once for its size. */
const MOST_HELD_BYTES = 8 * 1024 * 1024;
const PIECE_CHARS = 64 * 1024;

/** Sorted keys, so that the order in which the service filled them leaves no trace. */
export function jsonFile(path: string, value: unknown): BundleFile {
  return { path, bytes: new TextEncoder().encode(`${canonicalJson(value as Json)}\n`) };
}

/** With its size known: an entry of unknown size would need ZIP64, which not every reader has. */
export async function textFile(path: string, pieces: () => Pieces): Promise<BundleFile> {
  const held: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const bytes of encoded(pieces())) {
    sizeBytes += bytes.length;
    if (sizeBytes <= MOST_HELD_BYTES) held.push(bytes);
    else held.length = 0;
  }
  if (sizeBytes > MOST_HELD_BYTES) return { path, bytes: encoded(pieces()), sizeBytes };
  const whole = new Uint8Array(sizeBytes);
  let at = 0;
  for (const bytes of held) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return { path, bytes: whole };
}

async function* encoded(pieces: Pieces): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = '';
  for await (const piece of pieces) {
    waiting += piece;
    if (waiting.length < PIECE_CHARS) continue;
    yield encoder.encode(waiting);
    waiting = '';
  }
  if (waiting !== '') yield encoder.encode(waiting);
}
