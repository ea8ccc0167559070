/** Receipts of this vault's custody head: made, listed, checked, written to files. */
import type {
  CountersignatureView,
  ReceiptCheck,
  ReceiptView,
  TimestampView,
} from '../../../shared/contract/identity.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { vaultCode } from '../../../shared/domain/exhibitSeries.ts';
import { isCountersignature, readCountersignature } from '../../../shared/domain/identity/countersignature.ts';
import { namespaces } from '../../../shared/domain/identity/identity.ts';
import {
  type Receipt,
  type Reading,
  readReceipt,
  readReceiptLine,
  writeReceipt,
  writeReceiptLine,
} from '../../../shared/domain/identity/receipt.ts';
import { splitSigned } from '../../../shared/domain/identity/signedText.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { groupBy } from '../../../shared/kernel/groupBy.ts';
import type { ReceiptId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fingerprintOf } from '../../ssh/index.ts';
import { readTimestampToken } from '../../timestamp/index.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { custodyHead } from '../custody/index.ts';
import type { HostContext } from '../host.ts';
import { chainVerdict, eventAtPlace } from './chainVerdict.ts';
import { sha256Of, sha512Of } from './digests.ts';
import { readGiven } from './givenText.ts';
import { vaultIdOf } from './identitySql.ts';
import { requireIdentity, signAs } from './ownKeys.ts';
import { drawQr } from './receiptCode.ts';
import {
  allCountersignatures,
  allReceipts,
  allTimestamps,
  findReceipt,
  findReceiptByText,
  hasCountersignature,
  insertReceipt,
  type StoredCountersignature,
  type StoredReceipt,
  type StoredTimestamp,
} from './receiptSql.ts';
import { judgeSignature, signerOf } from './signers.ts';
import { judgeStamp, stampedPart } from './timestampView.ts';
import { trustedPems } from './trustedSql.ts';

/** The head as it stood before this very step, which is the next event. */
export function makeReceipt(ctx: CommandContext): ReceiptView {
  const identity = requireIdentity(ctx.db);
  const head = custodyHead(ctx.db);
  const vaultId = vaultIdOf(ctx.db);
  const receipt: Receipt = {
    vaultId,
    vaultCode: vaultCode(vaultId),
    eventCount: head.count,
    headHash: Sha256.parse(head.hash),
    madeAt: ctx.now(),
    name: identity.name,
    team: identity.team,
    signingKey: identity.signingKey,
  };
  const text = writeReceipt(receipt);
  const stored: StoredReceipt = {
    id: ctx.newId('rcp'),
    sha256: sha256Of(text),
    text,
    signature: signAs(ctx.db, namespaces.receipt, sha512Of(text)),
    madeBy: ctx.actor,
  };
  const { eventCount, headHash, madeAt } = receipt;
  insertReceipt(ctx.db, { ...stored, identityId: identity.id, eventCount, headHash, madeAt });
  ctx.custody.record({
    action: 'receipt-made',
    subject: stored.id,
    sha256: stored.sha256,
    details: { events: String(eventCount), head: headHash },
  });
  return toView(ctx, stored, [], []);
}

export function listReceipts(ctx: QueryContext): ReceiptView[] {
  const kept = groupBy(allCountersignatures(ctx.db), one => one.receiptId);
  const stamped = groupBy(allTimestamps(ctx.db), one => one.receiptId);
  return allReceipts(ctx.db).map(stored =>
    toView(ctx, stored, kept.get(stored.id) ?? [], stamped.get(stored.id) ?? []),
  );
}

/** @throws not-found */
export function requireReceipt(ctx: QueryContext, id: ReceiptId): { stored: StoredReceipt; view: ReceiptView } {
  const stored = findReceipt(ctx.db, id);
  if (!stored) throw new ProbatumError('not-found', { what: 'receipt', id });
  const kept = allCountersignatures(ctx.db).filter(one => one.receiptId === id);
  const stamped = allTimestamps(ctx.db).filter(one => one.receiptId === id);
  return { stored, view: toView(ctx, stored, kept, stamped) };
}

