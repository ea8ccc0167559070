/** Of which receipt a time stamp (RFC 3161) is, of which part of it, and whether it holds. */
import { createHash } from 'node:crypto';
import { readReceipt } from '../../../shared/domain/identity/receipt.ts';
import { joinSigned } from '../../../shared/domain/identity/signedText.ts';
import type { StampedPart, StampReading } from '../../../shared/domain/identity/timestamp.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { checkTimestamp, readTimestampToken, type TimestampToken } from '../../timestamp/index.ts';
import type { StoredReceipt } from './receiptSql.ts';

type Stamped = Pick<StoredReceipt, 'text' | 'signature'>;

/** Null where the token is of something else. */
export function stampedPart({ text, signature }: Stamped, { hash, digest }: TimestampToken): StampedPart | null {
  const isOf = (content: string) => createHash(hash).update(content, 'utf8').digest('hex') === digest;
  if (isOf(joinSigned(text, signature))) return 'saved-file';
  if (isOf(text)) return 'signed-text';
  const receipt = readReceipt(text);
  return receipt.ok && hash === 'sha256' && digest === receipt.value.headHash ? 'head-hash' : null;
}

/** `part` was compared with the token's digest before; what is left are signature, certificate and trust. */
export function judgeStamp(bytes: Uint8Array, part: StampedPart | null, trusted: readonly string[]): StampReading {
  const { digest } = readTimestampToken(bytes);
  const verdict = checkTimestamp(bytes, { digest });
  const isTrusted = trusted.length > 0 && checkTimestamp(bytes, { digest }, trusted).chain === 'leads-to-root';
  const { token, authority, problems, notChecked } = verdict;
  return {
    sha256: Sha256.parse(createHash('sha256').update(bytes).digest('hex')),
    time: token.time,
    accuracyMs: token.accuracyMs,
    authority: authority && { name: authority.name, issuer: authority.issuer, fingerprint: authority.fingerprint },
    part,
    trust: isTrusted ? 'trusted' : trusted.length > 0 ? 'not-trusted' : 'none-to-compare',
    problems: [...problems],
    notChecked: [...notChecked],
  };
}
