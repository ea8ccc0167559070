/** For whom a file is sealed, checked before anything is written. */
import { Encrypter } from 'age-encryption';
import { ProbatumError } from '../../shared/kernel/errors.ts';

const SHOWN_CHARACTERS = 24;
const HYBRID = 'age1pq1';

/** A sealer to all of them; throws for the first that is no key, and says why. */
export function encrypterTo(recipients: readonly string[]): Encrypter {
  const keys = recipients.map(recipient => recipient.trim());
  const [first] = keys;
  if (first === undefined) {
    throw new ProbatumError('invalid-input', { operation: 'seal an age file', problem: 'no recipient was named' });
  }
  const encrypter = new Encrypter();
  for (const key of keys) {
    if (isHybrid(key) !== isHybrid(first)) {
      // As the age program does: one classic key among hybrid ones would undo what the others are for.
      throw unfit(key, 'hybrid keys and X25519 keys do not go together in one file');
    }
    addTo(encrypter, key);
  }
  return encrypter;
}

function addTo(encrypter: Encrypter, key: string): void {
  // The library also knows keys of hardware tags; nothing here can open what is sealed to those, so it could not be checked.
  if (/^age1(tag|tagpq)1/.test(key)) throw unfit(key, 'keys of hardware tags are not supported');
  if (/^AGE-SECRET-KEY-/i.test(key))
    throw unfit('AGE-SECRET-KEY-…', 'this is a secret key, which nobody else should have');
  try {
    encrypter.addRecipient(key);
  } catch {
    const plugin = /^age1[a-z0-9]+1[a-z0-9]+$/.test(key);
    throw unfit(key, plugin ? 'it is mistyped, or a key of an age plug-in' : 'it is not a public key of age (age1…)');
  }
}

function isHybrid(key: string): boolean {
  return key.startsWith(HYBRID);
}

function unfit(key: string, problem: string): ProbatumError {
  const recipient = key.length > SHOWN_CHARACTERS ? `${key.slice(0, SHOWN_CHARACTERS)}…` : key;
  return new ProbatumError('age-recipient-unfit', { recipient, problem });
}
