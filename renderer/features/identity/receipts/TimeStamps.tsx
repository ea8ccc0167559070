import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { GrantedPath } from '../../../../shared/contract/grantedPath.ts';
import type { ReceiptView, TimestampCheck } from '../../../../shared/contract/identity.ts';
import { receiptFileName } from '../../../../shared/domain/identity/fileNames.ts';
import type { ErrorReport } from '../../../../shared/kernel/errors.ts';
import type { ReceiptId } from '../../../../shared/kernel/ids.ts';
import { call, desktop, reportOf, useCommand } from '../../../api/index.ts';
import { Button, countOf, Failed } from '../../../ui/index.ts';
import { useToast } from '../../../workbench/index.ts';
import { SavedFile } from '../SavedFile.tsx';
import { useSaveFile } from '../useSaveFile.ts';
import { Stamp } from './Stamp.tsx';
import { TrustedAuthorities } from './TrustedAuthorities.tsx';

export interface TimeStampsProps {
  receipt: ReceiptView;
  /** Another receipt, where the time stamp turns out to be of that one. */
  onShow(id: ReceiptId): void;
}

/** Time stamps of an authority (RFC 3161): asked for on another computer, since this program has no network; checked here. */
export function TimeStamps({ receipt, onShow }: TimeStampsProps) {
  const check = useStampCheck();
  const saving = useSaveFile();
  const saveRequest = () =>
    void saving.save(receiptFileName(receipt, 'tsq'), 'tsq', to =>
      call('receipt.save', { receiptId: receipt.id, to, format: 'tsq' }),
    );
  const { found } = check;
  return (
    <section className="people-section" aria-label="Time stamps">
      <h3>Time stamps</h3>
      {receipt.timestamps.length === 0 ? (
        <p className="people-soft">
          None. An authority for time stamps (RFC 3161) can state that this receipt existed by a certain time. Save a
          request, which holds a hash and nothing else, have it answered on a computer with a network, and bring the
          answer (.tsr) here.
        </p>
      ) : (
        <ul className="checks">
          {receipt.timestamps.map(one => (
            <li key={one.sha256}>
              <Stamp stamp={one} />
            </li>
          ))}
        </ul>
      )}
      <div className="people-actions">
        <Button busy={saving.busy} onPress={saveRequest}>
          Save a request…
        </Button>
        <Button onPress={() => void check.chooseFile()}>Check a time stamp…</Button>
      </div>
      <SavedFile saving={saving} />
      {check.error && <Failed error={check.error} />}
      {found && (
        <FoundStamp stamp={found.stamp}>
          <Keep found={found} receipt={receipt} onShow={onShow} onKept={check.clear} />
        </FoundStamp>
      )}
      <TrustedAuthorities />
    </section>
  );
}

/** Below the fold of a small window as a rule, so it comes into view by itself. */
function FoundStamp({ stamp, children }: { stamp: TimestampCheck; children: ReactNode }) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.scrollIntoView?.({ block: 'nearest' }), []);
  return (
    <section ref={section} className="people-form countersign" aria-label="The time stamp">
      <Stamp stamp={stamp} />
      {children}
    </section>
  );
}

interface Found {
  from: GrantedPath;
  stamp: TimestampCheck;
}

interface KeepProps {
  found: Found;
  receipt: ReceiptView;
  onShow(id: ReceiptId): void;
  onKept(): void;
}

function Keep({ found: { from, stamp }, receipt, onShow, onKept }: KeepProps) {
  const keep = useCommand('receipt.keepTimestamp');
  const toast = useToast();
  if (stamp.kept) return <p className="people-soft">It is kept already.</p>;
  if (!stamp.receipt || stamp.problems.length > 0) return <p className="people-soft">It is not kept.</p>;
  const isOfThis = stamp.receipt.id === receipt.id;
  const press = () =>
    void keep.run({ from }).then(
      kept => {
        onKept();
        onShow(kept.id);
        toast({ text: 'The time stamp is kept with its receipt' });
      },
      () => undefined,
    );
  return (
    <>
      {!isOfThis && <p>It is of another receipt, that of {countOf(stamp.receipt.eventCount, 'event')}.</p>}
      <div className="people-actions">
        <Button kind="primary" busy={keep.running} problem={keep.error} onPress={press}>
          {isOfThis ? 'Keep it with this receipt' : 'Keep it with that receipt'}
        </Button>
      </div>
    </>
  );
}

function useStampCheck() {
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<ErrorReport | null>(null);
  const clear = () => {
    setFound(null);
    setError(null);
  };
  const chooseFile = async () => {
    clear();
    try {
      const from = await desktop('desktop.chooseFile', { purpose: 'timestamp' });
      if (from) setFound({ from, stamp: await call('receipt.checkTimestamp', { from }) });
    } catch (failure) {
      setError(reportOf(failure));
    }
  };
  return { found, error, clear, chooseFile };
}
