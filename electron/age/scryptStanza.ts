/**
 * The stanza of a passphrase. The derivation is Node's own: it runs beside the event loop and twice as fast as in
 * JavaScript, where a second of it would hold up everything else.
 */
import { randomBytes, scrypt } from 'node:crypto';
import { type Identity, type Recipient, Stanza } from 'age-encryption';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { NONCE_BYTES, openInto, sealInto, TAG_BYTES } from './aead.ts';
import { decodeUnpadded, type HeaderStanza } from './headerText.ts';

const LABEL = 'age-encryption.org/v1/scrypt';
/** As the age program seals: 256 MB and about a second. */
const WORK_FACTOR = 18;
/** 1 GB and some seconds. A file from elsewhere must not take the memory of the whole machine. */
export const MOST_WORK_FACTOR = 20;
const BLOCK_SIZE = 8;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const FILE_KEY_BYTES = 16;
/** Each key is used once. */
const ZERO_NONCE = new Uint8Array(NONCE_BYTES);

export function passphraseRecipient(passphrase: string): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(SALT_BYTES);
      const body = new Uint8Array(FILE_KEY_BYTES + TAG_BYTES);
      sealInto(body, fileKey, ZERO_NONCE, await deriveKey(passphrase, salt, WORK_FACTOR));
      return [new Stanza(['scrypt', encodeUnpadded(salt), String(WORK_FACTOR)], body)];
    },
  };
}

export function passphraseIdentity(passphrase: string, name: string): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const stanza = stanzas.find(({ args }) => args[0] === 'scrypt');
      if (!stanza) return null;
      const { salt, workFactor } = parseStanza(stanza, name);
      const fileKey = new Uint8Array(FILE_KEY_BYTES);
      const key = await deriveKey(passphrase, salt, workFactor);
      return openInto(fileKey, stanza.body, ZERO_NONCE, key) ? fileKey : null;
    },
  };
}

function parseStanza({ args, body }: HeaderStanza, name: string): { salt: Uint8Array; workFactor: number } {
  const [, saltText = '', workText = ''] = args;
  const salt = decodeUnpadded(saltText);
  const fits = args.length === 3 && salt?.length === SALT_BYTES && /^[1-9]\d*$/.test(workText);
  if (!fits || body.length !== FILE_KEY_BYTES + TAG_BYTES) {
    const problem = 'what its header says about the passphrase is not as age writes it';
    throw new ProbatumError('age-damaged', { name, part: 'header', problem });
  }
  const workFactor = Number(workText);
  if (workFactor > MOST_WORK_FACTOR) {
    throw new ProbatumError('age-work-factor', { name, found: workFactor, most: MOST_WORK_FACTOR });
  }
  return { salt, workFactor };
}

function deriveKey(passphrase: string, salt: Uint8Array, workFactor: number): Promise<Uint8Array> {
  const cost = 2 ** workFactor;
  // What scrypt needs, and room for its own bookkeeping; Node refuses more than 32 MB unless told.
  const maxmem = 128 * BLOCK_SIZE * cost + 1024 * 1024;
  const labelled = Buffer.concat([Buffer.from(LABEL), salt]);
  return new Promise((resolve, reject) => {
    scrypt(passphrase, labelled, KEY_BYTES, { N: cost, r: BLOCK_SIZE, p: 1, maxmem }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

function encodeUnpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}
