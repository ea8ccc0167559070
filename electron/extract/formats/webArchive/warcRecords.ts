/** The records of a web archive (WARC, ISO 28500), one after the other out of a stream. */
import { openBlockDigest } from './blockDigest.ts';
import type { ByteQueue } from './byteQueue.ts';
import type { Expanded } from './gunzipMembers.ts';
import { readHeaderLines } from './headerLines.ts';

export interface WarcRecord {
  /** By lower-case name. */
  headers: Map<string, string>;
  sizeBytes: number;
  /** To be taken before the next record is asked for; what is left of it is read past. */
  body: AsyncGenerator<Uint8Array>;
}

export interface WarcReader {
  records(): AsyncGenerator<WarcRecord>;
  /** How often something stood between records that belongs to none, as lengths that are too short leave it. */
  strayRuns(): number;
  /** Records that end before their stated length. */
  cutRecords(): number;
  /** Records whose bytes are not those that they state a digest of, and how many were right. */
  digests(): { wrong: number; right: number };
}

const VERSION = /^WARC\/[01]\.\d+\s*$/;
const MAX_LINE_BYTES = 64 * 1024;

export function openWarc(queue: ByteQueue): WarcReader {
  let stray = 0;
  let cut = 0;
  const digests = { wrong: 0, right: 0 };

  async function* records(): AsyncGenerator<WarcRecord> {
    for (;;) {
      if (!(await findStart())) return;
      const headers = await readHeaderLines(queue);
      const stated = headers.get('content-length') ?? '';
      const sizeBytes = /^\d{1,15}$/.test(stated) ? Number(stated) : 0;
      let left = sizeBytes;
      const digest = openBlockDigest(headers.get('warc-block-digest'));
      async function* body(): AsyncGenerator<Uint8Array> {
        while (left > 0) {
          const bytes = await queue.some(left, startsRecord);
          if (bytes === null) return;
          left -= bytes.byteLength;
          digest.add(bytes);
          yield bytes;
        }
      }
      yield { headers, sizeBytes, body: body() };
      // What nobody took. The generator may have been closed by its taker, so another one goes on.
      for await (const _ of body());
      if (left > 0) cut += 1;
      const verdict = left > 0 ? 'not stated' : digest.verdict();
      if (verdict !== 'not stated') digests[verdict] += 1;
    }
  }

  async function findStart(): Promise<boolean> {
    let isStray = false;
    for (let line = await queue.line(MAX_LINE_BYTES); line !== null; line = await queue.line(MAX_LINE_BYTES)) {
      if (line.byteLength <= 16 && VERSION.test(latin(line))) return true;
      if (line.byteLength > 0 && !isStray) {
        isStray = true;
        stray += 1;
      }
    }
    return false;
  }

  return { records, strayRuns: () => stray, cutRecords: () => cut, digests: () => digests };
}

/** In a compressed archive a record that claims to be longer than it is ends where the next one begins. */
function startsRecord({ bytes, isStart }: Expanded): boolean {
  return isStart && VERSION.test(latin(bytes.subarray(0, 12)).split('\n', 1)[0]?.trimEnd() ?? '');
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
