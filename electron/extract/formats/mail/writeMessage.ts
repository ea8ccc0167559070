/** Writes a message as mail programs exchange it (RFC 5322, MIME), out of a store that keeps only its pieces. */

export interface MessageToWrite {
  headers: [name: string, value: string][];
  plain: string;
  html: string;
  attachments: { name: string; mediaType: string; contentId?: string; bytes: Uint8Array }[];
}

/** Bodies are in base64, where no line can look like a boundary. */
const OUTER = '----=_outer';
const INNER = '----=_inner';
const LINE_CHARS = 76;
/** A multiple of three. */
const STEP_BYTES = 57 * 512;
const OWN_HEADERS = /^(?:content-[a-z-]+|mime-version)$/i;

export function writeMessage({ headers, plain, html, attachments }: MessageToWrite): Uint8Array {
  const lines = headers
    .filter(([name]) => !OWN_HEADERS.test(name))
    .map(([name, value]) => `${name.replace(/[^\x21-\x39\x3b-\x7e]/g, '')}: ${oneLine(value)}`);
  lines.push('MIME-Version: 1.0', `Content-Type: multipart/mixed; boundary="${OUTER}"`, '', `--${OUTER}`);
  lines.push(`Content-Type: multipart/alternative; boundary="${INNER}"`, '');
  const encoder = new TextEncoder();
  if (plain !== '' || html === '') lines.push(...part(INNER, 'text/plain; charset=utf-8', encoder.encode(plain)));
  if (html !== '') lines.push(...part(INNER, 'text/html; charset=utf-8', encoder.encode(html)));
  lines.push(`--${INNER}--`);
  for (const { name, mediaType, contentId, bytes } of attachments) {
    const type = /^[a-z0-9.+-]+\/[a-z0-9.+_-]+$/i.test(mediaType) ? mediaType : 'application/octet-stream';
    const more = [
      `Content-Disposition: ${contentId === undefined ? 'attachment' : 'inline'}; filename="${quoted(name)}"`,
    ];
    if (contentId !== undefined) more.push(`Content-ID: <${oneLine(contentId).replace(/[<>]/g, '')}>`);
    lines.push(...part(OUTER, type, bytes, more));
  }
  lines.push(`--${OUTER}--`, '');
  return encoder.encode(lines.join('\r\n'));
}

function part(boundary: string, type: string, bytes: Uint8Array, more: string[] = []): string[] {
  return [
    `--${boundary}`,
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
    ...more,
    '',
    ...base64Lines(bytes),
  ];
}

function base64Lines(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  for (let at = 0; at < bytes.byteLength; at += STEP_BYTES) {
    const text = btoa(String.fromCharCode(...bytes.subarray(at, at + STEP_BYTES)));
    for (let from = 0; from < text.length; from += LINE_CHARS) lines.push(text.slice(from, from + LINE_CHARS));
  }
  return lines;
}

function oneLine(value: string): string {
  return value.replace(/[\r\n\0]+\s*/g, ' ').trim();
}

function quoted(name: string): string {
  return oneLine(name).replace(/["\\]/g, '-');
}
