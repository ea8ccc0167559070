/**
 * The parts of the custody logs that a reviewer gets, of this vault's own and of those that came with archives: what was done
 * with the exhibits that go and the findings that rest on them. Each event has all that its hash covers; events left out show as
 * gaps in the sequence. To whom other bundles went is nobody else's business, and what names what stays, stays.
 */
import { custodyPath } from '../../../shared/domain/bundle/bundlePaths.ts';
import type { BundleCustodyLog } from '../../../shared/domain/bundle.ts';
import { type CustodyEvent, stayingActions } from '../../../shared/domain/custody.ts';
import { isWhole, PartCheck, type PartVerdict, partWords } from '../../../shared/domain/custodyPart.ts';
import { canonicalJson, type Json } from '../../../shared/kernel/canonicalJson.ts';
import type { JobContext } from '../../jobs/jobContext.ts';
import { chainOf, receivedLogs, sha256Hex } from '../custody/index.ts';
import { namesThatStay } from '../departure/index.ts';
import { currentIdentity, type KeptReceipt, keptReceipts, ownVault, witnessedReceipts } from '../identity/index.ts';
import type { GatheredBundle } from './gatherBundle.ts';
import { type BundleReceiptFiles, receiptsOfBundle } from './receiptsOfBundle.ts';

const eventsAtOnce = 2000;
export interface LeavingLog extends BundleCustodyLog {
  vaultId: string;
  leaving: readonly CustodyEvent[];
}

export interface CustodyOfBundle {
  /** This vault's own first; of others only those of which something goes. */
  logs: readonly [LeavingLog, ...LeavingLog[]];
  receipts: BundleReceiptFiles;
}

type Leaves = (event: CustodyEvent) => boolean;

export async function custodyOfBundle(ctx: JobContext, gathered: GatheredBundle): Promise<CustodyOfBundle> {
  const { db } = ctx.query();
  const betrays = whatBetrays(ctx, gathered);
  const belongs = membership(gathered, betrays);
  const receipts = new Map(
    keptReceipts(db)
      .filter(({ text }) => !betrays(text))
      .map(receipt => [receipt.id as string, receipt]),
  );
  const made: KeptReceipt[] = [];
  const { vaultId, vaultCode } = ownVault(db);
  const own = await readLog(ctx, '', withReceipts(belongs, betrays, receipts, made));
  const team = currentIdentity(db)?.team ?? '';
  const logs: [LeavingLog, ...LeavingLog[]] = [
    toLog(own, { key: '', vaultId, vaultCode, team, checked: ownVerdict(own) }),
  ];
  for (const other of receivedLogs(db)) {
    const read = await readLog(ctx, other.vaultId, belongs);
    if (read.leaving.length === 0) continue;
    const key = freeKey(other.vaultCode, [vaultCode, ...logs.map(one => one.key)]);
    const checked = { ok: read.verdict.fault === null, sentence: partWords(read.verdict) };
    logs.push(toLog(read, { ...other, key, checked }));
  }
  return { logs, receipts: receiptsOfBundle(logs, made, witnessedReceipts(db), betrays) };
}

interface ReadLog {
  leaving: CustodyEvent[];
  verdict: PartVerdict;
}

function toLog(
  { leaving }: ReadLog,
  { key, vaultId, vaultCode, team, checked }: Omit<LeavingLog, 'leaving' | 'events' | 'head' | 'path'>,
): LeavingLog {
  const head = leaving.at(-1)?.hash ?? '';
  return { key, vaultId, vaultCode, team, events: leaving.length, head, path: custodyPath(key), checked, leaving };
}

