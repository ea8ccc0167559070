/** SSHSIG signatures, as `ssh-keygen -Y sign` makes them (openssh, PROTOCOL.sshsig). */
import { createHash, sign } from 'node:crypto';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { writePem } from './pem.ts';
import { ED25519 } from './publicKey.ts';
import { readSecret } from './signingKey.ts';
import { wireNumber, wireString } from './wire.ts';

/** What is signed: the bytes, or their SHA-512 where they are large and were read already. */
export type SshMessage = Uint8Array | { sha512: Uint8Array };

export const SIGNATURE_LABEL = 'SSH SIGNATURE';
export const MAGIC = 'SSHSIG';
export const VERSION = 1;
export const HASH = 'sha512';
const SHA512_BYTES = 64;

/** `namespace` says what is signed, so that a signature for one purpose cannot be shown for another. */
export function signSsh(secret: string, namespace: string, message: SshMessage): string {
  if (!/^[\w.@-]+$/.test(namespace)) {
    throw new ProbatumError('invalid-input', { operation: 'sign', problem: 'the namespace is not one word' });
  }
  const { key, blob } = readSecret(secret);
  const signature = sign(null, signedBytes({ namespace, reserved: '', hash: HASH }, digestOf(message)), key);
  return writePem(
    SIGNATURE_LABEL,
    Buffer.concat([
      Buffer.from(MAGIC),
      wireNumber(VERSION),
      wireString(blob),
      wireString(namespace),
      wireString(''),
      wireString(HASH),
      wireString(Buffer.concat([wireString(ED25519), wireString(signature)])),
    ]),
  );
}

/** The SHA-512 of a stream, to be signed or verified: one reading, flat memory. */
export async function digestMessage(content: AsyncIterable<Uint8Array>): Promise<{ sha512: Uint8Array }> {
  const hash = createHash(HASH);
  for await (const piece of content) hash.update(piece);
  return { sha512: hash.digest() };
}

export function digestOf(message: SshMessage): Uint8Array {
  if (message instanceof Uint8Array) return createHash(HASH).update(message).digest();
  if (message.sha512.length !== SHA512_BYTES) {
    throw new ProbatumError('invalid-input', { operation: 'sign or verify', problem: 'a SHA-512 has 64 bytes' });
  }
  return message.sha512;
}

export interface SignedFields {
  namespace: string | Uint8Array;
  reserved: string | Uint8Array;
  hash: string;
}

/** What the key signs: the purpose together with the digest. */
export function signedBytes({ namespace, reserved, hash }: SignedFields, digest: Uint8Array): Uint8Array {
  return Buffer.concat([
    Buffer.from(MAGIC),
    wireString(namespace),
    wireString(reserved),
    wireString(hash),
    wireString(digest),
  ]);
}
