import { useState } from 'react';
import type { ReceiptView, TimestampView } from '../../../../shared/contract/identity.ts';
import { desktop, reportOf, useCommand } from '../../../api/index.ts';
import { Button, Failed } from '../../../ui/index.ts';
import { useToast } from '../../../workbench/index.ts';
import type { ErrorReport } from '../../../../shared/kernel/errors.ts';

/** Time stamps of an authority (RFC 3161): asked for on another computer, since this program has no network; checked here. */
export function TimeStamps({ receipt }: { receipt: ReceiptView }) {
  const keep = useCommand('receipt.keepTimestamp');
  const [failure, setFailure] = useState<ErrorReport | null>(null);
  const toast = useToast();
  const add = async () => {
    setFailure(null);
    try {
      const from = await desktop('desktop.chooseFile', { purpose: 'timestamp' });
      if (!from) return;
      const { eventCount } = await keep.run({ from });
      toast({ text: `The time stamp is kept with the receipt of ${eventCount} events` });
    } catch (error) {
      setFailure(reportOf(error));
    }
  };
  return (
    <section className="people-section" aria-label="Time stamps">
      <h3>Time stamps</h3>
      {receipt.timestamps.length === 0 ? (
        <p className="people-soft">
          None. An authority for time stamps (RFC 3161) can state that this receipt existed by a certain time. Save it,
          have it stamped on a computer with a network, and bring the answer (.tsr) here.
        </p>
      ) : (
        <ul className="checks">
          {receipt.timestamps.map(one => (
            <Stamp key={one.sha256} stamp={one} />
          ))}
        </ul>
      )}
      <div className="people-actions">
        <Button busy={keep.running} onPress={() => void add()}>
          Add a time stamp…
        </Button>
      </div>
      {failure && <Failed error={failure} />}
    </section>
  );
}

function Stamp({ stamp }: { stamp: TimestampView }) {
  return (
    <li>
      <p>{stamp.sentence}</p>
      <details className="worth">
        <summary>What was not checked</summary>
        <ul className="not-checked">
          {stamp.notChecked.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}
