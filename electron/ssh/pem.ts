/** Base64 between two lines, as OpenSSH writes keys and signatures. */

/** As ssh-keygen breaks its lines. */
const LINE_CHARACTERS = 70;
/** Ten times the largest key there is; what is larger is something else. */
const MOST_CHARACTERS = 64 * 1024;

export function writePem(label: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(new RegExp(`.{1,${LINE_CHARACTERS}}`, 'g')) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** The bytes, or null for what is no such text. Lines may have other lengths and ends, as other programs write them. */
export function readPem(label: string, text: string): Uint8Array | null {
  if (text.length > MOST_CHARACTERS) return null;
  const form = new RegExp(`^\\s*-----BEGIN ${label}-----\\n([A-Za-z0-9+/=\\n]+)\\n-----END ${label}-----[ \\n]*$`);
  const body = form.exec(text.replaceAll('\r\n', '\n'))?.[1];
  return body === undefined ? null : decodeBase64(body.replaceAll('\n', ''));
}

/** Base64 in its one right way to be written; null for any other text. */
export function decodeBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length > 0 && bytes.toString('base64') === text ? bytes : null;
}
