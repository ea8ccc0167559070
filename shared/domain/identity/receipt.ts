/**
 * A receipt of the custody chain's head: how many events the log held and the hash of the last one, which covers all before.
 * Whoever keeps it can later have it checked that those events are still the same. The vault's name stays out: a receipt is
 * given to others, and the name may say what the case is about.
 */
import { z } from 'zod';
import { Instant } from '../../kernel/dates.ts';
import { Sha256 } from '../../kernel/digest.ts';
import { VaultId } from '../../kernel/ids.ts';
import { PersonName, SigningPublicKey, TeamName, VaultCode } from './identity.ts';
import { readFields, writeFields } from './signedText.ts';
import { receiptProves, receiptProvesNot } from './whatItProves.ts';

export const receiptFormat = 'probatum-receipt/1';
const heading = 'Probatum custody receipt';

const Count = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);

export const ReceiptHead = z.object({
  vaultId: VaultId,
  eventCount: z.number().int().positive(),
  headHash: Sha256,
  madeAt: Instant,
});
export type ReceiptHead = z.infer<typeof ReceiptHead>;

export const Receipt = ReceiptHead.extend({
  vaultCode: VaultCode,
  name: PersonName,
  team: TeamName,
  signingKey: SigningPublicKey,
});
export type Receipt = z.infer<typeof Receipt>;

/** What is signed, printed and kept. The words at its end are part of it, so that nobody can pass it on without them. */
export function writeReceipt(receipt: Receipt): string {
  const fields = writeFields(heading, [
    ['Format', receiptFormat],
    ['Vault', receipt.vaultId],
    ['Vault code', receipt.vaultCode],
    ['Events', String(receipt.eventCount)],
    ['Head', receipt.headHash],
    ['Made at', receipt.madeAt],
    ['Made by', receipt.name],
    ['Team', receipt.team],
    ['Signing key', receipt.signingKey],
  ]);
  return `${fields}\n${receiptProves}\n\n${receiptProvesNot}\n`;
}

export type Reading<Value> = { ok: true; value: Value } | { ok: false; problem: string };

/** The signature is not judged here. */
export function readReceipt(untrustedText: string): Reading<Receipt> {
  const fields = readFields(untrustedText, heading);
  if (!fields) return { ok: false, problem: 'This is no custody receipt of Probatum.' };
  const format = fields.get('Format');
  if (format !== receiptFormat)
    return {
      ok: false,
      problem: `This receipt is of another version (${format?.slice(0, 40)}) than this program reads.`,
    };
  const eventCount = Count.safeParse(fields.get('Events'));
  const receipt = Receipt.safeParse({
    vaultId: fields.get('Vault'),
    vaultCode: fields.get('Vault code'),
    eventCount: eventCount.data,
    headHash: fields.get('Head'),
    madeAt: fields.get('Made at'),
    name: fields.get('Made by'),
    team: fields.get('Team'),
    signingKey: fields.get('Signing key'),
  });
  if (!receipt.success) return { ok: false, problem: 'This receipt is not as it was written: a line does not fit.' };
  return { ok: true, value: receipt.data };
}

/** The receipt in one line, for a QR code and for typing off paper. It carries no signature. */
export function writeReceiptLine({ vaultId, eventCount, headHash, madeAt }: ReceiptHead): string {
  return [receiptFormat, vaultId, eventCount, headHash, madeAt].join(' ');
}

/** Null where it is no such line. Capitals and spaces may have changed on the way over paper. */
export function readReceiptLine(untrustedLine: string): ReceiptHead | null {
  const [format, vaultId, count, headHash, madeAt, ...more] = untrustedLine.trim().split(/\s+/);
  if (format?.toLowerCase() !== receiptFormat || more.length > 0) return null;
  const eventCount = Count.safeParse(count);
  const head = ReceiptHead.safeParse({
    vaultId: vaultId?.toLowerCase(),
    eventCount: eventCount.data,
    headHash: headHash?.toLowerCase(),
    madeAt: madeAt?.toUpperCase(),
  });
  return head.success ? head.data : null;
}
