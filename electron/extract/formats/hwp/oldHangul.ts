/** Hangul documents before version 5: recognised, and described by the summary that stands before their text. */
import { viewOf } from '../../cfbSectors.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ExtractContext, ExtractorResult } from '../../extractor.ts';
import { decodeJohab } from '../../text/oldEncodings.ts';

const SIGNATURE = 'HWP Document File V';
const SIGNATURE_BYTES = 30;
const SETTINGS_BYTES = 128;
/** Nine texts of 56 characters of two bytes each. */
const SUMMARY = ['title', 'subject', 'author', 'created', 'keywords', 'keywords2', 'note1', 'note2', 'note3'];
const SUMMARY_TEXT_BYTES = 112;
const PASSWORD_AT = SIGNATURE_BYTES + 96;

export function isOldHangul(head: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(head.subarray(0, SIGNATURE.length)) === SIGNATURE;
}

export async function readOldHangul({
  source,
  warn,
}: ExtractContext): Promise<Pick<ExtractorResult, 'title' | 'metadata'>> {
  const start = SIGNATURE_BYTES + SETTINGS_BYTES;
  const head = await source.read(0, start + SUMMARY.length * SUMMARY_TEXT_BYTES);
  const version = /V(\d+\.\d+)/.exec(new TextDecoder('latin1').decode(head.subarray(0, SIGNATURE_BYTES)))?.[1] ?? '';
  if (!version.startsWith('3')) {
    throw new ExtractionFailure(
      'unsupported-type',
      `Text is not read from Hangul documents of version ${version || 'before 3'} yet; the bytes are kept.`,
    );
  }
  const isProtected = head.byteLength >= PASSWORD_AT + 2 && viewOf(head).getUint16(PASSWORD_AT, true) !== 0;
  warn(
    isProtected
      ? 'The document is protected, and of an old version of Hangul from which text is not read yet. Shown is what its summary says.'
      : 'Text is not read from documents of this old version of Hangul yet. Shown is what its summary says.',
  );
  const texts = SUMMARY.map((name, index): [string, string] => {
    const from = start + index * SUMMARY_TEXT_BYTES;
    return [name, decodeCharacters(head.subarray(from, from + SUMMARY_TEXT_BYTES))];
  });
  const { title, ...metadata } = Object.fromEntries(texts);
  return { title, metadata: { ...metadata, formatVersion: version } };
}

/** Two bytes a character: ASCII, Johab for Hangul syllables, and a set of signs of its own, which is not known here. */
function decodeCharacters(bytes: Uint8Array): string {
  const view = viewOf(bytes);
  let text = '';
  for (let at = 0; at + 2 <= bytes.byteLength; at += 2) {
    const code = view.getUint16(at, true);
    if (code === 0) break;
    if (code < 0x80) text += String.fromCharCode(code);
    else text += code >= 0x8000 ? decodeJohab(Uint8Array.of(code >> 8, code & 255)) : '\uFFFD';
  }
  return text.trim();
}