/** The own log is checked from its first event on, another's as far as it is here. */
async function readLog(ctx: JobContext, vaultId: string, leaves: Leaves): Promise<ReadLog> {
  const { db } = ctx.query();
  const check = new PartCheck(sha256Hex);
  const leaving: CustodyEvent[] = [];
  let { verdict } = check;
  let after = 0;
  for (
    let slice = chainOf(db, vaultId, after, eventsAtOnce);
    slice.length > 0;
    slice = chainOf(db, vaultId, after, eventsAtOnce)
  ) {
    for (const event of slice) {
      const goes = leaves(event);
      if (goes || vaultId === '') check.add(event);
      if (!goes) continue;
      leaving.push(event);
      // Of the own log as well: what comes later, such as this very export, must not change what is said.
      verdict = check.verdict;
    }
    after = slice.at(-1)?.seq ?? after;
    ctx.signal.throwIfAborted();
    await new Promise(resolve => setImmediate(resolve));
  }
  return { leaving, verdict };
}

function ownVerdict({ verdict }: ReadLog): BundleCustodyLog['checked'] {
  if (verdict.count === 0) return { ok: true, sentence: partWords(verdict) };
  if (isWhole(verdict))
    return {
      ok: true,
      sentence: `The whole log of the vault was checked up to event ${verdict.last}, the last one here: each event of it follows from the one before.`,
    };
  const missing = `Events are missing from the vault’s own log before number ${verdict.last}. Do not rely on it.`;
  return { ok: false, sentence: verdict.fault ? partWords(verdict) : missing };
}

/** Whether words name what stays here: a confidential source, or an exhibit. */
function whatBetrays(ctx: JobContext, gathered: GatheredBundle): (text: string) => boolean {
  const { input, going, exhibits, concealer } = gathered;
  const names = namesThatStay(ctx.query().db, input.case.id, {
    going: new Set(going.map(({ id }) => id)),
    told: new Set(exhibits.map(({ id }) => id)),
  });
  return text => concealer.finds(text) || names.finds(text);
}

function membership({ input, going, sources }: GatheredBundle, betrays: (text: string) => boolean): Leaves {
  const exhibits = new Set<string>(going.map(exhibit => exhibit.id));
  const subjects = new Set<string>([
    ...input.findings.flatMap(finding => [
      finding.id,
      ...finding.claims.flatMap(claim => [claim.id, ...claim.citations.map(citation => citation.id)]),
    ]),
    ...input.figures.map(({ figure }) => figure.id),
    ...input.requests.map(request => request.id),
    // What was recorded of entities may rest on what stays; of them the log is silent. So it is of who graded a confidential source.
    ...sources.filter(({ confidential }) => !confidential).map(source => source.id),
  ]);
  return event => {
    if (stayingActions.has(event.action)) return false;
    const ours =
      event.exhibitId !== null
        ? exhibits.has(event.exhibitId)
        : subjects.has(event.subject) || (event.caseId === input.case.id && event.action === 'case-created');
    // An event cannot be changed without breaking its hash: it goes whole or not at all.
    return ours && !betrays(wordsOf(event));
  };
}

/**
 * A receipt belongs to what leaves when something of what it covers does: the event of its making then goes along, and names the
 * head as the hash before it. Those that go are put into `made`, in the order of the log.
 */
function withReceipts(
  belongs: Leaves,
  betrays: (text: string) => boolean,
  receipts: ReadonlyMap<string, KeptReceipt>,
  made: KeptReceipt[],
): Leaves {
  const going = new Set<string>();
  let began = false;
  return event => {
    const { action, subject } = event;
    const receipt = receipts.get(subject);
    if (!receipt || event.exhibitId !== null) {
      const goes = belongs(event);
      began ||= goes;
      return goes;
    }
    if (betrays(wordsOf(event))) return false;
    if (action === 'receipt-made' && began) {
      going.add(subject);
      made.push(receipt);
      return true;
    }
    return going.has(subject) && (action === 'countersignature-kept' || action === 'timestamp-kept');
  };
}

function wordsOf({ actor, subject, sha256, details }: CustodyEvent): string {
  return `${actor}\n${subject}\n${sha256 ?? ''}\n${Object.entries(details).flat().join('\n')}`;
}

function freeKey(code: string, taken: readonly string[]): string {
  let key = code;
  for (let number = 2; taken.includes(key); number += 1) key = `${code}-${number}`;
  return key;
}

export function custodyLine(event: CustodyEvent): string {
  return canonicalJson(event as Json);
}
