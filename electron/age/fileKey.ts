/** The key of one file: taken out of a header with the keys at hand, or made and wrapped for whom it is sealed. */
import { hkdfSync, randomBytes } from 'node:crypto';
import { Decrypter, Encrypter } from 'age-encryption';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { TAG_BYTES } from './aead.ts';
import { kindsOf } from './ageHeader.ts';
import type { HeaderStanza, SealedHeader } from './headerText.ts';
import { encrypterTo } from './recipients.ts';
import { passphraseIdentity, passphraseRecipient } from './scryptStanza.ts';

export interface OpenKeys {
  identities?: readonly string[];
  passphrase?: string;
}

export type SealTo = { recipients: readonly string[] } | { passphrase: string };

export const PAYLOAD_NONCE_BYTES = 16;
const PAYLOAD_KEY_BYTES = 32;

/** Throws for a header that is damaged, or that no key opens. */
export async function unwrapFileKey(header: SealedHeader, keys: OpenKeys, name: string): Promise<Uint8Array> {
  const { scrypt } = kindsOf(header.stanzas);
  if (scrypt && header.stanzas.length > 1) {
    // Else somebody who knows the passphrase could pass for somebody who was sent the file.
    throw damaged(name, 'a passphrase and another key stand in one header');
  }
  const decrypter = new Decrypter();
  for (const identity of keys.identities ?? []) addIdentity(decrypter, identity);
  if (keys.passphrase !== undefined) decrypter.addIdentity(passphraseIdentity(keys.passphrase, name));
  // Asked last, so it learns that no key before it fitted.
  let noneFits = false;
  decrypter.addIdentity({
    unwrapFileKey: () => {
      noneFits = true;
      return null;
    },
  });
  try {
    return await decrypter.decryptHeader(header.bytes);
  } catch (error) {
    if (error instanceof ProbatumError) throw error;
    throw noneFits ? explainNoKey(header.stanzas, keys, name) : explainBroken(error, name);
  }
}

function addIdentity(decrypter: Decrypter, identity: string): void {
  try {
    decrypter.addIdentity(identity.trim());
  } catch {
    // Without the cause: it could carry the secret.
    const problem = 'one of the secret keys is not a key of age';
    throw new ProbatumError('invalid-input', { operation: 'open an age file', problem });
  }
}

function explainNoKey(stanzas: readonly HeaderStanza[], keys: OpenKeys, name: string): ProbatumError {
  const { x25519, hybrid, scrypt, others } = kindsOf(stanzas);
  if (scrypt) {
    return keys.passphrase === undefined
      ? new ProbatumError('age-passphrase-needed', { name })
      : new ProbatumError('age-wrong-passphrase', { name });
  }
  const sealedTo = [
    ...(x25519 > 0 ? [counted(x25519, 'key')] : []),
    ...(hybrid > 0 ? [counted(hybrid, 'hybrid (post-quantum) key')] : []),
    ...(others.length > 0 ? [`keys of a kind that this app does not know (${others.join(', ').slice(0, 80)})`] : []),
  ].join(' and ');
  return new ProbatumError('age-wrong-key', { name, sealedTo: sealedTo || 'nobody' });
}

function counted(count: number, what: string): string {
  return count === 1 ? `one ${what}` : `${count} ${what}s`;
}

/** The header was read as text before; what fails now is a key of it that cannot be, or the seal over all of it. */
function explainBroken(error: unknown, name: string): ProbatumError {
  const seal = error instanceof Error && error.message === 'invalid header HMAC';
  return seal
    ? new ProbatumError('age-damaged', { name, part: 'seal', problem: 'its header is not the one that was sealed' })
    : damaged(name, 'a key in its header is not as age writes it');
}

function damaged(name: string, problem: string): ProbatumError {
  return new ProbatumError('age-damaged', { name, part: 'header', problem });
}

export interface WrittenHeader {
  bytes: Uint8Array;
  fileKey: Uint8Array;
}

/** A new file key, and the header that holds it for each recipient. */
export async function writeHeader(to: SealTo): Promise<WrittenHeader> {
  const encrypter = 'passphrase' in to ? encrypterWith(to.passphrase) : encrypterTo(to.recipients);
  let fileKey: Uint8Array | undefined;
  encrypter.addRecipient({
    // The library makes the file key; one more recipient, who writes no stanza, learns it.
    wrapFileKey: made => {
      fileKey = made.slice();
      return [];
    },
  });
  const emptyFile = await encrypter.encrypt(new Uint8Array(0));
  if (!fileKey) throw new Error('age-encryption did not ask each recipient');
  return { bytes: emptyFile.subarray(0, emptyFile.length - PAYLOAD_NONCE_BYTES - TAG_BYTES), fileKey };
}

function encrypterWith(passphrase: string): Encrypter {
  if (passphrase === '') throw new ProbatumError('passphrase-weak', { problem: 'it is empty' });
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(passphrase));
  return encrypter;
}

export function newPayloadNonce(): Uint8Array {
  return randomBytes(PAYLOAD_NONCE_BYTES);
}

export function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', PAYLOAD_KEY_BYTES));
}
