/** What an authority's time stamp (RFC 3161) says of a receipt's file, or of its text alone. */
import type { TimestampView } from '../../../shared/contract/identity.ts';
import { joinSigned } from '../../../shared/domain/identity/signedText.ts';
import { checkTimestamp, type TimestampVerdict } from '../../timestamp/index.ts';
import type { StoredReceipt, StoredTimestamp } from './receiptSql.ts';

/** Whoever asked for the stamp stamped the file as it was saved; the text without its signature does as well. */
export function judgeTimestamp(
  receipt: Pick<StoredReceipt, 'text' | 'signature'>,
  token: Uint8Array,
): TimestampVerdict {
  const encoder = new TextEncoder();
  const ofFile = checkTimestamp(token, encoder.encode(joinSigned(receipt.text, receipt.signature)));
  return ofFile.covers ? ofFile : checkTimestamp(token, encoder.encode(receipt.text));
}

export function timestampView(receipt: StoredReceipt, kept: StoredTimestamp): TimestampView {
  const { token, authority, sentence, notChecked } = judgeTimestamp(receipt, kept.token);
  return {
    sha256: kept.sha256,
    time: token.time,
    authority: authority?.name ?? null,
    sentence,
    notChecked: [...notChecked],
    keptAt: kept.keptAt,
    keptBy: kept.keptBy,
  };
}
