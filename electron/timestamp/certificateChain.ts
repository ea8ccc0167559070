/** From a certificate upwards to one that is trusted, by the certificates at hand and as of one moment. */
import { X509Certificate } from 'node:crypto';
import { ProbatumError } from '../../shared/kernel/errors.ts';

const MOST_STEPS = 8;

/** The certificates in PEM texts, several in one where they stand below each other. */
export function readRoots(texts: readonly string[]): X509Certificate[] {
  return texts.flatMap(text => {
    const found = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
    try {
      if (found.length > 0) return found.map(pem => new X509Certificate(pem));
    } catch {
      // Said below.
    }
    throw new ProbatumError('timestamp-unfit', { problem: 'This is not a certificate in text form (PEM).' });
  });
}

export function leadsToRoot(
  certificate: X509Certificate,
  between: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  at: Date,
  steps = 0,
): boolean {
  if (!validAt(certificate, at)) return false;
  if (roots.some(root => root.fingerprint256 === certificate.fingerprint256)) return true;
  if (steps === MOST_STEPS) return false;
  return [...roots, ...between].some(
    issuer =>
      issuer.fingerprint256 !== certificate.fingerprint256 &&
      issued(certificate, issuer) &&
      leadsToRoot(issuer, between, roots, at, steps + 1),
  );
}

function issued(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    // A kind of key that this runtime does not know.
    return false;
  }
}

export function validAt({ validFrom, validTo }: X509Certificate, at: Date): boolean {
  return Date.parse(validFrom) <= at.getTime() && at.getTime() <= Date.parse(validTo);
}
