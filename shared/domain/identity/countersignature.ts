/** What a witness signs: the whole text of somebody else's receipt, with the witness's own name and time over it. */
import { z } from 'zod';
import { Instant } from '../../kernel/dates.ts';
import { Sha256 } from '../../kernel/digest.ts';
import { PersonName, SignedLine, SigningPublicKey, TeamName, VaultCode } from './identity.ts';
import type { Reading } from './receipt.ts';
import { readFields, writeFields } from './signedText.ts';

export const countersignatureFormat = 'probatum-countersignature/1';
const heading = 'Probatum countersignature';
const statement = `The witness had the receipt below at hand, whole, at the time above by the
witness’s own clock. The witness vouches for nothing that the receipt does not
say, nor for anything recorded in that vault.`;
const rule = '----- The receipt, to the end -----\n';

export const Countersignature = z.object({
  receiptSha256: Sha256,
  witness: PersonName,
  team: TeamName,
  vaultCode: VaultCode,
  witnessedAt: Instant,
  signingKey: SigningPublicKey,
  /** How the receipt came to the witness; may be empty. */
  note: SignedLine,
  receiptText: z.string(),
});
export type Countersignature = z.infer<typeof Countersignature>;

export function writeCountersignature(given: Countersignature): string {
  const fields = writeFields(heading, [
    ['Format', countersignatureFormat],
    ['Receipt SHA-256', given.receiptSha256],
    ['Witness', given.witness],
    ['Team', given.team],
    ['Vault code', given.vaultCode],
    ['Witnessed at', given.witnessedAt],
    ['Signing key', given.signingKey],
    ['Note', given.note],
  ]);
  return `${fields}\n${statement}\n\n${rule}${given.receiptText}`;
}

export function isCountersignature(text: string): boolean {
  return text.startsWith(`${heading}\n`);
}

/** Neither the signature nor the digest is judged here. */
export function readCountersignature(untrustedText: string): Reading<Countersignature> {
  const fields = readFields(untrustedText, heading);
  if (!fields) return { ok: false, problem: 'This is no countersignature of Probatum.' };
  const format = fields.get('Format');
  if (format !== countersignatureFormat)
    return {
      ok: false,
      problem: `This countersignature is of another version (${format?.slice(0, 40)}) than this program reads.`,
    };
  const from = untrustedText.indexOf(rule);
  const read = Countersignature.safeParse({
    receiptSha256: fields.get('Receipt SHA-256'),
    witness: fields.get('Witness'),
    team: fields.get('Team'),
    vaultCode: fields.get('Vault code'),
    witnessedAt: fields.get('Witnessed at'),
    signingKey: fields.get('Signing key'),
    note: fields.get('Note'),
    receiptText: from < 0 ? undefined : untrustedText.slice(from + rule.length),
  });
  if (!read.success)
    return { ok: false, problem: 'This countersignature is not as it was written: a line does not fit.' };
  return { ok: true, value: read.data };
}
