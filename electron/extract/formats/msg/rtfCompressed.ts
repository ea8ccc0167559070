/** Undoes the compression of RTF bodies ([MS-OXRTFCP]): a window of 4 KiB that begins with common words of RTF. */
import { viewOf } from '../../cfbSectors.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';

const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const HEADER_BYTES = 16;
const WINDOW_BYTES = 4096;
/** A reference of two bytes makes seventeen at most. */
const MAX_RATIO = 9;

const FIRST_WORDS =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor ' +
  'MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par ' +
  '\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

/** @throws ExtractionFailure */
export function decompressRtf(packed: Uint8Array): Uint8Array {
  if (packed.byteLength < HEADER_BYTES) throw damaged();
  const view = viewOf(packed);
  const kind = view.getUint32(8, true);
  const body = packed.subarray(HEADER_BYTES);
  const stated = view.getUint32(4, true);
  if (kind === UNCOMPRESSED) return body.subarray(0, stated);
  if (kind !== COMPRESSED) throw damaged();
  return inflate(body, stated);
}

function inflate(packed: Uint8Array, stated: number): Uint8Array {
  const out = new Uint8Array(Math.min(stated, packed.byteLength * MAX_RATIO));
  const window = new Uint8Array(WINDOW_BYTES);
  new TextEncoder().encodeInto(FIRST_WORDS, window);
  let write = FIRST_WORDS.length;
  let length = 0;
  let at = 0;
  const put = (byte: number) => {
    if (length < out.byteLength) out[length] = byte;
    length += 1;
    window[write] = byte;
    write = (write + 1) % WINDOW_BYTES;
  };
  while (at < packed.byteLength && length < out.byteLength) {
    const control = packed[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < packed.byteLength; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(packed[at] ?? 0);
        at += 1;
        continue;
      }
      const reference = ((packed[at] ?? 0) << 8) | (packed[at + 1] ?? 0);
      at += 2;
      const offset = reference >> 4;
      // A reference to the place that is written next marks the end.
      if (offset === write) return out.subarray(0, Math.min(length, out.byteLength));
      for (let index = 0; index < (reference & 15) + 2; index += 1) put(window[(offset + index) % WINDOW_BYTES] ?? 0);
    }
  }
  return out.subarray(0, Math.min(length, out.byteLength));
}

function damaged(): ExtractionFailure {
  return new ExtractionFailure('unreadable', 'The RTF body of the message is damaged.');
}
