/**
 * A text that people read, and behind it an SSHSIG signature of exactly that text. Cut at the line that begins the signature,
 * it is what `ssh-keygen -Y verify` takes.
 */
const begin = '-----BEGIN SSH SIGNATURE-----';
const end = '-----END SSH SIGNATURE-----';

/** Longer than any that we write; what is larger is something else. */
export const longestSignedText = 64 * 1024;

export function joinSigned(text: string, signature: string): string {
  return `${text}${signature.trim()}\n`;
}

export interface SignedText {
  text: string;
  /** Null where none follows. */
  signature: string | null;
}

/** Line ends and a byte order mark are put back as they were signed: mail and editors change both. */
export function splitSigned(untrustedText: string): SignedText {
  const whole = untrustedText.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const from = whole.indexOf(`${begin}\n`);
  if (from < 0) return { text: `${whole.trimEnd()}\n`, signature: null };
  const text = whole.slice(0, from).replace(/^\s+/, '');
  const to = whole.indexOf(end, from);
  return { text, signature: to < 0 ? null : `${whole.slice(from, to + end.length)}\n` };
}

/**
 * The `Key: value` lines under a heading, up to the first empty line. Null where the heading is another or a line is no such
 * line; a key that comes twice keeps neither, so that no reader can take another one than we do.
 */
export function readFields(text: string, heading: string): Map<string, string> | null {
  const [first, ...lines] = text.split('\n');
  if (first !== heading) return null;
  const fields = new Map<string, string>();
  for (const line of lines) {
    if (line === '') return fields;
    const colon = line.indexOf(': ');
    const key = colon < 0 ? line.replace(/:$/, '') : line.slice(0, colon);
    if (fields.has(key) || !line.includes(':')) return null;
    fields.set(key, colon < 0 ? '' : line.slice(colon + 2));
  }
  return fields;
}

export function writeFields(heading: string, fields: readonly (readonly [string, string])[]): string {
  return `${[heading, ...fields.map(([key, value]) => (value === '' ? `${key}:` : `${key}: ${value}`))].join('\n')}\n`;
}
