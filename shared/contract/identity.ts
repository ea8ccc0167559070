/** People and keys: the vault's own, the contacts book, and receipts of the custody head. No secret is part of any answer. */
import { z } from 'zod';
import { Contact, HowVerified } from '../domain/identity/contact.ts';
import { Countersignature } from '../domain/identity/countersignature.ts';
import {
  AgeRecipient,
  Identity,
  PersonName,
  SignedLine,
  SigningPublicKey,
  TeamName,
  VaultCode,
} from '../domain/identity/identity.ts';
import { Receipt, ReceiptHead } from '../domain/identity/receipt.ts';
import { StampReading, TrustedCertificate } from '../domain/identity/timestamp.ts';
import { longestSignedText } from '../domain/identity/signedText.ts';
import { ChainVerdict, SignatureVerdict, Signer } from '../domain/identity/verdicts.ts';
import { Instant } from '../kernel/dates.ts';
import { Sha256 } from '../kernel/digest.ts';
import { ContactId, IdentityId, ReceiptId, VaultId } from '../kernel/ids.ts';
import { GrantedPath } from './grantedPath.ts';
import { command, host, inquiry, nothing, query } from './operation.ts';

/** Digits to read aloud, in groups. */
const Spoken = z.array(z.string());

export const IdentityView = Identity.extend({ spoken: Spoken });
export type IdentityView = z.infer<typeof IdentityView>;

export const OwnKeys = z.object({
  vaultId: VaultId,
  vaultCode: VaultCode,
  current: IdentityView.nullable(),
  /** From the newest. */
  retired: z.array(IdentityView),
});
export type OwnKeys = z.infer<typeof OwnKeys>;

export const ClashView = z.object({
  kind: z.enum(['same-key', 'same-name']),
  with: z.object({ contactId: ContactId.nullable(), name: z.string(), team: z.string(), withdrawn: z.boolean() }),
});
export type ClashView = z.infer<typeof ClashView>;

export const ContactView = Contact.extend({ spoken: Spoken, clashes: z.array(ClashView) });
export type ContactView = z.infer<typeof ContactView>;

const Typed = z.object({
  name: PersonName,
  team: TeamName,
  vaultCode: VaultCode.nullable().default(null),
  /** As `ssh-keygen` prints it; a comment behind it is left out. */
  signingKey: z.string().max(500).nullable(),
  ageRecipient: z.string().max(200).nullable(),
});

export const ContactPreview = z.object({
  card: z.object({
    name: PersonName,
    team: TeamName,
    vaultCode: VaultCode,
    signingKey: SigningPublicKey,
    ageRecipient: AgeRecipient,
    madeAt: Instant,
  }),
  fingerprint: z.string(),
  spoken: Spoken,
  /** The contact that has these keys and this name already. */
  known: ContactId.nullable(),
  /** The card is this vault's own. */
  own: z.boolean(),
  clashes: z.array(ClashView),
  /** To be given back to `contact.add`. */
  text: z.string(),
});
export type ContactPreview = z.infer<typeof ContactPreview>;

export const CountersignatureView = Countersignature.omit({ receiptText: true }).extend({
  sha256: Sha256,
  fingerprint: z.string(),
  signer: Signer,
  keptAt: Instant,
  keptBy: z.string(),
});
export type CountersignatureView = z.infer<typeof CountersignatureView>;

/** An authority's time stamp (RFC 3161), checked anew each time it is shown. */
export const TimestampView = StampReading.extend({ keptAt: Instant, keptBy: z.string() });
export type TimestampView = z.infer<typeof TimestampView>;

export const ReceiptView = Receipt.extend({
  id: ReceiptId,
  sha256: Sha256,
  text: z.string(),
  fingerprint: z.string(),
  madeBy: z.string(),
  /** What the QR code says, and its dark fields as the data of an SVG path on a square of `size`. */
  line: z.string(),
  qr: z.object({ size: z.number().int(), path: z.string() }),
  chain: ChainVerdict,
  countersignatures: z.array(CountersignatureView),
  timestamps: z.array(TimestampView),
});
export type ReceiptView = z.infer<typeof ReceiptView>;

