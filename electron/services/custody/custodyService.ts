import { createHash } from 'node:crypto';
import { type CustodyEvent, custodyGenesis, custodyPreimage } from '../../../shared/domain/custody.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { storableText } from '../../../shared/kernel/storableText.ts';
import type { WritableDb } from '../../db/handles.ts';
import type { CustodyEntry, QueryContext } from '../context.ts';
import { countCustodyEvents, custodyChain, custodyEvents, custodyHead, insertCustodyEvent } from './custodySql.ts';

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Appends one event to the chain, in the caller's transaction: step and event stand or fall together. */
export function recordCustody(db: WritableDb, actor: string, at: Instant, entry: CustodyEntry): CustodyEvent {
  const head = custodyHead(db);
  const event = {
    seq: head.count + 1,
    at,
    actor: storableText(actor),
    action: entry.action,
    caseId: entry.caseId ?? null,
    exhibitId: entry.exhibitId ?? null,
    subject: storableText(entry.subject),
    sha256: entry.sha256 ?? null,
    // A file's name may hold anything; what is hashed must be what is read again.
    details: Object.fromEntries(Object.entries(entry.details ?? {}).map(([key, value]) => [key, storableText(value)])),
    previousHash: head.hash,
  };
  const whole: CustodyEvent = { ...event, hash: sha256Hex(custodyPreimage(event)) };
  insertCustodyEvent(db, whole);
  return whole;
}

export function listCustody(ctx: QueryContext, input: ParsedInputOf<'custody.list'>): OutputOf<'custody.list'> {
  return {
    events: custodyEvents(ctx.db, input, input.beforeSeq, input.limit),
    total: countCustodyEvents(ctx.db, input),
  };
}

export function verifyCustody(ctx: QueryContext): OutputOf<'custody.verify'> {
  let previous = custodyGenesis;
  let count = 0;
  for (;;) {
    const events = custodyChain(ctx.db, count, 2000);
    for (const event of events) {
      count += 1;
      const sound =
        event.seq === count && event.previousHash === previous && sha256Hex(custodyPreimage(event)) === event.hash;
      if (!sound) return { ok: false, brokenAt: event.seq, count };
      previous = event.hash;
    }
    if (events.length === 0) return { ok: true, brokenAt: null, count };
  }
}

export { custodyHead };
