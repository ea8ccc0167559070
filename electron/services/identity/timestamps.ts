/** Time stamps (RFC 3161) of receipts: what an authority's token says of a receipt's file, or of its text alone. */
import { createHash } from 'node:crypto';
import type { TimestampView } from '../../../shared/contract/identity.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { joinSigned } from '../../../shared/domain/identity/signedText.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { checkTimestamp, readTimestampToken, type TimestampVerdict } from '../../timestamp/index.ts';
import type { HostContext } from '../host.ts';
import { readSmall } from './givenText.ts';
import { requireReceipt } from './receiptService.ts';
import { allReceipts, allTimestamps, insertTimestamp, type StoredReceipt, type StoredTimestamp } from './receiptSql.ts';

const mostTokenBytes = 256 * 1024;

/** Whoever asked for the stamp stamped the file as it was saved; the text without its signature does as well. */
function judge(receipt: Pick<StoredReceipt, 'text' | 'signature'>, token: Uint8Array): TimestampVerdict {
  const encoder = new TextEncoder();
  const ofFile = checkTimestamp(token, encoder.encode(joinSigned(receipt.text, receipt.signature)));
  return ofFile.covers ? ofFile : checkTimestamp(token, encoder.encode(receipt.text));
}

export function timestampView(receipt: StoredReceipt, kept: StoredTimestamp): TimestampView {
  const { token, authority, sentence, notChecked } = judge(receipt, kept.token);
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

/** Only a token that fits one of our receipts, and against which nothing speaks, is kept. The same one twice changes nothing. */
export async function keepTimestamp(
  host: HostContext,
  { from }: ParsedInputOf<'receipt.keepTimestamp'>,
): Promise<OutputOf<'receipt.keepTimestamp'>> {
  const token = Uint8Array.from(await readSmall(host, from, mostTokenBytes));
  readTimestampToken(token);
  return host.session.write(ctx => {
    const receipt = allReceipts(ctx.db).find(one => judge(one, token).covers);
    if (!receipt)
      throw new ProbatumError('receipt-unfit', {
        problem: 'This time stamp is of no receipt that was made in this vault.',
      });
    const verdict = judge(receipt, token);
    if (!verdict.ok) throw new ProbatumError('receipt-unfit', { problem: verdict.sentence });
    const sha256 = Sha256.parse(createHash('sha256').update(token).digest('hex'));
    if (!allTimestamps(ctx.db).some(one => one.sha256 === sha256)) {
      insertTimestamp(ctx.db, { sha256, receiptId: receipt.id, token, keptAt: ctx.now(), keptBy: ctx.actor });
      ctx.custody.record({
        action: 'timestamp-kept',
        subject: receipt.id,
        sha256,
        details: { authority: verdict.authority?.name ?? 'not named', time: verdict.token.time },
      });
    }
    return requireReceipt(ctx, receipt.id).view;
  });
}
