/** The signature of a time-stamp token: over its content, by the certificate that it names, which is one for time-stamps. */
import { constants, createHash, type KeyObject, verify, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { type Attribute, Certificate } from 'pkijs';
import { hashNames, oid, signatureHashes, strongHashes } from './oids.ts';
import type { OpenToken } from './timestampToken.ts';

export type SignatureProblem =
  | 'does-not-fit'
  | 'no-certificate'
  | 'other-certificate'
  | 'not-for-time'
  | 'not-supported';

export function checkSignature(token: OpenToken): 'valid' | SignatureProblem {
  const { content, signer, signerCertificate } = token;
  if (!signerCertificate) return 'no-certificate';
  const signed = signer.signedAttrs;
  const digestHash = hashNames[signer.digestAlgorithm.algorithmId];
  if (!digestHash || !strongHashes.includes(digestHash)) return 'not-supported';
  // A token without signed attributes would not name its certificate.
  if (!signed) return 'other-certificate';
  const digest = createHash(digestHash).update(content).digest();
  if (typeNamed(signed.attributes) !== oid.timestampInfo) return 'does-not-fit';
  if (!digest.equals(octetsOf(only(signed.attributes, oid.messageDigest)))) return 'does-not-fit';
  const fits = verifyBytes(new Uint8Array(signed.encodedValue), token, digestHash);
  if (fits !== 'valid') return fits;
  if (!namesCertificate(signed.attributes, signerCertificate)) return 'other-certificate';
  return isForTime(signerCertificate) ? 'valid' : 'not-for-time';
}

function verifyBytes(
  bytes: Uint8Array,
  { signer, signerCertificate }: OpenToken,
  digestHash: string,
): 'valid' | 'does-not-fit' | 'not-supported' {
  const method = signer.signatureAlgorithm.algorithmId;
  const hash = signatureHashes[method] ?? digestHash;
  if (!signerCertificate || !strongHashes.includes(hash)) return 'not-supported';
  try {
    const key = new X509Certificate(signerCertificate).publicKey;
    const kind = key.asymmetricKeyType ?? '';
    if (!['rsa', 'rsa-pss', 'ec', 'ed25519'].includes(kind)) return 'not-supported';
    const signature = signer.signature.valueBlock.valueHexView;
    return verify(kind === 'ed25519' ? null : hash, bytes, padded(key, method), signature) ? 'valid' : 'does-not-fit';
  } catch {
    return 'not-supported';
  }
}

function padded(key: KeyObject, method: string): Parameters<typeof verify>[2] {
  if (method !== oid.rsaPss) return key;
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO };
}

/** The value of an attribute that stands there exactly once, with one value. */
function only(attributes: readonly Attribute[], type: string): asn1js.AsnType | null {
  const [found, another] = attributes.filter(one => one.type === type);
  return found && !another && found.values.length === 1 ? (found.values[0] as asn1js.AsnType) : null;
}

function typeNamed(attributes: readonly Attribute[]): string | null {
  const value = only(attributes, oid.contentType);
  return value instanceof asn1js.ObjectIdentifier ? value.valueBlock.toString() : null;
}

function octetsOf(value: unknown): Uint8Array {
  return value instanceof asn1js.OctetString ? value.valueBlock.valueHexView : new Uint8Array(0);
}

/**
 * RFC 5816: the first certificate named among the signed attributes is the one that signed, by its digest. Else a token
 * could be shown with another certificate of the same key.
 */
function namesCertificate(attributes: readonly Attribute[], certificate: Uint8Array): boolean {
  const value = only(attributes, oid.signingCertificateV2) ?? only(attributes, oid.signingCertificate);
  const standard = only(attributes, oid.signingCertificateV2) ? 'sha256' : 'sha1';
  const parts = partsOf(partsOf(partsOf(value)[0])[0]);
  const [first] = parts;
  const stated = first instanceof asn1js.Sequence ? partsOf(first)[0] : null;
  const hash = stated instanceof asn1js.ObjectIdentifier ? hashNames[stated.valueBlock.toString()] : standard;
  const named = octetsOf(parts.find(part => part instanceof asn1js.OctetString));
  return hash !== undefined && createHash(hash).update(certificate).digest().equals(named);
}

function partsOf(value: unknown): asn1js.AsnType[] {
  return value instanceof asn1js.Sequence ? (value.valueBlock.value as asn1js.AsnType[]) : [];
}

/** RFC 3161: its use is time-stamping alone, and whoever does not know that use must refuse it. */
function isForTime(der: Uint8Array): boolean {
  const uses =
    Certificate.fromBER(new Uint8Array(der)).extensions?.filter(({ extnID }) => extnID === oid.extendedKeyUsage) ?? [];
  const [use, another] = uses;
  if (!use || another || !use.critical) return false;
  const purposes = partsOf(asn1js.fromBER(use.extnValue.valueBlock.valueHexView).result);
  const [purpose] = purposes;
  return (
    purposes.length === 1 &&
    purpose instanceof asn1js.ObjectIdentifier &&
    purpose.valueBlock.toString() === oid.timeStamping
  );
}
