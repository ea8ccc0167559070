/** Whether the custody chain still holds what a receipt says it held. */
import type { ReceiptHead } from '../../../shared/domain/identity/receipt.ts';
import type { ChainVerdict } from '../../../shared/domain/identity/verdicts.ts';
import type { QueryContext } from '../context.ts';
import { custodyChain, custodyHead, verifyCustody } from '../custody/index.ts';
import { vaultIdOf } from './identitySql.ts';

/** One look at the event in that place. Since its hash covers all before, this is enough unless the log itself was tampered with. */
export function eventAtPlace({ db }: QueryContext, head: ReceiptHead): ChainVerdict {
  if (head.vaultId !== vaultIdOf(db)) return { state: 'other-vault' };
  const { count } = custodyHead(db);
  const [event] = custodyChain(db, head.eventCount - 1, 1);
  if (!event || event.seq !== head.eventCount) return { state: 'shorter', count };
  if (event.hash !== head.headHash) return { state: 'differs', found: event.hash };
  return { state: 'contains', later: count - head.eventCount, walked: false };
}

/** The same, and every event up to there follows from the one before: somebody could have left the noted hash in its place. */
export function chainVerdict(ctx: QueryContext, head: ReceiptHead): ChainVerdict {
  const verdict = eventAtPlace(ctx, head);
  if (verdict.state !== 'contains') return verdict;
  const chain = verifyCustody(ctx);
  const isWhole = chain.ok || chain.brokenAt === null || chain.brokenAt > head.eventCount;
  return isWhole ? { ...verdict, walked: true } : { state: 'broken', at: chain.brokenAt ?? 0 };
}
