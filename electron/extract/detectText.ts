/** Tells text from binary, and the kinds of text from each other: mail, HTML, RTF, XML, JSON, tables, plain. */
import type { DetectedType } from '../../shared/domain/extraction.ts';
import { decodeUnicode, findUnicode } from './text/unicodeForm.ts';

const PLAIN: DetectedType = { mediaType: 'text/plain', suffixHint: 'txt' };
const HTML: DetectedType = { mediaType: 'text/html', suffixHint: 'html' };
const MAIL: DetectedType = { mediaType: 'message/rfc822', suffixHint: 'eml' };

const MAIL_HEADERS = new Set([
  'from',
  'to',
  'cc',
  'bcc',
  'date',
  'subject',
  'message-id',
  'received',
  'return-path',
  'reply-to',
  'sender',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'delivered-to',
  'in-reply-to',
  'references',
  'dkim-signature',
  'x-mailer',
  'content-disposition',
  'content-id',
  'x-original-to',
  'authentication-results',
  'thread-topic',
]);
const MAIL_SUFFIXES = new Set(['eml', 'mht', 'mhtml']);
const HTML_SUFFIXES = new Set(['html', 'htm', 'xhtml', 'shtml']);

/** Null: not text. `cut` tells that the document goes on after these bytes. */
export function detectTextKind(head: Uint8Array, cut: boolean, suffix: string): DetectedType | null {
  const unicode = findUnicode(head, cut);
  if (unicode === null && looksBinary(head)) return null;
  // Markup and header names are ASCII in every encoding that matters here, so Latin-1 will do for the rest.
  const text = unicode === null ? new TextDecoder('latin1').decode(head) : decodeUnicode(head, unicode.label);
  const start = text.trimStart().slice(0, 4096);
  if (start.startsWith('{\\rtf')) return { mediaType: 'application/rtf', suffixHint: 'rtf' };
  if (start.startsWith('%!PS')) return { mediaType: 'application/postscript', suffixHint: 'ps' };
  const mail = detectMail(text, suffix);
  if (mail !== null) return mail;
  return detectMarkup(start, text, suffix) ?? plainBySuffix(start, suffix);
}

/**
 * Text in any 8-bit or multi-byte encoding has next to no control characters: tab, line ends, form feed and escape
 * and shifts (ISO-2022) apart. NUL never occurs in them.
 */
function looksBinary(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (
      byte < 0x20 &&
      byte !== 9 &&
      byte !== 10 &&
      byte !== 13 &&
      byte !== 12 &&
      byte !== 0x0e &&
      byte !== 0x0f &&
      byte !== 0x1b &&
      byte !== 0x1a &&
      byte !== 8
    )
      controls += 1;
  }
  return controls > 3 + head.length / 500;
}

function detectMail(text: string, suffix: string): DetectedType | null {
  const known = new Set<string>();
  let lines = 0;
  let strange = 0;
  for (const line of text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .split(/\r?\n|\r/, 300)) {
    if (line.trim() === '') break;
    lines += 1;
    if (lines === 1 && /^>?From \S/.test(line)) continue;
    if (lines > 1 && /^[ \t]/.test(line)) continue;
    const name = /^([A-Za-z][A-Za-z0-9-]*)[ \t]*:/.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) strange += 1;
    else if (MAIL_HEADERS.has(name)) known.add(name);
  }
  const claimed = MAIL_SUFFIXES.has(suffix);
  if (/^From \S+@?\S* .*\d{2}:\d{2}/.test(text) && /\n\r?\nFrom \S+@?\S* .*\d{2}:\d{2}/.test(text) && !claimed) {
    return { mediaType: 'application/mbox', suffixHint: 'mbox' };
  }
  const enough = claimed ? known.size >= 1 && strange <= lines / 2 : known.size >= 3 && strange === 0;
  if (!enough) return null;
  const related = /^content-type:\s*multipart\/related/im.test(text) && /^snapshot-content-location:/im.test(text);
  return related ? { mediaType: 'multipart/related', suffixHint: 'mhtml' } : MAIL;
}

function detectMarkup(start: string, text: string, suffix: string): DetectedType | null {
  const afterComments = start.replace(/^(?:<!--[\s\S]*?-->\s*)+/, '');
  if (/^<!doctype\s+html\b|^<html\b/i.test(afterComments)) return HTML;
  if (/^<\?xml\b/i.test(start)) {
    const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/.exec(text.replace(/<!--[\s\S]*?-->/g, ''))?.[1]?.toLowerCase();
    if (root === 'html') return { mediaType: 'application/xhtml+xml', suffixHint: 'xhtml' };
    if (root === 'svg') return { mediaType: 'image/svg+xml', suffixHint: 'svg' };
    return { mediaType: 'application/xml', suffixHint: 'xml' };
  }
  if (HTML_SUFFIXES.has(suffix) && /<[a-z!][^>]*>/i.test(text)) return HTML;
  if (
    /^<(?:head|body|title|meta|table|div|p|h1|script|style|font|center|a)\b[^>]*>/i.test(afterComments) &&
    /<\/\w+>/.test(text)
  )
    return HTML;
  return null;
}

function plainBySuffix(start: string, suffix: string): DetectedType {
  if (suffix === 'csv') return { mediaType: 'text/csv', suffixHint: 'csv' };
  if (suffix === 'tsv') return { mediaType: 'text/tab-separated-values', suffixHint: 'tsv' };
  if (/^[[{]/.test(start) && ['json', 'geojson', 'jsonl', 'ndjson', 'ftm'].includes(suffix))
    return { mediaType: 'application/json', suffixHint: 'json' };
  if (suffix === 'xml' && start.startsWith('<')) return { mediaType: 'application/xml', suffixHint: 'xml' };
  return PLAIN;
}
