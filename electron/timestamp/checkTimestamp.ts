/**
 * Checks a time-stamp token without a network, and says in words what it shows and what was not checked. Signatures are
 * checked by Node's own crypto.
 */
import { createHash, X509Certificate } from 'node:crypto';
import { leadsToRoot, readRoots, validAt } from './certificateChain.ts';
import { strongHashes } from './oids.ts';
import { checkSignature, type SignatureProblem } from './tokenSignature.ts';
import { openToken, type TimestampToken } from './timestampToken.ts';

export interface TimestampAuthority {
  name: string;
  issuer: string;
  /** SHA-256 of the certificate, as colon-separated pairs. */
  fingerprint: string;
}

export interface TimestampVerdict {
  /** Nothing that could be checked speaks against it. Whether the authority is to be believed is another question. */
  ok: boolean;
  token: TimestampToken;
  /** The stamped digest is that of the content. */
  covers: boolean;
  signature: 'valid' | SignatureProblem;
  authority: TimestampAuthority | null;
  chain: 'leads-to-root' | 'leads-elsewhere' | 'no-root-given';
  /** What the token shows, or why it shows nothing. */
  sentence: string;
  /** All that speaks against it, a sentence each. */
  problems: string[];
  notChecked: readonly string[];
}

/** What no check without a network, and no check of a token at all, can tell. */
export const NOT_CHECKED: readonly string[] = [
  'Whether the certificate of the authority was revoked: that is asked over the network, which this app never does.',
  'Whether the clock of the authority was right, and whether it is honest: a token is its word, signed.',
  'Name constraints, policies and path lengths of the certificates above the authority’s own.',
  'That the content is true, or who made it: a token shows that these bytes existed by then, and nothing else.',
];

/**
 * @param content what is said to have been stamped, or its digest where only that is at hand.
 * @param roots certificates (PEM) of those that are trusted to name time-stamp authorities, or of authorities themselves.
 * Throws for what is no token at all, or no certificate; whatever else is wrong is in the verdict.
 */
export function checkTimestamp(
  bytes: Uint8Array,
  content: Uint8Array | { digest: string },
  roots: readonly string[] = [],
): TimestampVerdict {
  const open = openToken(bytes);
  const { time, accuracyMs, hash, digest, serial, policy } = open;
  const token: TimestampToken = { time, accuracyMs, hash, digest, serial, policy };
  const trusted = readRoots(roots);
  const certificate = open.signerCertificate && new X509Certificate(open.signerCertificate);
  const signature = checkSignature(open);
  const strong = strongHashes.includes(hash);
  const covers = strong && ('digest' in content ? content.digest : digestOf(content, hash)) === digest;
  const chain = !certificate || trusted.length === 0 ? 'no-root-given' : chainOf(certificate, open, trusted);
  const problems = [
    ...(strong ? [] : [`The digest was made with ${hash}, for which another content can be made; it shows nothing.`]),
    ...(strong && !covers ? ['It is for another content: the stamped digest is not that of what was given.'] : []),
    ...(signature === 'valid' ? [] : [signatureSentences[signature]]),
    ...(certificate && !validAt(certificate, new Date(time))
      ? ['The certificate of the authority was not valid at the time that the token states.']
      : []),
    ...(chain === 'leads-elsewhere'
      ? ['The certificate of the authority does not lead to any of the trusted certificates.']
      : []),
  ];
  const authority = certificate && describe(certificate);
  const ok = problems.length === 0;
  const sentence = ok ? whatItShows(token, authority, chain) : (problems[0] ?? '');
  return { ok, token, covers, signature, authority, chain, sentence, problems, notChecked: NOT_CHECKED };
}

function digestOf(content: Uint8Array, hash: string): string {
  return createHash(hash).update(content).digest('hex');
}

function chainOf(
  certificate: X509Certificate,
  { certificates, time }: { certificates: Uint8Array[]; time: string },
  trusted: readonly X509Certificate[],
): TimestampVerdict['chain'] {
  const between = certificates.map(der => new X509Certificate(der));
  return leadsToRoot(certificate, between, trusted, new Date(time)) ? 'leads-to-root' : 'leads-elsewhere';
}

const signatureSentences: Readonly<Record<SignatureProblem, string>> = {
  'does-not-fit': 'The signature does not fit: the token was changed after it was signed.',
  'no-certificate':
    'The certificate of the authority is not in the token, so its signature could not be checked. Ask for a token with certificate.',
  'other-certificate': 'The token does not name the certificate that it was signed with, as it must.',
  'not-for-time': 'The certificate that signed it is not one for time-stamps.',
  'not-supported': 'It is signed by a method that cannot be checked here. Check it with openssl ts -verify.',
};

function whatItShows(
  { time, accuracyMs }: TimestampToken,
  authority: TimestampAuthority | null,
  chain: TimestampVerdict['chain'],
): string {
  const within = accuracyMs === null ? '' : `, give or take ${accuracyMs / 1000} s`;
  const trust =
    chain === 'leads-to-root'
      ? 'Its certificate leads to one that is trusted here.'
      : 'Whether it can be believed is open: no certificate that is trusted was given.';
  return `${authority?.name ?? 'Somebody'} states that this content existed on ${time.slice(0, 19).replace('T', ' at ')} UTC${within}. ${trust}`;
}

function describe(certificate: X509Certificate): TimestampAuthority {
  return {
    name: nameIn(certificate.subject),
    issuer: nameIn(certificate.issuer),
    fingerprint: certificate.fingerprint256,
  };
}

/** The common name, else all of it in one line. A stranger's text: short, and without control characters. */
export function nameIn(distinguished: string): string {
  const common = /^CN=(.+)$/m.exec(distinguished)?.[1] ?? distinguished.split('\n').join(', ');
  return common.replace(/\p{C}/gu, '').slice(0, 120) || 'an authority without a name';
}
