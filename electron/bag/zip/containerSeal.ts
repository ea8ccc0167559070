/**
 * The seal of the container: the ZIP's comment holds the SHA-256 of every byte before it.
 *
 * Manifests cover the files, not what holds them: a bit changed in a timestamp, in a flag or in the padding behind a
 * compressed stream leaves every file as it was. With the seal no byte of the file can change unnoticed. It guards against
 * damage, not against a forger, who can reckon it anew; for that there is the digest that the sender tells by another way.
 */

const PREFIX = 'container-sha256:';
export const SEAL_BYTES = PREFIX.length + 64;

export function containerSeal(sha256: string): Buffer {
  return Buffer.from(`${PREFIX}${sha256}`, 'latin1');
}

/** The digest that a comment claims, or undefined where the comment is something else. */
export function readSeal(comment: Uint8Array): string | undefined {
  const text = Buffer.from(comment).toString('latin1');
  const match = /^container-sha256:([0-9a-f]{64})$/.exec(text);
  return match?.[1];
}
