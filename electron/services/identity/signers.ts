/** Whether a signature fits, and whose key made it as far as this vault knows. */
import { isVerified } from '../../../shared/domain/identity/contact.ts';
import type { SignatureVerdict, Signer } from '../../../shared/domain/identity/verdicts.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fingerprintOf, verifySsh } from '../../ssh/index.ts';
import { contactBySigningKey } from './contactSql.ts';
import { sha512Of } from './digests.ts';
import { findIdentityBySigningKey } from './identitySql.ts';

export function signerOf(db: ReadableDb, signingKey: string): Signer {
  const own = findIdentityBySigningKey(db, signingKey);
  if (own) return { known: 'own', name: own.name, retired: own.retiredAt !== null };
  const contact = contactBySigningKey(db, signingKey);
  if (!contact) return { known: 'nobody' };
  return {
    known: 'contact',
    contactId: contact.id,
    name: contact.name,
    verified: isVerified(contact),
    withdrawn: contact.withdrawnAt !== null,
  };
}

/** A signature by any other key than the one that the text names does not count. */
export function judgeSignature(
  db: ReadableDb,
  {
    text,
    signature,
    namespace,
    signingKey,
  }: { text: string; signature: string | null; namespace: string; signingKey: string },
): SignatureVerdict {
  if (signature === null) return { state: 'none' };
  const verdict = verifySsh(signature, namespace, { sha512: sha512Of(text) }, signingKey);
  if (!verdict.ok) return { state: 'invalid', sentence: verdict.sentence };
  return { state: 'valid', signingKey, fingerprint: fingerprintOf(signingKey), signer: signerOf(db, signingKey) };
}
