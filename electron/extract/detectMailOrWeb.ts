/** Recognises web archives (WARC, also compressed), Outlook's folders (PST, OST) and its wrapped mail (TNEF) by content. */
import { Gunzip } from 'fflate';
import type { DetectedType } from '../../shared/domain/extraction.ts';

const TNEF = [0x78, 0x9f, 0x3e, 0x22];
const GZIP = [0x1f, 0x8b, 0x08];
/** Of a gzip member's beginning; enough for its header, whose names are short, and some text. */
const TRIED_BYTES = 4096;

export function detectMailOrWeb(head: Uint8Array): DetectedType | null {
  if (isWarc(head)) return { mediaType: 'application/warc', suffixHint: 'warc' };
  if (startsWith(head, GZIP) && isWarc(beginningOf(head)))
    return { mediaType: 'application/warc', suffixHint: 'warc.gz' };
  if (startsWith(head, TNEF)) return { mediaType: 'application/ms-tnef', suffixHint: 'dat' };
  if (latin(head.subarray(0, 4)) === '!BDN' && /^(?:SM|SO)$/.test(latin(head.subarray(8, 10)))) {
    return { mediaType: 'application/vnd.ms-outlook-pst', suffixHint: head[9] === 0x4f ? 'ost' : 'pst' };
  }
  return null;
}

function isWarc(bytes: Uint8Array): boolean {
  return /^WARC\/[01]\.\d+\r?\n/.test(latin(bytes.subarray(0, 16)));
}

function beginningOf(head: Uint8Array): Uint8Array {
  let first: Uint8Array = new Uint8Array(0);
  try {
    const gunzip = new Gunzip(piece => {
      if (first.byteLength < 16) first = piece;
    });
    gunzip.push(head.subarray(0, TRIED_BYTES));
  } catch {
    // What does not inflate is not one of ours.
  }
  return first;
}

function startsWith(head: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => head[at] === byte);
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
