import { z } from 'zod';
import { Instant } from '../../../shared/kernel/dates.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { type IdentityId, ReceiptId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';

const StoredReceipt = z.object({
  id: ReceiptId,
  sha256: Sha256,
  text: z.string(),
  signature: z.string(),
  madeBy: z.string(),
});
export type StoredReceipt = z.infer<typeof StoredReceipt>;

const RECEIPT = 'id, sha256, text, signature, made_by AS madeBy';

export function insertReceipt(
  db: WritableDb,
  receipt: StoredReceipt & { identityId: IdentityId; eventCount: number; headHash: string; madeAt: Instant },
): void {
  db.prepare(`INSERT INTO receipt (id, sha256, event_count, head_hash, text, signature, identity_id, made_at, made_by)
    VALUES ($id, $sha256, $eventCount, $headHash, $text, $signature, $identityId, $madeAt, $madeBy)`).run(receipt);
}

/** Newest first. */
export function allReceipts(db: ReadableDb): StoredReceipt[] {
  return db
    .prepare(`SELECT ${RECEIPT} FROM receipt ORDER BY event_count DESC, id DESC`)
    .all()
    .map(row => StoredReceipt.parse(row));
}

export function findReceipt(db: ReadableDb, id: ReceiptId): StoredReceipt | null {
  const row = db.prepare(`SELECT ${RECEIPT} FROM receipt WHERE id = $id`).get({ id });
  return row ? StoredReceipt.parse(row) : null;
}

export function findReceiptByText(db: ReadableDb, sha256: Sha256): StoredReceipt | null {
  const row = db.prepare(`SELECT ${RECEIPT} FROM receipt WHERE sha256 = $sha256`).get({ sha256 });
  return row ? StoredReceipt.parse(row) : null;
}

const StoredCountersignature = z.object({
  sha256: Sha256,
  receiptId: ReceiptId,
  text: z.string(),
  signature: z.string(),
  keptAt: Instant,
  keptBy: z.string(),
});
export type StoredCountersignature = z.infer<typeof StoredCountersignature>;

const COUNTERSIGNATURE = 'sha256, receipt_id AS receiptId, text, signature, kept_at AS keptAt, kept_by AS keptBy';

export function insertCountersignature(
  db: WritableDb,
  kept: StoredCountersignature & {
    witness: string;
    team: string;
    vaultCode: string;
    signingKey: string;
    note: string;
    witnessedAt: Instant;
  },
): void {
  db.prepare(`INSERT INTO countersignature (sha256, receipt_id, witness, team, vault_code, signing_key, note, witnessed_at, text, signature,
      kept_at, kept_by)
    VALUES ($sha256, $receiptId, $witness, $team, $vaultCode, $signingKey, $note, $witnessedAt, $text, $signature, $keptAt, $keptBy)`).run(
    kept,
  );
}

/** In the order in which they were kept. */
export function allCountersignatures(db: ReadableDb): StoredCountersignature[] {
  return db
    .prepare(`SELECT ${COUNTERSIGNATURE} FROM countersignature ORDER BY kept_at, sha256`)
    .all()
    .map(row => StoredCountersignature.parse(row));
}

export function hasCountersignature(db: ReadableDb, sha256: Sha256): boolean {
  return db.prepare('SELECT 1 FROM countersignature WHERE sha256 = $sha256').get({ sha256 }) !== undefined;
}

const StoredTimestamp = z.object({
  sha256: Sha256,
  receiptId: ReceiptId,
  token: z.custom<Uint8Array>(value => ArrayBuffer.isView(value)),
  keptAt: Instant,
  keptBy: z.string(),
});
export type StoredTimestamp = z.infer<typeof StoredTimestamp>;

export function insertTimestamp(db: WritableDb, kept: StoredTimestamp): void {
  db.prepare(`INSERT INTO receipt_timestamp (sha256, receipt_id, token, kept_at, kept_by)
    VALUES ($sha256, $receiptId, $token, $keptAt, $keptBy)`).run(kept);
}

export function hasTimestamp(db: ReadableDb, sha256: Sha256): boolean {
  return db.prepare('SELECT 1 FROM receipt_timestamp WHERE sha256 = $sha256').get({ sha256 }) !== undefined;
}

/** In the order in which they were kept. */
export function allTimestamps(db: ReadableDb): StoredTimestamp[] {
  return db
    .prepare(`SELECT sha256, receipt_id AS receiptId, token, kept_at AS keptAt, kept_by AS keptBy
      FROM receipt_timestamp ORDER BY kept_at, sha256`)
    .all()
    .map(row => StoredTimestamp.parse(row));
}

const StoredWitnessed = z.object({
  sha256: Sha256,
  text: z.string(),
  signature: z.string(),
  witnessedBy: z.string(),
});
export type StoredWitnessed = z.infer<typeof StoredWitnessed>;

const WITNESSED = 'sha256, text, signature, witnessed_by AS witnessedBy';

export function insertWitnessed(
  db: WritableDb,
  witnessed: StoredWitnessed & {
    receiptSha256: Sha256;
    receiptText: string;
    identityId: IdentityId;
    witnessedAt: Instant;
  },
): void {
  db.prepare(`INSERT INTO witnessed_receipt (sha256, receipt_sha256, receipt_text, text, signature, identity_id, witnessed_at, witnessed_by)
    VALUES ($sha256, $receiptSha256, $receiptText, $text, $signature, $identityId, $witnessedAt, $witnessedBy)`).run(
    witnessed,
  );
}

/** Newest first. */
export function allWitnessed(db: ReadableDb): StoredWitnessed[] {
  return db
    .prepare(`SELECT ${WITNESSED} FROM witnessed_receipt ORDER BY witnessed_at DESC, sha256`)
    .all()
    .map(row => StoredWitnessed.parse(row));
}

export function findWitnessed(db: ReadableDb, sha256: Sha256): StoredWitnessed | null {
  const row = db.prepare(`SELECT ${WITNESSED} FROM witnessed_receipt WHERE sha256 = $sha256`).get({ sha256 });
  return row ? StoredWitnessed.parse(row) : null;
}
