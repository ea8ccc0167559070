import { Identity } from '../../../shared/domain/identity/identity.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import { type IdentityId, VaultId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fingerprintOf } from '../../ssh/index.ts';

/** Never the secrets: they are read one by one, where they are used. */
const columns = `id, name, team, signing_key AS signingKey, age_recipient AS ageRecipient, made_at AS madeAt, made_by AS madeBy,
  retired_at AS retiredAt, retired_reason AS retiredReason`;

function toIdentity(row: Record<string, unknown>): Identity {
  return Identity.parse({ ...row, fingerprint: fingerprintOf(String(row['signingKey'])) });
}

export interface Secrets {
  signingSecret: string;
  ageSecret: string;
}

export function insertIdentity(db: WritableDb, { fingerprint: _, ...identity }: Identity, secrets: Secrets): void {
  db.prepare(`INSERT INTO identity (id, name, team, signing_key, signing_secret, age_recipient, age_secret, made_at, made_by,
      retired_at, retired_reason)
    VALUES ($id, $name, $team, $signingKey, $signingSecret, $ageRecipient, $ageSecret, $madeAt, $madeBy,
      $retiredAt, $retiredReason)`).run({ ...identity, ...secrets });
}

export function setRetired(db: WritableDb, id: IdentityId, at: Instant, reason: string): void {
  db.prepare('UPDATE identity SET retired_at = $at, retired_reason = $reason WHERE id = $id').run({ id, at, reason });
}

export function setDescription(db: WritableDb, id: IdentityId, { name, team }: { name: string; team: string }): void {
  db.prepare('UPDATE identity SET name = $name, team = $team WHERE id = $id').run({ id, name, team });
}

export function findCurrentIdentity(db: ReadableDb): Identity | null {
  const row = db.prepare(`SELECT ${columns} FROM identity WHERE retired_at IS NULL`).get();
  return row ? toIdentity(row) : null;
}

export function findIdentityBySigningKey(db: ReadableDb, signingKey: string): Identity | null {
  const row = db.prepare(`SELECT ${columns} FROM identity WHERE signing_key = $signingKey`).get({ signingKey });
  return row ? toIdentity(row) : null;
}

/** The current one first, then from the newest. */
export function allIdentities(db: ReadableDb): Identity[] {
  return db
    .prepare(`SELECT ${columns} FROM identity ORDER BY retired_at IS NOT NULL, made_at DESC, id DESC`)
    .all()
    .map(toIdentity);
}

export function signingSecret(db: ReadableDb, id: IdentityId): string {
  return String(db.prepare('SELECT signing_secret AS secret FROM identity WHERE id = $id').get({ id })?.['secret']);
}

export function ageSecrets(db: ReadableDb): string[] {
  return db
    .prepare('SELECT age_secret AS secret FROM identity ORDER BY retired_at IS NOT NULL, made_at DESC, id DESC')
    .all()
    .map(row => String(row['secret']));
}

export function vaultIdOf(db: ReadableDb): VaultId {
  return VaultId.parse(db.prepare("SELECT value FROM meta WHERE key = 'vaultId'").get()?.['value']);
}
