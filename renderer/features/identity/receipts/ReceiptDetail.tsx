import { Download } from 'lucide-react';
import { useState } from 'react';
import type {
  CountersignatureView,
  ReceiptCheck,
  ReceiptFormat,
  ReceiptView,
} from '../../../../shared/contract/identity.ts';
import { receiptFileName } from '../../../../shared/domain/identity/fileNames.ts';
import { chainWords, signerWords } from '../../../../shared/domain/identity/verdicts.ts';
import type { ErrorReport } from '../../../../shared/kernel/errors.ts';
import type { ReceiptId } from '../../../../shared/kernel/ids.ts';
import { call, reportOf } from '../../../api/index.ts';
import { Badge, Button, countOf, Failed, InstantText, MenuButton, Mono } from '../../../ui/index.ts';
import { CopyText, useCopy } from '../CopyText.tsx';
import { SavedFile } from '../SavedFile.tsx';
import { useSaveFile } from '../useSaveFile.ts';
import { WorthTable } from '../WorthTable.tsx';
import { CheckVerdict } from './CheckVerdict.tsx';
import { QrCode } from './QrCode.tsx';
import { TimeStamps } from './TimeStamps.tsx';

export interface ReceiptDetailProps {
  receipt: ReceiptView;
  onShow(id: ReceiptId): void;
}

export function ReceiptDetail({ receipt, onShow }: ReceiptDetailProps) {
  const saving = useSaveFile();
  const copy = useCopy();
  const chain = useChainCheck(receipt);
  const save = (format: ReceiptFormat) =>
    void saving.save(receiptFileName(receipt, format), format, to =>
      call('receipt.save', { receiptId: receipt.id, to, format }),
    );
  return (
    <div className="people-page">
      <section className="people-section receipt-top" aria-label="Head of the log">
        <div className="receipt-facts">
          <h2 className="people-name">Receipt of {countOf(receipt.eventCount, 'event')}</h2>
          <p className="people-team">
            <span dir="auto">{[receipt.name, receipt.team].filter(Boolean).join(', ')}</span>
            <Badge tone="accent">{receipt.vaultCode}</Badge>
          </p>
          <dl className="facts">
            <dt>Head</dt>
            <dd>
              <CopyText value={receipt.headHash} what="head" />
            </dd>
            <dt>Made</dt>
            <dd>
              <InstantText at={receipt.madeAt} withTime /> UTC, by this computer’s clock
            </dd>
            <dt>Key</dt>
            <dd>
              <Mono wrap>{receipt.fingerprint}</Mono>
            </dd>
            <dt>Log now</dt>
            <dd>{chainWords(receipt.chain, receipt.eventCount)}</dd>
          </dl>
          <div className="people-actions">
            <Button kind="primary" icon={Download} busy={saving.busy} onPress={() => save('txt')}>
              Save for a witness…
            </Button>
            <MenuButton
              label="Save as"
              items={[
                { label: 'PDF to print…', onSelect: () => save('pdf') },
                { label: 'Web page to print…', onSelect: () => save('html') },
                { label: 'QR code alone (SVG)…', onSelect: () => save('svg') },
              ]}
            />
            <Button busy={chain.busy} onPress={chain.run}>
              Check the chain
            </Button>
          </div>
          <SavedFile saving={saving} />
          {chain.error && <Failed error={chain.error} />}
          {chain.found && <CheckVerdict check={chain.found} />}
        </div>
        <figure className="receipt-code">
          <QrCode {...receipt.qr} label="The receipt in one line, as a QR code" />
          <figcaption>
            <button type="button" className="link" onClick={() => copy(receipt.line, 'line of the receipt')}>
              Copy its line
            </button>
          </figcaption>
        </figure>
      </section>
      <section className="people-section" aria-label="Countersignatures">
        <h3>Countersigned by</h3>
        {receipt.countersignatures.length === 0 ? (
          <p className="people-soft">
            Nobody yet. Save the receipt and send it to somebody outside your team; what they send back is kept under
            “Check or countersign”.
          </p>
        ) : (
          <ul className="checks">
            {receipt.countersignatures.map(one => (
              <CountersignatureLine key={one.sha256} one={one} />
            ))}
          </ul>
        )}
      </section>
      <TimeStamps receipt={receipt} onShow={onShow} />
      <section className="people-section" aria-label="Signed text">
        <h3>Signed text</h3>
        <pre className="receipt-text">{receipt.text}</pre>
      </section>
      <WorthTable />
    </div>
  );
}

function CountersignatureLine({ one }: { one: CountersignatureView }) {
  return (
    <li>
      <p>
        <strong dir="auto">{[one.witness, one.team].filter(Boolean).join(', ')}</strong> <Badge>{one.vaultCode}</Badge>
      </p>
      <p>
        <InstantText at={one.witnessedAt} withTime /> UTC by the witness’s clock
        {one.note && (
          <>
            {' · '}
            <span dir="auto">{one.note}</span>
          </>
        )}
      </p>
      <p className="people-soft">Key: {signerWords(one.signer)}</p>
      <p className="people-soft">
        <Mono wrap>{one.fingerprint}</Mono>
      </p>
    </li>
  );
}

/** The list looks at the noted place alone; this walks the whole chain. */
function useChainCheck(receipt: ReceiptView) {
  const [found, setFound] = useState<ReceiptCheck | null>(null);
  const [error, setError] = useState<ErrorReport | null>(null);
  const [busy, setBusy] = useState(false);
  const run = () => {
    setBusy(true);
    setError(null);
    call('receipt.check', { text: receipt.line })
      .then(setFound, (failure: unknown) => setError(reportOf(failure)))
      .finally(() => setBusy(false));
  };
  // What came after is counted, so an answer of before would contradict the line above it.
  const { chain } = receipt;
  const isOutdated =
    found?.kind === 'line' &&
    found.chain.state === 'contains' &&
    chain.state === 'contains' &&
    found.chain.later !== chain.later;
  return { found: isOutdated ? null : found, error, busy, run };
}
