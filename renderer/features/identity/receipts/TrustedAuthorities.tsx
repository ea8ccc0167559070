import { useState } from 'react';
import type { TrustedCertificate } from '../../../../shared/domain/identity/timestamp.ts';
import type { ErrorReport } from '../../../../shared/kernel/errors.ts';
import { desktop, reportOf, useCommand, useQuery } from '../../../api/index.ts';
import { Button, Failed, InstantText } from '../../../ui/index.ts';
import { useToast } from '../../../workbench/index.ts';
import { CopyText } from '../CopyText.tsx';

/** By which authorities of time are judged: none that a person did not give. They hold for the whole vault. */
export function TrustedAuthorities() {
  const trusted = useQuery('receipt.trusted', {});
  const trust = useCommand('receipt.trust');
  const [failure, setFailure] = useState<ErrorReport | null>(null);
  const toast = useToast();
  const add = async () => {
    setFailure(null);
    try {
      const from = await desktop('desktop.chooseFile', { purpose: 'certificate' });
      if (!from) return;
      await trust.run({ from });
      toast({ text: 'Time stamps are judged by that certificate from now on' });
    } catch (error) {
      setFailure(reportOf(error));
    }
  };
  const all = trusted.data ?? [];
  const error = failure ?? trusted.error;
  return (
    <details className="worth">
      <summary>{all.length === 0 ? 'Trusted authorities: none yet' : `Trusted authorities (${all.length})`}</summary>
      <div className="people-form trusted">
        <p className="people-soft">
          Which authority counts is for the court or the panel that reads the receipt. Give its certificate, got by a
          way that you trust, and each time stamp is checked against it.
        </p>
        {all.length > 0 && (
          <ul className="checks">
            {all.map(one => (
              <Trusted key={one.fingerprint} one={one} />
            ))}
          </ul>
        )}
        <div className="people-actions">
          <Button busy={trust.running} onPress={() => void add()}>
            Trust a certificate…
          </Button>
        </div>
        {error && <Failed error={error} />}
      </div>
    </details>
  );
}

function Trusted({ one }: { one: TrustedCertificate }) {
  const distrust = useCommand('receipt.distrust');
  return (
    <li>
      <p>
        <strong dir="auto">{one.name}</strong>
      </p>
      <p className="people-soft">
        Valid until <InstantText at={one.validUntil} /> · trusted by <span dir="auto">{one.trustedBy}</span> on{' '}
        <InstantText at={one.trustedAt} />
      </p>
      <CopyText value={one.fingerprint} what={`fingerprint of ${one.name}`} />
      <Button
        kind="quiet"
        busy={distrust.running}
        problem={distrust.error}
        label={`Trust it no longer: ${one.name}`}
        onPress={() => void distrust.run({ fingerprint: one.fingerprint }).catch(() => undefined)}
      >
        Trust it no longer
      </Button>
    </li>
  );
}
