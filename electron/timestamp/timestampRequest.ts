/**
 * The request (RFC 3161, `.tsq`) that a person takes to a time-stamp authority: the digest and nothing else. Without a nonce the
 * same content makes the same request; the authority is asked to put its certificate into the answer, since nobody can fetch it here.
 */
const start = '3039' + '020101' + '3031' + '300d06096086480165030402010500' + '0420';
const withCertificate = '0101ff';

export function timestampRequest(sha256: Uint8Array): Uint8Array {
  if (sha256.length !== 32) throw new Error('a request is for a SHA-256');
  return Uint8Array.from(Buffer.concat([Buffer.from(start, 'hex'), sha256, Buffer.from(withCertificate, 'hex')]));
}
