import { z } from 'zod';
import { TrustedCertificate } from '../../../shared/domain/identity/timestamp.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';

const columns = 'fingerprint, name, valid_until AS validUntil, trusted_at AS trustedAt, trusted_by AS trustedBy';

/** Those in use, by name. */
export function trustedCertificates(db: ReadableDb): TrustedCertificate[] {
  return db
    .prepare(`SELECT ${columns} FROM trusted_certificate WHERE withdrawn_at IS NULL ORDER BY name, number`)
    .all()
    .map(row => TrustedCertificate.parse(row));
}

export function trustedPems(db: ReadableDb): string[] {
  return db
    .prepare('SELECT pem FROM trusted_certificate WHERE withdrawn_at IS NULL ORDER BY number')
    .all()
    .map(row => z.object({ pem: z.string() }).parse(row).pem);
}

export function insertTrusted(db: WritableDb, certificate: TrustedCertificate & { pem: string }): void {
  db.prepare(`INSERT INTO trusted_certificate (fingerprint, name, valid_until, pem, trusted_at, trusted_by)
    VALUES ($fingerprint, $name, $validUntil, $pem, $trustedAt, $trustedBy)`).run(certificate);
}

export function setTrustWithdrawn(db: WritableDb, fingerprint: string, at: Instant): void {
  db.prepare(`UPDATE trusted_certificate SET withdrawn_at = $at
    WHERE fingerprint = $fingerprint AND withdrawn_at IS NULL`).run({ fingerprint, at });
}
