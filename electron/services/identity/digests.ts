import { createHash } from 'node:crypto';
import { spokenDigits, spokenPreimage } from '../../../shared/domain/identity/spokenDigits.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';

export function sha512Of(text: string): Uint8Array {
  return createHash('sha512').update(text, 'utf8').digest();
}

export function sha256Of(text: string): Sha256 {
  return Sha256.parse(createHash('sha256').update(text, 'utf8').digest('hex'));
}

/** The digits to read aloud for all keys of a person. */
export function spokenFor(keys: { signingKey: string | null; ageRecipient: string | null }): string[] {
  return spokenDigits(sha512Of(spokenPreimage(keys)));
}
