/** What other services may do with the vault's keys: name them, sign with the current one, open with all of them. */
import type { Identity } from '../../../shared/domain/identity/identity.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { signSsh } from '../../ssh/index.ts';
import { ageSecrets, findCurrentIdentity, signingSecret } from './identitySql.ts';

/** Without its secrets; null where none were made yet. */
export function currentIdentity(db: ReadableDb): Identity | null {
  return findCurrentIdentity(db);
}

/** @throws identity-missing */
export function requireIdentity(db: ReadableDb): Identity {
  const identity = findCurrentIdentity(db);
  if (!identity) throw new ProbatumError('identity-missing', {});
  return identity;
}

/** An armoured SSHSIG by the current key, over content of which this is the SHA-512. @throws identity-missing */
export function signAs(db: ReadableDb, namespace: string, digestSha512: Uint8Array): string {
  return signSsh(signingSecret(db, requireIdentity(db).id), namespace, { sha512: digestSha512 });
}

/** The secrets that open what was sealed to this vault, the current one first, then retired ones from the newest. */
export function ageIdentities(db: ReadableDb): string[] {
  return ageSecrets(db);
}
