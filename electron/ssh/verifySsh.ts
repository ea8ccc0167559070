/** Checks an SSHSIG signature, and says in words why one does not hold. */
import { createHash, verify } from 'node:crypto';
import { readPem } from './pem.ts';
import { ED25519, fingerprintOfBlob, keyObjectOf, pointOf, publicKeyLine, readPublicKey } from './publicKey.ts';
import { digestOf, HASH, MAGIC, SIGNATURE_LABEL, type SshMessage, signedBytes, VERSION } from './signSsh.ts';
import { WireReader } from './wire.ts';

export type SshFailure = 'not-a-signature' | 'other-algorithm' | 'other-namespace' | 'other-key' | 'message-changed';

export type SshVerdict =
  | { ok: true; publicKey: string; fingerprint: string }
  /** The key is told where the signature names one that we know to read; it proves nothing then. */
  | { ok: false; reason: SshFailure; sentence: string; publicKey: string | null };

interface ReadSignature {
  blob: Buffer;
  namespace: Buffer;
  reserved: Buffer;
  hash: string;
  algorithm: string;
  signature: Buffer;
}

/**
 * Whether `signature` is one for this purpose over this message, by `publicKey` where one is given. Without it the answer
 * says only that whoever has the key it names signed this: whose key that is, the caller has to know.
 */
export function verifySsh(signature: string, namespace: string, message: SshMessage, publicKey?: string): SshVerdict {
  const expected = publicKey === undefined ? null : readPublicKey(publicKey);
  const read = readSignature(signature);
  if (!read)
    return refuse(
      'not-a-signature',
      'This is not an SSH signature, or it is damaged. Choose the file that came with what was signed.',
      null,
    );
  const point = pointOf(read.blob);
  if (!point || read.algorithm !== ED25519) {
    return refuse('other-algorithm', otherAlgorithm(kindOf(read.blob)), null);
  }
  const line = publicKeyLine(read.blob);
  const digest = digestBy(read.hash, message);
  if (!digest) return refuse('other-algorithm', otherAlgorithm(printable(read.hash)), line);
  const purpose = read.namespace.toString('utf8');
  if (purpose !== namespace) {
    const sentence = `This signature was made for another purpose (“${printable(purpose)}”, not “${namespace}”), so it says nothing about this.`;
    return refuse('other-namespace', sentence, line);
  }
  const fingerprint = fingerprintOfBlob(read.blob);
  if (expected && !read.blob.equals(expected)) {
    const sentence = `This signature names another key (${fingerprint}) than the one that was expected (${fingerprintOfBlob(expected)}).`;
    return refuse('other-key', sentence, line);
  }
  if (!fits(signedBytes(read, digest), point, read.signature)) {
    const sentence = 'This signature does not fit: what was signed, or the signature, was changed afterwards.';
    return refuse('message-changed', sentence, line);
  }
  return { ok: true, publicKey: line, fingerprint };
}

function readSignature(text: string): ReadSignature | null {
  const bytes = readPem(SIGNATURE_LABEL, text);
  if (!bytes) return null;
  try {
    const reader = new WireReader(bytes);
    reader.expect(MAGIC);
    if (reader.number() !== VERSION) return null;
    const [blob, namespace, reserved, hash] = [reader.string(), reader.string(), reader.string(), reader.text()];
    const inner = new WireReader(reader.string());
    reader.expectEnd();
    const [algorithm, signature] = [inner.text(), inner.string()];
    // Keys on a hardware token put more behind it; those are told as another algorithm.
    if (algorithm === ED25519) inner.expectEnd();
    return { blob, namespace, reserved, hash, algorithm, signature };
  } catch {
    return null;
  }
}

/** SHA-256 is allowed as well, where the bytes are at hand; null for what cannot be computed. */
function digestBy(hash: string, message: SshMessage): Uint8Array | null {
  if (hash === HASH) return digestOf(message);
  if (hash === 'sha256' && message instanceof Uint8Array) return createHash(hash).update(message).digest();
  return null;
}

function fits(signed: Uint8Array, point: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(null, signed, keyObjectOf(point), signature);
  } catch {
    // Bytes that are no point of the curve.
    return false;
  }
}

function kindOf(blob: Uint8Array): string {
  try {
    return printable(new WireReader(blob).text());
  } catch {
    return 'a key that cannot be read';
  }
}

function otherAlgorithm(found: string): string {
  return `This signature was made with ${found}; what can be checked here is Ed25519 with SHA-512. Check it with ssh-keygen -Y verify.`;
}

/** Text of a stranger's file, short and without control characters. */
function printable(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '�').slice(0, 60) || 'nothing';
}

function refuse(reason: SshFailure, sentence: string, publicKey: string | null): SshVerdict {
  return { ok: false, reason, sentence, publicKey };
}