function toView(
  ctx: QueryContext,
  stored: StoredReceipt,
  kept: readonly StoredCountersignature[],
  stamped: readonly StoredTimestamp[],
): ReceiptView {
  const receipt = sound(readReceipt(stored.text));
  const line = writeReceiptLine(receipt);
  const { id, sha256, text, madeBy } = stored;
  return {
    ...receipt,
    id,
    sha256,
    text,
    madeBy,
    fingerprint: fingerprintOf(receipt.signingKey),
    line,
    qr: drawQr(line),
    chain: eventAtPlace(ctx, receipt),
    countersignatures: kept.map(one => countersignatureView(ctx.db, one)),
    timestamps: stamped.map(one => stampView(ctx.db, stored, one)),
  };
}

function countersignatureView(
  db: ReadableDb,
  { sha256, text, keptAt, keptBy }: StoredCountersignature,
): CountersignatureView {
  const { receiptText: _, ...said } = sound(readCountersignature(text));
  return {
    ...said,
    sha256,
    keptAt,
    keptBy,
    fingerprint: fingerprintOf(said.signingKey),
    signer: signerOf(db, said.signingKey),
  };
}

/** Judged anew each time, since whom one trusts changes. */
function stampView(db: ReadableDb, stored: StoredReceipt, { token, keptAt, keptBy }: StoredTimestamp): TimestampView {
  const part = stampedPart(stored, readTimestampToken(token));
  return { ...judgeStamp(token, part, trustedPems(db)), keptAt, keptBy };
}

/** What was kept was read once already. */
export function sound<Value>(reading: Reading<Value>): Value {
  if (!reading.ok) throw new Error(`what was kept cannot be read: ${reading.problem}`);
  return reading.value;
}

/** @throws receipt-unfit */
export function readOrRefuse<Value>(reading: Reading<Value>): Value {
  if (!reading.ok) throw new ProbatumError('receipt-unfit', { problem: reading.problem });
  return reading.value;
}

export async function checkReceipt(host: HostContext, given: ParsedInputOf<'receipt.check'>): Promise<ReceiptCheck> {
  const whole = await readGiven(host, given);
  const ctx = host.session.queryContext();
  const head = readReceiptLine(whole);
  if (head) return { kind: 'line', head, chain: chainVerdict(ctx, head) };
  const { text, signature } = splitSigned(whole);
  return isCountersignature(text)
    ? checkCountersignature(ctx, whole, text, signature)
    : checkReceiptText(ctx, whole, text, signature);
}

function checkReceiptText(ctx: QueryContext, whole: string, text: string, signature: string | null): ReceiptCheck {
  const receipt = readOrRefuse(readReceipt(text));
  const { signingKey } = receipt;
  return {
    kind: 'receipt',
    receipt,
    fingerprint: fingerprintOf(signingKey),
    signature: judgeSignature(ctx.db, { text, signature, namespace: namespaces.receipt, signingKey }),
    chain: chainVerdict(ctx, receipt),
    receiptId: findReceiptByText(ctx.db, sha256Of(text))?.id ?? null,
    text: whole,
  };
}

function checkCountersignature(ctx: QueryContext, whole: string, text: string, signature: string | null): ReceiptCheck {
  const countersignature = readOrRefuse(readCountersignature(text));
  const { signingKey, receiptText, receiptSha256 } = countersignature;
  return {
    kind: 'countersignature',
    countersignature,
    fingerprint: fingerprintOf(signingKey),
    signature: judgeSignature(ctx.db, { text, signature, namespace: namespaces.countersignature, signingKey }),
    receiptId: sha256Of(receiptText) === receiptSha256 ? (findReceiptByText(ctx.db, receiptSha256)?.id ?? null) : null,
    kept: hasCountersignature(ctx.db, sha256Of(text)),
    text: whole,
  };
}
