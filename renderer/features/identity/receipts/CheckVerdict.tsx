import type { ReceiptCheck } from '../../../../shared/contract/identity.ts';
import {
  type ChainVerdict,
  chainWords,
  type SignatureVerdict,
  signatureWords,
} from '../../../../shared/domain/identity/verdicts.ts';
import { countOf, InstantText, Mono, Notice } from '../../../ui/index.ts';

/** What came of the check, each part by itself: a fitting signature says nothing of the chain, nor the other way round. */
export function CheckVerdict({ check }: { check: ReceiptCheck }) {
  switch (check.kind) {
    case 'line':
      return <ChainNotice chain={check.chain} eventCount={check.head.eventCount} />;
    case 'receipt':
      return (
        <>
          <p>
            A receipt of {countOf(check.receipt.eventCount, 'event')} of vault <Mono>{check.receipt.vaultCode}</Mono>,
            made by <bdi>{check.receipt.name}</bdi> on <InstantText at={check.receipt.madeAt} withTime /> UTC by their
            clock.
          </p>
          <SignatureNotice signature={check.signature} />
          <ChainNotice chain={check.chain} eventCount={check.receipt.eventCount} />
        </>
      );
    case 'countersignature':
      return (
        <>
          <p>
            A countersignature by <bdi>{check.countersignature.witness}</bdi>,{' '}
            <InstantText at={check.countersignature.witnessedAt} withTime /> UTC by their clock.
          </p>
          <SignatureNotice signature={check.signature} />
          {check.receiptId === null && (
            <Notice kind="problem">It is of no receipt that was made in this vault, so it is not kept here.</Notice>
          )}
          {check.kept && <Notice kind="good">It is kept with the receipt already.</Notice>}
        </>
      );
  }
}

function SignatureNotice({ signature }: { signature: SignatureVerdict }) {
  const trusted =
    signature.state === 'valid' &&
    (signature.signer.known === 'own' ||
      (signature.signer.known === 'contact' && signature.signer.verified && !signature.signer.withdrawn));
  const kind = signature.state !== 'valid' ? 'problem' : trusted ? 'good' : 'warning';
  return (
    <Notice kind={kind}>
      {signatureWords(signature)}
      {signature.state === 'valid' && (
        <>
          {' '}
          <Mono wrap>{signature.fingerprint}</Mono>
        </>
      )}
    </Notice>
  );
}

function ChainNotice({ chain, eventCount }: { chain: ChainVerdict; eventCount: number }) {
  const kind = chain.state === 'contains' ? 'good' : chain.state === 'other-vault' ? 'info' : 'problem';
  return <Notice kind={kind}>{chainWords(chain, eventCount)}</Notice>;
}
