/**
 * Finds the encoding of text: byte order mark, valid UTF-8, what the document declares, else a guess by statistics that
 * is shown as one. Decodes as a stream, so that a long text is never one string.
 */
import { detect } from 'jschardet';
import { ExtractionFailure } from '../extractionFailure.ts';
import { CODE_PAGES } from './codePages.ts';
import { decodeEucShift, decodeHz, decodeJohab, decodeTable, decodeUtf7 } from './oldEncodings.ts';
import { decodeUnicode, findUnicode, isUtf8, type UnicodeForm } from './unicodeForm.ts';

export interface Encoding {
  /** As shown to the person. */
  name: string;
  decode(bytes: Uint8Array): Generator<string>;
  /** A sentence where the text may be wrong because of it. */
  warning?: string;
}

/** Statistics need no more than this; it takes about 20 ms. */
const GUESS_BYTES = 200_000;
const DECODE_STEP_BYTES = 1024 * 1024;
const CONFIDENT = 0.5;
const SEVEN_BIT = /^(utf-7|hz-gb-2312|iso-2022-.*)$/i;

/** Names of the detector, where they differ from the WHATWG label or the label is narrower than what is meant. */
const LABELS: Record<string, string> = {
  ascii: 'utf-8',
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  'euc-kr': 'euc-kr',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  cp874: 'windows-874',
  'tis-620': 'windows-874',
  maccyrillic: 'x-mac-cyrillic',
  'mac-cyrillic': 'x-mac-cyrillic',
  macroman: 'macintosh',
  'mac-roman': 'macintosh',
  cp866: 'ibm866',
  'euc-jis-2004': 'euc-jp',
  'shift-jis-2004': 'shift_jis',
  'iso2022-jp-2': 'iso-2022-jp',
  'iso2022-jp-2004': 'iso-2022-jp',
  'iso2022-jp-ext': 'iso-2022-jp',
  big5hkscs: 'big5',
  ks_c_5601: 'euc-kr',
  'ks-c-5601-1987': 'euc-kr',
  cp936: 'gb18030',
  cp950: 'big5',
};

/**
 * @param declared what the document says of itself; believed where the bytes bear it out
 * @param chosen what a person says; believed. @throws ExtractionFailure where nobody knows it
 */
export function findEncoding(bytes: Uint8Array, declared?: string, chosen?: string): Encoding {
  if (chosen !== undefined) return chosenEncoding(chosen);
  const unicode = findUnicode(bytes.subarray(0, GUESS_BYTES), bytes.byteLength > GUESS_BYTES);
  if (unicode !== null && (unicode.label !== 'utf-8' || unicode.markBytes > 0)) return unicodeEncoding(unicode);
  const named = declared === undefined ? null : namedEncoding(declared);
  // These are made of ASCII bytes alone, so that they pass for UTF-8.
  if (named !== null && SEVEN_BIT.test(named.name)) return named;
  if (hasEscapes(bytes)) return guessEncoding(bytes);
  // What is valid UTF-8 and not plain ASCII is UTF-8, whatever it declares: no other encoding's text looks so by chance.
  if (isUtf8(bytes, false)) return unicodeEncoding({ label: 'utf-8', markBytes: 0 });
  if (named !== null && named.name !== 'utf-8') return named;
  return guessEncoding(bytes);
}

function chosenEncoding(chosen: string): Encoding {
  const encoding = namedEncoding(chosen);
  if (encoding !== null) return encoding;
  throw new ExtractionFailure('unreadable', `“${chosen}” is not an encoding that is known here. Choose another.`);
}

