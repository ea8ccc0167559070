/** Time stamps of receipts (RFC 3161), brought by a person: checked, and kept where they hold. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { readReceipt } from '../../../shared/domain/identity/receipt.ts';
import { type StampReading, stampWords } from '../../../shared/domain/identity/timestamp.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { readTimestampToken } from '../../timestamp/index.ts';
import type { HostContext } from '../host.ts';
import { readSmall } from './givenText.ts';
import { requireReceipt, sound } from './receiptService.ts';
import { allReceipts, hasTimestamp, insertTimestamp, type StoredReceipt } from './receiptSql.ts';
import { judgeStamp, stampedPart } from './timestampView.ts';
import { trustedPems } from './trustedSql.ts';

const mostTokenBytes = 256 * 1024;

interface Found {
  receipt: StoredReceipt | null;
  stamp: StampReading;
}

/** @throws timestamp-unfit */
function findReceiptOf(db: ReadableDb, token: Uint8Array): Found {
  const said = readTimestampToken(token);
  const receipt = allReceipts(db).find(one => stampedPart(one, said) !== null) ?? null;
  return { receipt, stamp: judgeStamp(token, receipt && stampedPart(receipt, said), trustedPems(db)) };
}

export async function checkStamp(
  host: HostContext,
  { from }: ParsedInputOf<'receipt.checkTimestamp'>,
): Promise<OutputOf<'receipt.checkTimestamp'>> {
  const bytes = Uint8Array.from(await readSmall(host, from, mostTokenBytes));
  const { db } = host.session.queryContext();
  const { receipt, stamp } = findReceiptOf(db, bytes);
  return {
    ...stamp,
    receipt: receipt && { id: receipt.id, eventCount: sound(readReceipt(receipt.text)).eventCount },
    kept: hasTimestamp(db, stamp.sha256),
  };
}

/** Only a token that is of one of our receipts, and against which nothing speaks, is kept. The same one twice changes nothing. */
export async function keepTimestamp(
  host: HostContext,
  { from }: ParsedInputOf<'receipt.keepTimestamp'>,
): Promise<OutputOf<'receipt.keepTimestamp'>> {
  const bytes = Uint8Array.from(await readSmall(host, from, mostTokenBytes));
  return host.session.write(ctx => {
    const { receipt, stamp } = findReceiptOf(ctx.db, bytes);
    if (!receipt || stamp.problems.length > 0) throw new ProbatumError('receipt-unfit', { problem: stampWords(stamp) });
    const { sha256, time, authority } = stamp;
    if (!hasTimestamp(ctx.db, sha256)) {
      insertTimestamp(ctx.db, { sha256, receiptId: receipt.id, token: bytes, keptAt: ctx.now(), keptBy: ctx.actor });
      ctx.custody.record({
        action: 'timestamp-kept',
        subject: receipt.id,
        sha256,
        details: { authority: authority?.name ?? 'not named', time },
      });
    }
    return requireReceipt(ctx, receipt.id).view;
  });
}
