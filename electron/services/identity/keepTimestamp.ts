/** Time stamps of receipts, checked and kept. */
import { createHash } from 'node:crypto';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { readTimestampToken } from '../../timestamp/index.ts';
import type { HostContext } from '../host.ts';
import { readSmall } from './givenText.ts';
import { requireReceipt } from './receiptService.ts';
import { allReceipts, allTimestamps, insertTimestamp } from './receiptSql.ts';
import { judgeTimestamp } from './timestampView.ts';

const mostTokenBytes = 256 * 1024;

/** Only a token that fits one of our receipts, and against which nothing speaks, is kept. The same one twice changes nothing. */
export async function keepTimestamp(
  host: HostContext,
  { from }: ParsedInputOf<'receipt.keepTimestamp'>,
): Promise<OutputOf<'receipt.keepTimestamp'>> {
  const token = Uint8Array.from(await readSmall(host, from, mostTokenBytes));
  readTimestampToken(token);
  return host.session.write(ctx => {
    const receipt = allReceipts(ctx.db).find(one => judgeTimestamp(one, token).covers);
    if (!receipt)
      throw new ProbatumError('receipt-unfit', {
        problem: 'This time stamp is of no receipt that was made in this vault.',
      });
    const verdict = judgeTimestamp(receipt, token);
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
