/** Tells text from binary, and the kinds of text from each other: mail, HTML, RTF, XML, JSON, tables, plain. */
import type { DetectedType } from '../../shared/domain/extraction.ts';
import { detectOfficeXml } from './detectOfficeXml.ts';
import { isSeparator } from './formats/mbox/mboxLines.ts';
import { decodeUnicode, findUnicode } from './text/unicodeForm.ts';

const PLAIN: DetectedType = { mediaType: 'text/plain', suffixHint: 'txt' };
const HTML: DetectedType = { mediaType: 'text/html', suffixHint: 'html' };
const KML: DetectedType = { mediaType: 'application/vnd.google-earth.kml+xml', suffixHint: 'kml' };
const GPX: DetectedType = { mediaType: 'application/gpx+xml', suffixHint: 'gpx' };
const GEOJSON: DetectedType = { mediaType: 'application/geo+json', suffixHint: 'geojson' };
const ENTITY_LINES: DetectedType = { mediaType: 'application/json+ftm', suffixHint: 'ftm.json' };
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
  if (/^BEGIN:VCARD\b/i.test(start)) return { mediaType: 'text/vcard', suffixHint: 'vcf' };
  if (/^BEGIN:VCALENDAR\b/i.test(start)) return { mediaType: 'text/calendar', suffixHint: 'ics' };
  const mail = detectMail(text, cut, suffix);
  if (mail !== null) return mail;
  return detectMarkup(start, text, suffix) ?? detectJson(start, text) ?? plainBySuffix(start, suffix);
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

function detectMail(text: string, cut: boolean, suffix: string): DetectedType | null {
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
  const mbox = detectMbox(text, cut, suffix);
  if (mbox !== null) return mbox;
  const enough = claimed ? known.size >= 1 && strange <= lines / 2 : known.size >= 3 && strange === 0;
  // Excel and Word write hardly any header before the pages that they save.
  const isOfficePage = strange === 0 && known.has('mime-version') && /^content-type:\s*multipart\/related/im.test(text);
  if (!enough && !(isOfficePage && isSavedPage(text, suffix))) return null;
  return isSavedPage(text, suffix) ? { mediaType: 'multipart/related', suffixHint: 'mhtml' } : MAIL;
}

/** A page saved with its pictures has the form of a message; browsers sign it as `From: <Saved by …>`. */
function isSavedPage(text: string, suffix: string): boolean {
  const head = text.slice(0, Math.max(0, text.search(/\r?\n\r?\n/)));
  if (/^snapshot-content-location:|^from:\s*"?<?saved by /im.test(head)) return true;
  if (suffix === 'mht' || suffix === 'mhtml') return true;
  return /^content-type:\s*multipart\/related/im.test(head) && !/^(?:to|cc|received|message-id):/im.test(head);
}

/** One message behind a `From ` line is a mailbox too where it goes on beyond the head, or is named so. */
function detectMbox(text: string, cut: boolean, suffix: string): DetectedType | null {
  if (suffix === 'eml' || !text.startsWith('From ')) return null;
  const separators = text.split('\n').filter(line => line.startsWith('From ') && isSeparator(line));
  const named = suffix === 'mbox' || suffix === 'mboxrd' || suffix === 'mbx';
  if (separators.length === 0 || (separators.length === 1 && !cut && !named)) return null;
  return isSeparator(text.slice(0, 1000).split('\n', 1)[0] ?? '')
    ? { mediaType: 'application/mbox', suffixHint: 'mbox' }
    : null;
}

function detectMarkup(start: string, text: string, suffix: string): DetectedType | null {
  const afterComments = start.replace(/^(?:<!--[\s\S]*?-->\s*)+/, '');
  if (/^<!doctype\s+html\b|^<html\b/i.test(afterComments)) return HTML;
  const officeXml = detectOfficeXml(text);
  if (officeXml !== null) return officeXml;
  if (/^<\?xml\b/i.test(start)) {
    const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/.exec(text.replace(/<!--[\s\S]*?-->/g, ''))?.[1]?.toLowerCase();
    if (root === 'html') return { mediaType: 'application/xhtml+xml', suffixHint: 'xhtml' };
    const flat =
      /\boffice:mimetype="(application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation|graphics))"/.exec(
        text,
      );
    if (root === 'document' && flat !== null)
      return { mediaType: `${flat[1]}-flat-xml`, suffixHint: `fod${flat[2]?.[0]}` };
    if (root === 'svg') return { mediaType: 'image/svg+xml', suffixHint: 'svg' };
    if (root === 'kml') return KML;
    if (root === 'gpx') return GPX;
    return { mediaType: 'application/xml', suffixHint: 'xml' };
  }
  if (/^<(?:\w+:)?kml\b/.test(afterComments)) return KML;
  if (/^<(?:\w+:)?gpx\b/.test(afterComments)) return GPX;
  if (HTML_SUFFIXES.has(suffix) && /<[a-z!][^>]*>/i.test(text)) return HTML;
  if (
    /^<(?:head|body|title|meta|table|div|p|h1|script|style|font|center|a)\b[^>]*>/i.test(afterComments) &&
    /<\/\w+>/.test(text)
  )
    return HTML;
  return null;
}

/** Maps and entities by what their objects hold; other JSON is text. */
function detectJson(start: string, text: string): DetectedType | null {
  if (!start.startsWith('{')) return null;
  const firstLine = start.split('\n', 1)[0] ?? '';
  // A STIX bundle on one line may hold entities in its extensions.
  const isBundle = /^\{\s*"type"\s*:\s*"bundle"/.test(firstLine);
  if (!isBundle && /"schema"\s*:\s*"[A-Z]\w+"/.test(firstLine) && /"properties"\s*:\s*\{/.test(firstLine))
    return ENTITY_LINES;
  const isMap =
    /"type"\s*:\s*"(?:FeatureCollection|Feature|(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection)"/;
  return isMap.test(text) && /"(?:features|geometry|coordinates|geometries)"\s*:/.test(text) ? GEOJSON : null;
}

function plainBySuffix(start: string, suffix: string): DetectedType {
  if (suffix === 'csv') return { mediaType: 'text/csv', suffixHint: 'csv' };
  if (suffix === 'tsv') return { mediaType: 'text/tab-separated-values', suffixHint: 'tsv' };
  if (/^[[{]/.test(start) && ['json', 'geojson', 'jsonl', 'ndjson', 'ftm'].includes(suffix))
    return { mediaType: 'application/json', suffixHint: 'json' };
  if (suffix === 'xml' && start.startsWith('<')) return { mediaType: 'application/xml', suffixHint: 'xml' };
  return PLAIN;
}
