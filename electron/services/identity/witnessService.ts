/** Countersigning: somebody else's receipt signed here, and what others signed of ours, checked and kept. */
import type { ReceiptView, WitnessedReceipt } from '../../../shared/contract/identity.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { vaultCode } from '../../../shared/domain/exhibitSeries.ts';
import {
  type Countersignature,
  readCountersignature,
  writeCountersignature,
} from '../../../shared/domain/identity/countersignature.ts';
import { namespaces } from '../../../shared/domain/identity/identity.ts';
import { readReceipt } from '../../../shared/domain/identity/receipt.ts';
import { joinSigned, splitSigned } from '../../../shared/domain/identity/signedText.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fingerprintOf } from '../../ssh/index.ts';
import { writeAside } from '../../documents/writeAside.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import type { HostContext } from '../host.ts';
import { sha256Of, sha512Of } from './digests.ts';
import { vaultIdOf } from './identitySql.ts';
import { requireIdentity, signAs } from './ownKeys.ts';
import { readOrRefuse, requireReceipt, sound } from './receiptService.ts';
import {
  allWitnessed,
  findReceiptByText,
  findWitnessed,
  hasCountersignature,
  insertCountersignature,
  insertWitnessed,
  type StoredWitnessed,
} from './receiptSql.ts';
import { judgeSignature, signerOf } from './signers.ts';

/** As the witness: signs the whole text of a receipt whose own signature fits, and keeps a copy. */
export function countersign(ctx: CommandContext, input: ParsedInputOf<'receipt.countersign'>): WitnessedReceipt {
  const identity = requireIdentity(ctx.db);
  const { text: receiptText, signature } = splitSigned(input.text);
  const receipt = readOrRefuse(readReceipt(receiptText));
  requireValid(ctx.db, receiptText, signature, namespaces.receipt, receipt.signingKey, 'receipt');
  const vaultId = vaultIdOf(ctx.db);
  if (receipt.vaultId === vaultId || receipt.signingKey === identity.signingKey)
    throw new ProbatumError('receipt-unfit', {
      problem: 'This receipt is this vault’s own, and a witness must be somebody else.',
    });
  const said: Countersignature = {
    receiptSha256: sha256Of(receiptText),
    witness: identity.name,
    team: identity.team,
    vaultCode: vaultCode(vaultId),
    witnessedAt: ctx.now(),
    signingKey: identity.signingKey,
    note: input.note,
    receiptText,
  };
  const text = writeCountersignature(said);
  const stored: StoredWitnessed = {
    sha256: sha256Of(text),
    text,
    signature: signAs(ctx.db, namespaces.countersignature, sha512Of(text)),
    witnessedBy: ctx.actor,
  };
  insertWitnessed(ctx.db, { ...stored, ...said, identityId: identity.id });
  ctx.custody.record({
    action: 'receipt-witnessed',
    subject: receipt.vaultId,
    sha256: said.receiptSha256,
    details: { vault: receipt.vaultCode, events: String(receipt.eventCount), head: receipt.headHash },
  });
  return witnessedView(ctx.db, stored);
}

function witnessedView(db: ReadableDb, { sha256, text, witnessedBy }: StoredWitnessed): WitnessedReceipt {
  const { receiptText, witnessedAt, note } = sound(readCountersignature(text));
  const receipt = sound(readReceipt(receiptText));
  const { signingKey } = receipt;
  const [fingerprint, signer] = [fingerprintOf(signingKey), signerOf(db, signingKey)];
  return { sha256, receipt, fingerprint, signer, witnessedAt, witnessedBy, note };
}

export function listWitnessed(ctx: QueryContext): WitnessedReceipt[] {
  return allWitnessed(ctx.db).map(stored => witnessedView(ctx.db, stored));
}

export async function saveCountersignature(
  host: HostContext,
  { sha256, to }: ParsedInputOf<'receipt.saveCountersignature'>,
): Promise<OutputOf<'receipt.saveCountersignature'>> {
  const path = host.grants.placeOf(to);
  const stored = findWitnessed(host.session.queryContext().db, sha256);
  if (!stored) throw new ProbatumError('not-found', { what: 'countersignature', id: sha256 });
  await writeAside(path, new TextEncoder().encode(joinSigned(stored.text, stored.signature)), () => {});
  return { path };
}

/** As the maker of the receipt. The same file twice changes nothing. */
export function keepCountersignature(
  ctx: CommandContext,
  input: ParsedInputOf<'receipt.keepCountersignature'>,
): ReceiptView {
  const { text, signature } = splitSigned(input.text);
  const said = readOrRefuse(readCountersignature(text));
  const armoured = requireValid(
    ctx.db,
    text,
    signature,
    namespaces.countersignature,
    said.signingKey,
    'countersignature',
  );
  const ours = findReceiptByText(ctx.db, sha256Of(said.receiptText));
  if (!ours || said.receiptSha256 !== ours.sha256)
    throw new ProbatumError('receipt-unfit', {
      problem: 'This countersignature is of no receipt that was made in this vault.',
    });
  if (signerOf(ctx.db, said.signingKey).known === 'own')
    throw new ProbatumError('receipt-unfit', {
      problem: 'This countersignature was made with this vault’s own key, and a witness must be somebody else.',
    });
  const sha256 = sha256Of(text);
  if (hasCountersignature(ctx.db, sha256)) return requireReceipt(ctx, ours.id).view;
  insertCountersignature(ctx.db, {
    sha256,
    receiptId: ours.id,
    text,
    signature: armoured,
    witness: said.witness,
    team: said.team,
    vaultCode: said.vaultCode,
    signingKey: said.signingKey,
    note: said.note,
    witnessedAt: said.witnessedAt,
    keptAt: ctx.now(),
    keptBy: ctx.actor,
  });
  ctx.custody.record({
    action: 'countersignature-kept',
    subject: ours.id,
    sha256,
    details: { witness: said.witness, fingerprint: fingerprintOf(said.signingKey), at: said.witnessedAt },
  });
  return requireReceipt(ctx, ours.id).view;
}

/** @throws receipt-unfit */
function requireValid(
  db: ReadableDb,
  text: string,
  signature: string | null,
  namespace: string,
  signingKey: string,
  what: string,
): string {
  const verdict = judgeSignature(db, { text, signature, namespace, signingKey });
  if (signature === null || verdict.state === 'none')
    throw new ProbatumError('receipt-unfit', { problem: `This ${what} has no signature under its text.` });
  if (verdict.state === 'invalid')
    throw new ProbatumError('receipt-unfit', {
      problem: `The signature of this ${what} does not fit: the text was changed after it was signed, or another key signed it.`,
    });
  return signature;
}
