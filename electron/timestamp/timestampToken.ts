/** An RFC 3161 time-stamp token as it stands: read with pkijs, nothing of it believed yet. */
import { X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { type Instant, toInstant } from '../../shared/kernel/dates.ts';
import { hashNames, oid } from './oids.ts';

/** A token is some kilobytes; what is larger is something else, and a reader of nested structures should not see it. */
const MOST_BYTES = 1024 * 1024;
const GRANTED = [0, 1];

export interface TimestampToken {
  /** What the authority says its clock showed. */
  time: Instant;
  /** How far its clock may be off, where it says so. */
  accuracyMs: number | null;
  /** The digest that was stamped, and by which function it was made. */
  hash: string;
  digest: string;
  serial: string;
  policy: string;
}

/** What is needed to check the token; nothing for people. */
export interface OpenToken extends TimestampToken {
  content: Uint8Array;
  signer: SignerInfo;
  certificates: Uint8Array[];
  /** The certificate that the signature names, if it is in the token. */
  signerCertificate: Uint8Array | null;
}

/**
 * Reads a token, or the whole answer of an authority. Throws a sentence for what is neither, and for an answer that
 * refuses. What it says is not checked here: see `checkTimestamp`.
 */
export function readTimestampToken(bytes: Uint8Array): TimestampToken {
  const { time, accuracyMs, hash, digest, serial, policy } = openToken(bytes);
  return { time, accuracyMs, hash, digest, serial, policy };
}

/** Whether these bytes are the answer of an authority, and not the token alone; openssl wants to be told. */
export function isWholeAnswer(bytes: Uint8Array): boolean {
  const { result } = asn1js.fromBER(bytes);
  return result instanceof asn1js.Sequence && !(result.valueBlock.value[0] instanceof asn1js.ObjectIdentifier);
}

export function openToken(bytes: Uint8Array): OpenToken {
  if (bytes.length === 0 || bytes.length > MOST_BYTES) throw unfit('This is not a time-stamp token.');
  try {
    return parseToken(bytes);
  } catch (error) {
    if (error instanceof ProbatumError) throw error;
    throw unfit('This is not a time-stamp token, or it is damaged.');
  }
}

function parseToken(bytes: Uint8Array): OpenToken {
  const info = contentInfoOf(bytes);
  if (info.contentType !== oid.signedData) throw unfit('This is not a time-stamp token.');
  const signed = new SignedData({ schema: info.content });
  const { eContentType, eContent } = signed.encapContentInfo;
  if (eContentType !== oid.timestampInfo || !eContent) throw unfit('This is a signature, but not a time-stamp token.');
  const [signer, another] = signed.signerInfos;
  if (!signer || another) throw unfit('This time-stamp token has not one signature, as it should.');
  const content = new Uint8Array(eContent.getValue());
  const said = TSTInfo.fromBER(content);
  const certificates = (signed.certificates ?? []).filter(one => one instanceof Certificate);
  const signerCertificate = certificates.find(one => names(signer, one));
  const { accuracy, messageImprint } = said;
  return {
    time: toInstant(said.genTime),
    accuracyMs: accuracy
      ? (accuracy.seconds ?? 0) * 1000 + (accuracy.millis ?? 0) + (accuracy.micros ?? 0) / 1000
      : null,
    hash: hashNames[messageImprint.hashAlgorithm.algorithmId] ?? messageImprint.hashAlgorithm.algorithmId,
    digest: Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView).toString('hex'),
    serial: Buffer.from(said.serialNumber.valueBlock.valueHexView).toString('hex'),
    policy: said.policy,
    content,
    signer,
    certificates: certificates.map(toDer),
    signerCertificate: signerCertificate ? toDer(signerCertificate) : null,
  };
}

/** The token itself, or the one inside an authority's answer. */
function contentInfoOf(bytes: Uint8Array): ContentInfo {
  const { offset, result } = asn1js.fromBER(bytes);
  if (offset !== bytes.length) throw unfit('This is not a time-stamp token, or something stands behind it.');
  const [first] = result instanceof asn1js.Sequence ? result.valueBlock.value : [];
  if (first instanceof asn1js.ObjectIdentifier) return new ContentInfo({ schema: result });
  const { status, timeStampToken } = new TimeStampResp({ schema: result });
  if (!GRANTED.includes(status.status) || !timeStampToken) {
    throw unfit('This is the answer of a time-stamp authority that refused: it holds no token.');
  }
  return timeStampToken;
}

/** Whether `signer` names this certificate: by issuer and number, or by the identifier of its key. */
function names({ sid }: SignerInfo, certificate: Certificate): boolean {
  if (sid instanceof IssuerAndSerialNumber) {
    return certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber);
  }
  const keyId = certificate.extensions?.find(({ extnID }) => extnID === oid.subjectKeyIdentifier)?.extnValue;
  const named = sid?.valueBlock?.valueHexView ?? sid?.valueBlock?.value?.[0]?.valueBlock?.valueHexView;
  if (!keyId || !named) return false;
  // The extension is an octet string in an octet string.
  const inner = asn1js.fromBER(keyId.valueBlock.valueHexView).result;
  return inner instanceof asn1js.OctetString && Buffer.compare(inner.valueBlock.valueHexView, named) === 0;
}

function toDer(certificate: Certificate): Uint8Array {
  const der = new Uint8Array(certificate.toSchema().toBER());
  // Throws for what Node cannot read either.
  return new Uint8Array(new X509Certificate(der).raw);
}

function unfit(problem: string): ProbatumError {
  return new ProbatumError('timestamp-unfit', { problem });
}
