/** What an authority's time stamp (RFC 3161) says of a receipt, as data and in words; window, paper and command line say the same. */
import { z } from 'zod';
import { describeInstantDay, Instant } from '../../kernel/dates.ts';
import { Sha256 } from '../../kernel/digest.ts';

/** What of a receipt was stamped: people give an authority the file, or type a hash off paper. */
export const StampedPart = z.enum(['saved-file', 'signed-text', 'head-hash']);
export type StampedPart = z.infer<typeof StampedPart>;

const partWords: Record<StampedPart, string> = {
  'saved-file': 'this receipt, as it is saved for a witness,',
  'signed-text': 'the text of this receipt, without its signature,',
  'head-hash': 'the head hash of this receipt',
};

/** Whether the authority is one that this vault trusts; it trusts none but those whose certificate a person gave it. */
export const AuthorityTrust = z.enum(['trusted', 'not-trusted', 'none-to-compare']);
export type AuthorityTrust = z.infer<typeof AuthorityTrust>;

const trustWords: Record<AuthorityTrust, string> = {
  trusted: 'Its certificate leads to one that this vault trusts.',
  'not-trusted':
    'Its certificate leads to none that this vault trusts, so whether the authority is to be believed is open.',
  'none-to-compare':
    'Its certificate was not checked against a list of trusted ones, since this vault has none yet: whether the authority is to be believed is open.',
};

export const StampReading = z.object({
  sha256: Sha256,
  /** By the authority's clock. */
  time: Instant,
  accuracyMs: z.number().nullable(),
  authority: z.object({ name: z.string(), issuer: z.string(), fingerprint: z.string() }).nullable(),
  /** Null where it is of no receipt of this vault. */
  part: StampedPart.nullable(),
  trust: AuthorityTrust,
  /** All that speaks against it, a sentence each. */
  problems: z.array(z.string()),
  notChecked: z.array(z.string()),
});
export type StampReading = z.infer<typeof StampReading>;

export function stampTime({ time }: Pick<StampReading, 'time'>): string {
  return `${describeInstantDay(time)}, ${time.slice(11, 19)} UTC`;
}

/** What it shows, or why it shows nothing. */
export function stampWords(stamp: StampReading): string {
  const statement = stampStatement(stamp);
  return stamp.problems.length > 0 || stamp.part === null ? statement : `${statement} ${trustWords[stamp.trust]}`;
}

/** The same without a word on trust, which is each reader's own. */
export function stampStatement(stamp: StampReading): string {
  const [problem] = stamp.problems;
  if (problem !== undefined) return problem;
  const who = stamp.authority?.name ?? 'Somebody';
  if (stamp.part === null)
    return `${who} states that something existed on ${stampTime(stamp)}, but no receipt that was made in this vault.`;
  const within = stamp.accuracyMs === null ? '' : `, give or take ${stamp.accuracyMs / 1000} s`;
  return `${who} states that ${partWords[stamp.part]} existed on ${stampTime(stamp)}${within}.`;
}

/** Trusted to name time-stamp authorities, or an authority itself; without a word of its own as to what it is good for. */
export const TrustedCertificate = z.object({
  /** SHA-256 of the certificate, as colon-separated pairs: so it is printed everywhere. */
  fingerprint: z.string(),
  name: z.string(),
  validUntil: Instant,
  trustedAt: Instant,
  trustedBy: z.string(),
});
export type TrustedCertificate = z.infer<typeof TrustedCertificate>;