/** Null where the label is unknown. */
export function namedEncoding(label: string): Encoding | null {
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  const key = name.replaceAll('_', '-');
  if (key === 'iso-2022-kr' || key === 'iso2022-kr') return whole('ISO-2022-KR', bytes => decodeEucShift(bytes));
  if (key === 'utf-7' || key === 'unicode-1-1-utf-7') return whole('UTF-7', bytes => decodeUtf7(bytes));
  if (key === 'hz' || key === 'hz-gb-2312') return whole('HZ-GB-2312', bytes => decodeHz(bytes));
  if (key === 'johab' || key === 'cp1361') {
    return whole('Johab', bytes => decodeJohab(bytes));
  }
  const table = CODE_PAGES[key] ?? CODE_PAGES[key.replace(/^(ibm|cp)-?/, 'cp')];
  if (table !== undefined) return whole(key, bytes => decodeTable(bytes, table));
  if (key === 'utf-32' || key === 'utf-32le' || key === 'utf-32be')
    return unicodeEncoding({ label: key === 'utf-32be' ? key : 'utf-32le', markBytes: 0 });
  return (
    byTextDecoder(LABELS[name] ?? LABELS[key] ?? name) ??
    byTextDecoder(key.replace(/^iso8859/, 'iso-8859').replace(/^cp(125\d)$/, 'windows-$1'))
  );
}

function guessEncoding(bytes: Uint8Array): Encoding {
  const { encoding, confidence } = detect(bytes.subarray(0, GUESS_BYTES), { minimumThreshold: 0 });
  const found = encoding === null ? null : namedEncoding(encoding);
  const named = found === null || (found.name === 'utf-8' && !isUtf8(bytes, false)) ? fallback(bytes, found) : found;
  if (named.warning !== undefined) return named;
  return confidence >= CONFIDENT && found !== null
    ? named
    : { ...named, warning: `The text does not say how it is encoded; it was read as ${named.name}, which is a guess.` };
}

/** Nothing known fits: UTF-8 with a few broken bytes keeps the rest right, else every byte becomes some character. */
function fallback(bytes: Uint8Array, found: Encoding | null): Encoding {
  const encoding = found ?? byTextDecoder('windows-1252') ?? unicodeEncoding({ label: 'utf-8', markBytes: 0 });
  const name = found === null ? 'Windows-1252' : 'UTF-8 with broken bytes';
  return {
    ...encoding,
    name,
    warning: `The encoding of this text (${bytes.byteLength} bytes) is not certain; it was read as ${name}, and some characters may be wrong.`,
  };
}

function unicodeEncoding({ label, markBytes }: UnicodeForm): Encoding {
  if (label === 'utf-32le' || label === 'utf-32be')
    return whole(label, bytes => decodeUnicode(bytes.subarray(markBytes), label));
  return byTextDecoder(label) ?? whole(label, bytes => decodeUnicode(bytes, label));
}

function byTextDecoder(label: string): Encoding | null {
  try {
    const { encoding } = new TextDecoder(label);
    return { name: encoding, decode: bytes => decodeStream(bytes, label) };
  } catch {
    return null;
  }
}

function* decodeStream(bytes: Uint8Array, label: string): Generator<string> {
  const decoder = new TextDecoder(label);
  for (let at = 0; at < bytes.byteLength; at += DECODE_STEP_BYTES) {
    yield decoder.decode(bytes.subarray(at, at + DECODE_STEP_BYTES), { stream: true });
  }
  yield decoder.decode();
}

function whole(name: string, decode: (bytes: Uint8Array) => string): Encoding {
  return {
    name,
    *decode(bytes) {
      yield decode(bytes);
    },
  };
}

/** ISO-2022 and HZ are made of ASCII bytes, so that they pass for UTF-8. */
function hasEscapes(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, GUESS_BYTES);
  for (let at = head.indexOf(0x1b); at >= 0; at = head.indexOf(0x1b, at + 1)) {
    if (head[at + 1] === 0x24 || head[at + 1] === 0x28) return true;
  }
  for (let at = head.indexOf(0x7e); at >= 0; at = head.indexOf(0x7e, at + 1)) {
    if (head[at + 1] === 0x7b && head.indexOf(0x7d, at) > at + 3) return isHz(head, at);
  }
  return false;
}

function isHz(head: Uint8Array, at: number): boolean {
  const text = new TextDecoder('latin1').decode(head.subarray(at, at + 4096));
  return /^~\{(?:[\x21-\x77][\x21-\x7e])+~\}/.test(text);
}

export function decodeWhole(bytes: Uint8Array, declared?: string): { text: string; encoding: Encoding } {
  const encoding = findEncoding(bytes, declared);
  return { text: [...encoding.decode(bytes)].join(''), encoding };
}
