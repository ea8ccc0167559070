/** What came of checking a receipt, as data and in words; window and command line say the same. */
import { z } from 'zod';
import { assertNever } from '../../kernel/assertNever.ts';
import { ContactId } from '../../kernel/ids.ts';
import { SigningPublicKey } from './identity.ts';

/** Whose key signed something, as far as it is known here. */
export const Signer = z.discriminatedUnion('known', [
  z.object({ known: z.literal('own'), name: z.string(), retired: z.boolean() }),
  z.object({
    known: z.literal('contact'),
    contactId: ContactId,
    name: z.string(),
    verified: z.boolean(),
    withdrawn: z.boolean(),
  }),
  z.object({ known: z.literal('nobody') }),
]);
export type Signer = z.infer<typeof Signer>;

export const SignatureVerdict = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('valid'), signingKey: SigningPublicKey, fingerprint: z.string(), signer: Signer }),
  z.object({ state: z.literal('invalid'), sentence: z.string() }),
]);
export type SignatureVerdict = z.infer<typeof SignatureVerdict>;

export const ChainVerdict = z.discriminatedUnion('state', [
  /** `walked`: every event up to there was looked at, not this one place alone. */
  z.object({ state: z.literal('contains'), later: z.number().int(), walked: z.boolean() }),
  z.object({ state: z.literal('differs'), found: z.string() }),
  z.object({ state: z.literal('shorter'), count: z.number().int() }),
  z.object({ state: z.literal('broken'), at: z.number().int() }),
  z.object({ state: z.literal('other-vault') }),
]);
export type ChainVerdict = z.infer<typeof ChainVerdict>;

export function signerWords(signer: Signer): string {
  switch (signer.known) {
    case 'own':
      return `${signer.name}, this vault’s ${signer.retired ? 'retired' : 'own'} key`;
    case 'contact':
      return `${signer.name}, contact, ${signer.withdrawn ? 'withdrawn, ' : ''}${signer.verified ? 'verified' : 'not verified'}`;
    case 'nobody':
      return 'not in the contacts book, not verified';
    default:
      return assertNever(signer);
  }
}

export function signatureWords(verdict: SignatureVerdict): string {
  switch (verdict.state) {
    case 'none':
      return 'It is not signed, so anybody can have written it.';
    case 'invalid':
      return `Its signature does not hold. ${verdict.sentence}`;
    case 'valid':
      return `Its signature fits. Key: ${signerWords(verdict.signer)}.`;
    default:
      return assertNever(verdict);
  }
}

export function chainWords(verdict: ChainVerdict, eventCount: number): string {
  switch (verdict.state) {
    case 'contains':
      return [
        `The chain still contains event ${eventCount} at this position with this hash${verdict.later === 0 ? ', and it is the last one' : `; ${verdict.later} came after it`}.`,
        ...(verdict.walked ? ['Each event up to there follows from the one before.'] : []),
      ].join(' ');
    case 'differs':
      return `Event ${eventCount} stands there with another hash: the log was written anew since, up to there or further back. Do not rely on this vault until that is explained.`;
    case 'shorter':
      return `The log ends at event ${verdict.count}, before the ${eventCount} of the receipt: its end was cut off, or this is an older copy of the vault.`;
    case 'broken':
      return `The hash stands in its place, but the chain breaks at event ${verdict.at} before it: that event, or one before, was altered. Do not rely on this vault.`;
    case 'other-vault':
      return 'It is of another vault: only there can it be told whether the log still contains this event.';
    default:
      return assertNever(verdict);
  }
}
