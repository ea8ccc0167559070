/** Receipts with all that belongs to them, as somebody else needs them to check: signed texts, signatures, tokens. */
import { vaultCode } from '../../../shared/domain/exhibitSeries.ts';
import { type Countersignature, readCountersignature } from '../../../shared/domain/identity/countersignature.ts';
import { namespaces } from '../../../shared/domain/identity/identity.ts';
import { type Receipt, readReceipt } from '../../../shared/domain/identity/receipt.ts';
import type { StampReading } from '../../../shared/domain/identity/timestamp.ts';
import { groupBy } from '../../../shared/kernel/groupBy.ts';
import type { ReceiptId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fingerprintOf } from '../../ssh/index.ts';
import { isWholeAnswer, readTimestampToken } from '../../timestamp/index.ts';
import { vaultIdOf } from './identitySql.ts';
import { sound } from './receiptService.ts';
import { allCountersignatures, allReceipts, allTimestamps, allWitnessed } from './receiptSql.ts';
import { judgeSignature } from './signers.ts';
import { judgeStamp, stampedPart } from './timestampView.ts';

export interface SignedKept<Said> {
  said: Said;
  text: string;
  signature: string;
  fingerprint: string;
  fits: boolean;
}

export interface KeptStamp {
  token: Uint8Array;
  /** The answer of an authority, not the token alone. */
  isAnswer: boolean;
  reading: StampReading;
}

export interface KeptReceipt extends SignedKept<Receipt> {
  id: ReceiptId;
  countersignatures: SignedKept<Countersignature>[];
  stamps: KeptStamp[];
}

export interface WitnessedReceipt {
  receipt: Receipt;
  countersignature: SignedKept<Countersignature>;
}

/** Of this vault's own log, the oldest first. */
export function keptReceipts(db: ReadableDb): KeptReceipt[] {
  const witnessed = groupBy(allCountersignatures(db), one => one.receiptId);
  const stamped = groupBy(allTimestamps(db), one => one.receiptId);
  return allReceipts(db)
    .reverse()
    .map(stored => ({
      id: stored.id,
      ...kept(db, stored, sound(readReceipt(stored.text)), namespaces.receipt),
      countersignatures: (witnessed.get(stored.id) ?? []).map(one => keptCountersignature(db, one)),
      stamps: (stamped.get(stored.id) ?? []).map(({ token }) => ({
        token,
        isAnswer: isWholeAnswer(token),
        reading: judgeStamp(token, stampedPart(stored, readTimestampToken(token)), []),
      })),
    }));
}

/** What this vault countersigned of others' logs: the receipt within it, without the signature of its maker. */
export function witnessedReceipts(db: ReadableDb): WitnessedReceipt[] {
  return allWitnessed(db)
    .reverse()
    .map(stored => {
      const countersignature = keptCountersignature(db, stored);
      return { receipt: sound(readReceipt(countersignature.said.receiptText)), countersignature };
    });
}

export function ownVault(db: ReadableDb): { vaultId: string; vaultCode: string } {
  const vaultId = vaultIdOf(db);
  return { vaultId, vaultCode: vaultCode(vaultId) };
}

type Stored = { text: string; signature: string };

function keptCountersignature(db: ReadableDb, stored: Stored): SignedKept<Countersignature> {
  return kept(db, stored, sound(readCountersignature(stored.text)), namespaces.countersignature);
}

function kept<Said extends { signingKey: string }>(
  db: ReadableDb,
  { text, signature }: Stored,
  said: Said,
  namespace: string,
): SignedKept<Said> {
  const { signingKey } = said;
  const fits = judgeSignature(db, { text, signature, namespace, signingKey }).state === 'valid';
  return { said, text, signature, fingerprint: fingerprintOf(signingKey), fits };
}