/** What was found in a file or a text that somebody gave to be checked. */
export const ReceiptCheck = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('receipt'),
    receipt: Receipt,
    fingerprint: z.string(),
    signature: SignatureVerdict,
    chain: ChainVerdict,
    /** Ours, kept here under this id. */
    receiptId: ReceiptId.nullable(),
    /** To be given to `receipt.countersign`. */
    text: z.string(),
  }),
  z.object({ kind: z.literal('line'), head: ReceiptHead, chain: ChainVerdict }),
  z.object({
    kind: z.literal('countersignature'),
    countersignature: Countersignature,
    fingerprint: z.string(),
    signature: SignatureVerdict,
    /** The receipt of ours that it is about. */
    receiptId: ReceiptId.nullable(),
    kept: z.boolean(),
    text: z.string(),
  }),
]);
export type ReceiptCheck = z.infer<typeof ReceiptCheck>;

/** A time stamp that somebody brought, before it is kept. */
export const TimestampCheck = StampReading.extend({
  receipt: z.object({ id: ReceiptId, eventCount: z.number().int() }).nullable(),
  kept: z.boolean(),
});
export type TimestampCheck = z.infer<typeof TimestampCheck>;

export const WitnessedReceipt = z.object({
  sha256: Sha256,
  receipt: Receipt,
  fingerprint: z.string(),
  signer: Signer,
  witnessedAt: Instant,
  witnessedBy: z.string(),
  note: z.string(),
});
export type WitnessedReceipt = z.infer<typeof WitnessedReceipt>;

export const ReceiptFormat = z.enum(['txt', 'html', 'pdf', 'svg', 'tsq']);
export type ReceiptFormat = z.infer<typeof ReceiptFormat>;

const signedText = z.string().max(longestSignedText);
/** A file that a person chose, or words that were pasted. */
const given = z.union([z.object({ from: GrantedPath }), z.object({ text: signedText })]);
const written = z.object({ path: z.string() });

export const identityContract = {
  'identity.own': query(nothing, OwnKeys),
  /** `replaces`: the keys that are current now, so that nobody replaces what they have not seen. */
  'identity.make': host(
    z.object({
      name: PersonName,
      team: TeamName,
      replaces: z
        .object({ id: IdentityId, reason: z.string().trim().min(1).max(500) })
        .nullable()
        .default(null),
    }),
    IdentityView,
  ),
  'identity.rename': command(z.object({ name: PersonName, team: TeamName }), IdentityView),
  'identity.card': query(nothing, z.object({ text: z.string(), allowedSigners: z.string(), fileName: z.string() })),
  'identity.saveCard': host(z.object({ to: GrantedPath }), written),

  'contact.list': query(z.object({ withdrawn: z.boolean().default(false) }), z.array(ContactView)),
  'contact.look': inquiry(given, ContactPreview),
  'contact.add': command(
    z.union([
      z.object({ card: signedText, note: z.string().max(2000).default('') }),
      z.object({ typed: Typed, note: z.string().max(2000).default('') }),
    ]),
    ContactView,
  ),
  'contact.change': command(
    z.object({ contactId: ContactId, name: PersonName, team: TeamName, note: z.string().max(2000) }),
    ContactView,
  ),
  'contact.check': command(
    z.object({
      contactId: ContactId,
      verified: z.boolean(),
      how: HowVerified,
      note: z.string().trim().max(500).default(''),
    }),
    ContactView,
  ),
  'contact.withdraw': command(z.object({ contactId: ContactId }), ContactView),
  'contact.restore': command(z.object({ contactId: ContactId }), ContactView),

  'receipt.make': command(nothing, ReceiptView),
  'receipt.list': query(nothing, z.array(ReceiptView)),
  'receipt.check': inquiry(given, ReceiptCheck),
  'receipt.save': host(z.object({ receiptId: ReceiptId, to: GrantedPath, format: ReceiptFormat }), written),
  'receipt.countersign': command(z.object({ text: signedText, note: SignedLine.default('') }), WitnessedReceipt),
  'receipt.saveCountersignature': host(z.object({ sha256: Sha256, to: GrantedPath }), written),
  'receipt.keepCountersignature': command(z.object({ text: signedText }), ReceiptView),
  /** Both find by themselves the receipt that it is of. */
  'receipt.checkTimestamp': inquiry(z.object({ from: GrantedPath }), TimestampCheck),
  'receipt.keepTimestamp': host(z.object({ from: GrantedPath }), ReceiptView),
  /** Certificates that time-stamp authorities are judged by; none is trusted that no person gave. */
  'receipt.trusted': query(nothing, z.array(TrustedCertificate)),
  'receipt.trust': host(z.object({ from: GrantedPath }), z.array(TrustedCertificate)),
  'receipt.distrust': command(z.object({ fingerprint: z.string().max(100) }), z.array(TrustedCertificate)),
  'receipt.witnessed': query(nothing, z.array(WitnessedReceipt)),
} as const;
