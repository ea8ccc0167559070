/** The custody log as the viewer shows it, and who signed the bundle. */
import { z } from 'zod';
import { Instant } from '../../kernel/dates.ts';

export const BundleCustodyEvent = z.object({
  seq: z.number().int().positive(),
  at: Instant,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  digest: z.string().nullable(),
  hash: z.string(),
});
export type BundleCustodyEvent = z.infer<typeof BundleCustodyEvent>;

/** `custody/000`: the events in their order, `CUSTODY_AT_ONCE` a block. */
export const BundleCustodyBlock = z.array(BundleCustodyEvent);
export type BundleCustodyBlock = z.infer<typeof BundleCustodyBlock>;

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
