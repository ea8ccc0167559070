/** The custody logs as the viewer shows them, receipts of their heads, and who signed the bundle. */
import { z } from 'zod';
import { Instant } from '../../kernel/dates.ts';
import type { CustodyEvent } from '../custody.ts';
import { StampedPart } from '../identity/timestamp.ts';
import { ExhibitNumber } from './bundleNumbers.ts';

/** '' for the log of the vault that made the bundle; else the letters of its vault, and a number where two vaults have the same. */
const LogKey = z.string().regex(/^(?:[A-Z]{5}(?:-\d+)?)?$/);

export const BundleCustodyEvent = z.object({
  seq: z.number().int().positive(),
  at: Instant,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  digest: z.string().nullable(),
  hash: z.string(),
  /** Of the exhibit that it was done with, where that is in the bundle; nothing that the hash covers. */
  exhibitNumber: ExhibitNumber.optional(),
  /** All else that the hash covers; absent in bundles that were made before the viewer checked it. */
  caseId: z.string().nullable().optional(),
  exhibitId: z.string().nullable().optional(),
  details: z.record(z.string(), z.string()).optional(),
  previousHash: z.string().optional(),
});
export type BundleCustodyEvent = z.infer<typeof BundleCustodyEvent>;

/** `custody/000`: the events in their order, `CUSTODY_AT_ONCE` a block. */
export const BundleCustodyBlock = z.array(BundleCustodyEvent);
export type BundleCustodyBlock = z.infer<typeof BundleCustodyBlock>;

/** @param numbers of exhibits in the bundle, by id. */
export function toBundleEvent(
  { sha256, ...event }: CustodyEvent,
  numbers: ReadonlyMap<string, string>,
): BundleCustodyEvent {
  const exhibitNumber = event.exhibitId === null ? undefined : numbers.get(event.exhibitId);
  return { ...event, digest: sha256, ...(exhibitNumber === undefined ? {} : { exhibitNumber }) };
}

/** Null where a part of what the hash covers is not there. */
export function toCustodyEvent({ digest, exhibitNumber: _, ...event }: BundleCustodyEvent): CustodyEvent | null {
  const { caseId, exhibitId, details, previousHash } = event;
  if (caseId === undefined || exhibitId === undefined || !details || previousHash === undefined) return null;
  const whole = { ...event, caseId, exhibitId, details, previousHash, sha256: digest };
  // What this program does not know by name is hashed like what it knows.
  return whole as CustodyEvent;
}

/** The log of this vault, or what archives brought of another's. */
export const BundleCustodyLog = z.object({
  key: LogKey,
  /** Five letters. */
  vaultCode: z.string().regex(/^[A-Z]{5}$/),
  /** Empty where none is known. */
  team: z.string(),
  events: z.number().int().nonnegative(),
  /** The hash of the last event here; empty where there is none. */
  head: z.string(),
  /** From the bag's top: `data/custody/custody.jsonl`. */
  path: z.string(),
  /** What came of checking it when the bundle was made. */
  checked: z.object({ ok: z.boolean(), sentence: z.string() }),
});
export type BundleCustodyLog = z.infer<typeof BundleCustodyLog>;

const Signed = z.object({
  signer: z.string(),
  team: z.string(),
  /** `SHA256:…` as `ssh-keygen -l` prints it. */
  fingerprint: z.string(),
  /** Under data/custody/receipts/: the signed text, and its signature; null where only the text is known. */
  textFile: z.string(),
  signatureFile: z.string().nullable(),
  /** To be typed in data/custody/receipts/, by who trusts the key from elsewhere. */
  command: z.string().nullable(),
  /** What came of checking the signature when the bundle was made. */
  sentence: z.string(),
});

export const BundleTimestamp = z.object({
  /** What the authority states, and of what. */
  sentence: z.string(),
  time: Instant,
  authority: z.object({ name: z.string(), issuer: z.string(), fingerprint: z.string() }).nullable(),
  part: StampedPart.nullable(),
  file: z.string(),
  /** What was stamped, where it is a file. */
  ofFile: z.string().nullable(),
  command: z.string(),
});

export const BundleReceipt = Signed.extend({
  /** Of the log that it is of. */
  log: LogKey,
  vaultCode: z.string(),
  eventCount: z.number().int().positive(),
  headHash: z.string(),
  madeAt: Instant,
  place: z.enum(['event', 'next', 'differs', 'not-here']),
  placeSentence: z.string(),
  countersignatures: z.array(Signed.extend({ witnessedAt: Instant, note: z.string() })),
  timestamps: z.array(BundleTimestamp),
});
export type BundleReceipt = z.infer<typeof BundleReceipt>;

/** `custody/receipts`: the latest head of a log first. */
export const BundleReceipts = z.array(BundleReceipt);

/**
 * Who says to have signed the bag. A page cannot check that: the signature stands beside the bag's manifests, outside data/, and
 * `ssh-keygen` checks it with a key that the reader has from elsewhere.
 */
export const BundleSignature = z.object({
  signer: z.string(),
  /** `SHA256:…` as `ssh-keygen -l` prints it. */
  fingerprint: z.string(),
  /** `ssh-ed25519 AAAA…` */
  publicKey: z.string(),
  namespace: z.string(),
  /** What is signed and where the signature is, from the bag's top: `tagmanifest-sha512.txt`, `signature.sshsig`. */
  signedFile: z.string(),
  signatureFile: z.string(),
  /** To be typed there, by who trusts the key from elsewhere. */
  command: z.string(),
});
export type BundleSignature = z.infer<typeof BundleSignature>;
