/** Whose log it is, whether its chain held when the bundle was made and holds in this browser, and who else noted its head. */
import { useState } from 'react';
import type { BundleCase, BundleReceipt } from '../../../../shared/domain/bundle.ts';
import { languageOf } from '../../content/languageOf.ts';
import { counted } from '../words.ts';
import { checkLog, type LogCheck } from './checkLog.ts';
import { rowKeyOfLog } from './EventTable.tsx';
import { ReceiptCard } from './ReceiptCard.tsx';
import type { ShownLog } from './shownLogs.ts';

interface Props {
  bundle: BundleCase;
  log: ShownLog;
  receipts: readonly BundleReceipt[];
  onShow: ((key: string) => void) | null;
}

export function LogCard({ bundle, log, receipts, onShow }: Props) {
  const { name, checked, events, head, path } = log;
  return (
    <section className="log-card" aria-label={name}>
      <h2 lang={languageOf(name)}>{name}</h2>
      <p className="facts">
        {counted(events, 'event')} · {path}
      </p>
      {checked && (
        <p className={checked.ok ? '' : 'problem'}>
          <span className="quiet">When the bundle was made:</span> {checked.sentence}
        </p>
      )}
      {head !== '' && (
        <p>
          Head: <code className="digest">{head}</code>
        </p>
      )}
      {events > 0 && (
        <CheckTools bundle={bundle} log={log}>
          {onShow && (
            <button type="button" className="plain-button" onClick={() => onShow(rowKeyOfLog(log.key))}>
              Show its events
            </button>
          )}
        </CheckTools>
      )}
      {receipts.length > 0 && (
        <details className="receipts-of-log">
          <summary>{receiptsTold(receipts)}</summary>
          <ul className="receipts">
            {receipts.map(receipt => (
              <ReceiptCard key={receipt.textFile} receipt={receipt} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** What is within, before it is opened. */
function receiptsTold(receipts: readonly BundleReceipt[]): string {
  const witnesses = receipts.flatMap(({ countersignatures }) => countersignatures).length;
  const stamps = receipts.flatMap(({ timestamps }) => timestamps).length;
  return [
    `${counted(receipts.length, 'receipt')} of its head`,
    ...(witnesses > 0 ? [counted(witnesses, 'countersignature')] : []),
    ...(stamps > 0 ? [counted(stamps, 'time stamp')] : []),
    ...(receipts.some(({ place }) => place === 'differs') ? ['one says otherwise than the log'] : []),
  ].join(' · ');
}

function CheckTools({ bundle, log, children }: { bundle: BundleCase; log: ShownLog; children: React.ReactNode }) {
  const [check, setCheck] = useState<LogCheck | 'running' | null>(null);
  const run = () => {
    setCheck('running');
    checkLog(bundle, log).then(setCheck, (error: unknown) =>
      setCheck({ ok: false, sentence: error instanceof Error ? error.message : String(error) }),
    );
  };
  const done = check === 'running' ? null : check;
  return (
    <>
      <p className="log-tools">
        <button type="button" className="plain-button" disabled={check === 'running'} onClick={run}>
          {check === 'running' ? 'Checking …' : 'Check it in this browser'}
        </button>
        {children}
      </p>
      <p role="status" className={done?.ok === false ? 'problem' : ''}>
        {done && (
          <>
            <span className="quiet">Checked in this browser:</span> {done.sentence}
          </>
        )}
      </p>
    </>
  );
}
