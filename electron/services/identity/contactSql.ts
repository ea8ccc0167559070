import { Contact, type ContactCheck, isVerified } from '../../../shared/domain/identity/contact.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { groupBy } from '../../../shared/kernel/groupBy.ts';
import type { ContactId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromFlag, toFlag } from '../../db/rows.ts';
import { fingerprintOf } from '../../ssh/index.ts';

const columns = `id, name, team, vault_code AS vaultCode, signing_key AS signingKey, age_recipient AS ageRecipient, origin, note,
  added_at AS addedAt, added_by AS addedBy, withdrawn_at AS withdrawnAt`;

function toContact(row: Record<string, unknown>, checks: readonly unknown[]): Contact {
  const key = row['signingKey'];
  return Contact.parse({ ...row, fingerprint: typeof key === 'string' ? fingerprintOf(key) : null, checks });
}

/** Everybody, withdrawn ones as well, by name. */
export function contacts(db: ReadableDb): Contact[] {
  const checks = groupBy(checkRows(db), row => row.contactId);
  return db
    .prepare(`SELECT ${columns} FROM contact ORDER BY name, added_at, id`)
    .all()
    .map(row => toContact(row, checks.get(String(row['id'])) ?? []));
}

/** Newest first. */
function checkRows(db: ReadableDb) {
  return db
    .prepare(`SELECT contact_id AS contactId, verified, how, note, checked_at AS checkedAt, checked_by AS checkedBy
      FROM contact_check ORDER BY number DESC`)
    .all()
    .map(({ contactId, verified, ...row }) => ({ ...row, contactId: String(contactId), verified: fromFlag(verified) }));
}

/** @throws not-found */
export function requireContact(db: ReadableDb, id: string): Contact {
  const found = contacts(db).find(contact => contact.id === id);
  if (!found) throw new ProbatumError('not-found', { what: 'contact', id });
  return found;
}

/** Whose key this is, as far as it is known here: those in use before withdrawn ones, verified before others. */
export function contactBySigningKey(db: ReadableDb, publicKey: string): Contact | null {
  const rank = (contact: Contact) => (contact.withdrawnAt === null ? 0 : 2) + (isVerified(contact) ? 0 : 1);
  return (
    contacts(db)
      .filter(contact => contact.signingKey === publicKey)
      .sort((left, right) => rank(left) - rank(right))[0] ?? null
  );
}

export function insertContact(
  db: WritableDb,
  { fingerprint: _, checks: __, ...contact }: Contact,
  card: string | null,
): void {
  db.prepare(`INSERT INTO contact (id, name, team, vault_code, signing_key, age_recipient, origin, card, note, added_at, added_by, withdrawn_at)
    VALUES ($id, $name, $team, $vaultCode, $signingKey, $ageRecipient, $origin, $card, $note, $addedAt, $addedBy, $withdrawnAt)`).run(
    { ...contact, card },
  );
}

export function updateContact(
  db: WritableDb,
  id: ContactId,
  { name, team, note }: Pick<Contact, 'name' | 'team' | 'note'>,
): void {
  db.prepare('UPDATE contact SET name = $name, team = $team, note = $note WHERE id = $id').run({
    id,
    name,
    team,
    note,
  });
}

export function setContactWithdrawn(db: WritableDb, id: ContactId, at: Instant | null): void {
  db.prepare('UPDATE contact SET withdrawn_at = $at WHERE id = $id').run({ id, at });
}

export function insertContactCheck(db: WritableDb, contactId: ContactId, check: ContactCheck): void {
  db.prepare(`INSERT INTO contact_check (contact_id, verified, how, note, checked_at, checked_by)
    VALUES ($contactId, $verified, $how, $note, $checkedAt, $checkedBy)`).run({
    ...check,
    contactId,
    verified: toFlag(check.verified),
  });
}
