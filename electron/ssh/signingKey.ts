/**
 * Ed25519 signing keys in OpenSSH form. The secret is the text of an OpenSSH private key file without a passphrase: it is
 * kept inside the vault, which is encrypted, and nowhere else.
 */
import { createPrivateKey, createPublicKey, type KeyObject, randomBytes } from 'node:crypto';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { readPem, writePem } from './pem.ts';
import { ED25519, plainComment, pointOf, publicKeyBlob, publicKeyLine } from './publicKey.ts';
import { WireReader, wireNumber, wireString } from './wire.ts';

export interface SigningKey {
  /** `ssh-ed25519 AAAA… comment` */
  publicKey: string;
  /** `-----BEGIN OPENSSH PRIVATE KEY-----` … */
  secret: string;
}

export interface ReadSecret {
  key: KeyObject;
  /** The public key in SSH form. */
  blob: Uint8Array;
  comment: string;
}

const LABEL = 'OPENSSH PRIVATE KEY';
const MAGIC = 'openssh-key-v1\0';
const SEED_BYTES = 32;
/** The private part is padded to the block of its cipher; without one, to 8. */
const BLOCK_BYTES = 8;
/** PKCS #8 of an Ed25519 key up to its seed (RFC 8410). */
const PKCS8_START = Buffer.from('302e020100300506032b657004220420', 'hex');

export function newSigningKey(comment: string): SigningKey {
  // Any 32 random bytes are an Ed25519 key.
  const seed = randomBytes(SEED_BYTES);
  const point = pointOfSeed(seed);
  const blob = publicKeyBlob(point);
  return { publicKey: publicKeyLine(blob, comment), secret: writeSecret(seed, point, comment) };
}

/** The public line of a secret key, with its comment. */
export function publicKeyOf(secret: string): string {
  const { blob, comment } = readSecret(secret);
  return publicKeyLine(blob, comment);
}

function writeSecret(seed: Uint8Array, point: Uint8Array, comment: string): string {
  const blob = publicKeyBlob(point);
  // Twice the same number: whoever decrypts with a wrong passphrase finds two.
  const check = randomBytes(4);
  const secret = wireString(Buffer.concat([seed, point]));
  const written = [check, check, wireString(ED25519), wireString(point), secret, wireString(plainComment(comment))];
  const unpadded = Buffer.concat(written);
  const padding = Buffer.from(
    Array.from({ length: (BLOCK_BYTES - (unpadded.length % BLOCK_BYTES)) % BLOCK_BYTES }, (_, index) => index + 1),
  );
  const head = [Buffer.from(MAGIC, 'latin1'), wireString('none'), wireString('none'), wireString(''), wireNumber(1)];
  return writePem(LABEL, Buffer.concat([...head, wireString(blob), wireString(Buffer.concat([unpadded, padding]))]));
}

/** Throws a sentence for what is no such key; the sentence holds nothing of the secret. */
export function readSecret(secret: string): ReadSecret {
  const bytes = readPem(LABEL, secret);
  if (!bytes) throw unfit('This is not an OpenSSH private key.');
  try {
    return parseSecret(bytes);
  } catch (error) {
    throw error instanceof ProbatumError ? error : unfit('This OpenSSH private key is damaged.');
  }
}

function parseSecret(bytes: Uint8Array): ReadSecret {
  const outer = new WireReader(bytes);
  outer.expect(MAGIC);
  const [cipher] = [outer.text(), outer.text(), outer.string()];
  if (cipher !== 'none') throw unfit('This OpenSSH private key is protected by a passphrase; take that off first.');
  if (outer.number() !== 1) throw unfit('There is more than one key in this file.');
  const blob = outer.string();
  const inner = new WireReader(outer.string());
  outer.expectEnd();
  const [check, again] = [inner.number(), inner.number()];
  const kind = inner.text();
  if (kind !== ED25519) throw unfit(`This is an OpenSSH key of the kind ${kind.slice(0, 40)}, not ${ED25519}.`);
  const [point, secret, comment] = [inner.string(), inner.string(), inner.text()];
  const padded = inner.rest().every((value, index) => value === index + 1);
  const seed = secret.subarray(0, SEED_BYTES);
  const whole =
    check === again &&
    padded &&
    secret.length === 2 * SEED_BYTES &&
    pointOf(blob)?.every((value, index) => value === point[index]) &&
    pointOfSeed(seed).every((value, index) => value === point[index] && value === secret[SEED_BYTES + index]);
  if (!whole) throw unfit('This OpenSSH private key is damaged.');
  return { key: keyOfSeed(seed), blob, comment };
}

function pointOfSeed(seed: Uint8Array): Uint8Array {
  const spki = createPublicKey(keyOfSeed(seed)).export({ format: 'der', type: 'spki' });
  return spki.subarray(spki.length - SEED_BYTES);
}

function keyOfSeed(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8_START, seed]), format: 'der', type: 'pkcs8' });
}

function unfit(problem: string): ProbatumError {
  return new ProbatumError('ssh-key-unfit', { problem });
}
