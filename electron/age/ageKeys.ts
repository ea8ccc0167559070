/** The keys that age files are sealed to: X25519, in the forms that the age program prints. */
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { encrypterTo } from './recipients.ts';

export interface AgeIdentity {
  /** Secret: `AGE-SECRET-KEY-1…`. */
  identity: string;
  /** Public: `age1…`. */
  recipient: string;
}

/** X25519, not hybrid: the age programs that teams have today (1.1) open nothing else. */
export async function newAgeIdentity(): Promise<AgeIdentity> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The public key of a secret one, hybrid ones too. */
export async function recipientOf(identity: string): Promise<string> {
  try {
    return await identityToRecipient(identity.trim());
  } catch {
    // Without the cause: its stack could carry the secret.
    throw new ProbatumError('invalid-input', {
      operation: 'read an age key',
      problem: 'it is not a secret key of age',
    });
  }
}

/** Whether `text` is a public key that can be sealed to: `age1…`, checksum included. */
export function isRecipient(text: string): boolean {
  try {
    encrypterTo([text]);
    return true;
  } catch {
    return false;
  }
}
