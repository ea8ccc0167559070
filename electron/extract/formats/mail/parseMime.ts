/** Has postal-mime parse a message, under limits that are checked before it costs anything. */
import PostalMime from 'postal-mime';
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ExtractLimits } from '../../limits.ts';
import { printedHeaders } from './headers.ts';
import { type MimePart, mimeParts, textOutsideParts } from './mimeParts.ts';
import { watchSpans } from './rawSpans.ts';

export const MIME_ENGINE = { engine: 'postal-mime', engineVersion: '4.0.0' };

const MAX_HEADERS_BYTES = 8 * 1024 * 1024;
const MAX_MULTIPART_DEPTH = 200;
const MAX_BOUNDARY_CHARS = 256;

export interface ParsedMessage {
  headers: [string, string][];
  parts: MimePart[];
  /** Words that stand in none of the parts. */
  outside: string;
}

export async function parseMime(bytes: Uint8Array<ArrayBuffer>, limits: ExtractLimits): Promise<ParsedMessage> {
  // Each part has a line before it, and each group of parts one behind it.
  if (countBoundaryLines(bytes) > 2 * limits.maxParts) {
    throw new ExtractionFailure(
      'too-large',
      `The message consists of more than ${limits.maxParts} parts; it was not taken apart.`,
    );
  }
  const parser = new PostalMime({
    forceRfc822Attachments: true,
    maxHeadersSize: MAX_HEADERS_BYTES,
    maxNestingDepth: MAX_MULTIPART_DEPTH,
  });
  try {
    const spanOf = watchSpans(parser, bytes);
    const message = await parser.parse(bytes);
    return {
      headers: printedHeaders(message.headers),
      parts: mimeParts(parser, spanOf),
      outside: textOutsideParts(parser),
    };
  } catch (error) {
    throw explain(error);
  }
}

/** postal-mime tells its limits apart by its messages alone; pinned, and covered by tests. */
function explain(error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  if (/nesting depth/i.test(message)) {
    return new ExtractionFailure(
      'unreadable',
      `The parts of the message lie more than ${MAX_MULTIPART_DEPTH} levels deep in each other; it was not taken apart.`,
      { cause: error },
    );
  }
  if (/header size/i.test(message)) {
    return new ExtractionFailure('too-large', 'The headers of the message are larger than 8 MiB; it was not read.', {
      cause: error,
    });
  }
  return error;
}

function countBoundaryLines(bytes: Uint8Array): number {
  const latin = new TextDecoder('latin1');
  const boundaries = new Set<string>();
  let count = 0;
  for (let start = 0; start < bytes.byteLength; ) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.byteLength : feed;
    if (bytes[start] === 0x2d && bytes[start + 1] === 0x2d) {
      if (end - start < MAX_BOUNDARY_CHARS) {
        const line = latin.decode(bytes.subarray(start + 2, end)).trimEnd();
        if (boundaries.has(line) || (line.endsWith('--') && boundaries.has(line.slice(0, -2)))) count += 1;
      }
    } else if (boundaries.size < 10_000 && hasBoundaryWord(bytes, start, end)) {
      const line = latin.decode(bytes.subarray(start, Math.min(end, start + 2000)));
      const named = /boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(line);
      const boundary = named?.[1] ?? named?.[2];
      if (boundary !== undefined) boundaries.add(boundary.trimEnd());
    }
    start = end + 1;
  }
  return count;
}

/** Looks for the `=` first, which base64 has at its end only, and no further than the line: most have none. */
function hasBoundaryWord(bytes: Uint8Array, start: number, end: number): boolean {
  const line = bytes.subarray(start, end);
  for (let at = line.indexOf(0x3d); at >= 0; at = line.indexOf(0x3d, at + 1)) {
    let before = at - 1;
    while (before > 0 && (line[before] === 0x20 || line[before] === 0x09)) before -= 1;
    // "boundary", by its last and first letters.
    if (((line[before] ?? 0) | 0x20) === 0x79 && ((line[before - 7] ?? 0) | 0x20) === 0x62) return true;
  }
  return false;
}
