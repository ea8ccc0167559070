/** Header lines as WARC and HTTP have them, up to the empty line; bounded, whatever is sent. */
import type { ByteQueue } from './byteQueue.ts';

const MAX_LINE_BYTES = 64 * 1024;
const MAX_LINES = 1000;

/** By lower-case name; the first of each name counts. */
export async function readHeaderLines(queue: Pick<ByteQueue, 'line'>): Promise<Map<string, string>> {
  const headers = new Map<string, string>();
  let last = '';
  for (let count = 0; count < MAX_LINES; count += 1) {
    const bytes = await queue.line(MAX_LINE_BYTES);
    if (bytes === null || bytes.byteLength === 0) break;
    const line = new TextDecoder().decode(bytes);
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line) && last !== '') headers.set(last, `${headers.get(last)} ${line.trim()}`);
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      if (!headers.has(last)) headers.set(last, line.slice(colon + 1).trim());
    }
  }
  return headers;
}
