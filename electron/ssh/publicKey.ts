/** An Ed25519 public key as the one line that OpenSSH writes: `ssh-ed25519 AAAA… comment`. */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { decodeBase64 } from './pem.ts';
import { WireReader, wireString } from './wire.ts';

export const ED25519 = 'ssh-ed25519';
const POINT_BYTES = 32;
/** SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410). */
const SPKI_START = Buffer.from('302a300506032b6570032100', 'hex');

export function publicKeyBlob(point: Uint8Array): Buffer {
  return Buffer.concat([wireString(ED25519), wireString(point)]);
}

/** `comment` is for people; a line feed in it would begin a second key. */
export function publicKeyLine(blob: Uint8Array, comment = ''): string {
  return [ED25519, Buffer.from(blob).toString('base64'), plainComment(comment)].filter(Boolean).join(' ');
}

export function plainComment(comment: string): string {
  return comment.replace(/[\s\p{C}]+/gu, ' ').trim();
}

/** The key's bytes in SSH form; throws a sentence for what is no such line. */
export function readPublicKey(line: string): Uint8Array {
  const [kind = '', base64 = ''] = line.trim().split(/\s+/, 2);
  if (/[\r\n]/.test(line.trim())) throw unfit('There is more than one line, and a public key is one.');
  if (/^(ssh|ecdsa|sk)-/.test(kind) && kind !== ED25519) {
    throw unfit(`This is an OpenSSH key of the kind ${kind.slice(0, 40)}; here they are of the kind ${ED25519}.`);
  }
  const blob = kind === ED25519 ? decodeBase64(base64) : null;
  if (!blob || pointOf(blob) === null) throw unfit(`This is not a public key: one line that begins with ${ED25519}.`);
  return blob;
}

export function isSigningPublicKey(text: string): boolean {
  try {
    readPublicKey(text);
    return true;
  } catch {
    return false;
  }
}

/** `SHA256:…`, as `ssh-keygen -lf` prints it. */
export function fingerprintOf(publicKey: string): string {
  return fingerprintOfBlob(readPublicKey(publicKey));
}

export function fingerprintOfBlob(blob: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}

/** The 32 bytes of the key inside its SSH form, or null for another kind of key, or none. */
export function pointOf(blob: Uint8Array): Uint8Array | null {
  try {
    const reader = new WireReader(blob);
    const [kind, point] = [reader.text(), reader.string()];
    reader.expectEnd();
    return kind === ED25519 && point.length === POINT_BYTES ? point : null;
  } catch {
    return null;
  }
}

export function keyObjectOf(point: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_START, point]), format: 'der', type: 'spki' });
}

function unfit(problem: string): ProbatumError {
  return new ProbatumError('ssh-key-unfit', { problem });
}
