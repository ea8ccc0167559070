/** Confidential sources go by code name. A name is told only when asked for, and then asked for again, for one recipient. */
import { useState } from 'react';
import type { SourceDisclosure } from '../../../shared/domain/departure/index.ts';
import { printedSourceName, type Source } from '../../../shared/domain/source.ts';
import type { CaseId, SourceId } from '../../../shared/kernel/ids.ts';
import { useCommand, useQuery } from '../../api/index.ts';
import { Button, Checkbox, Failed, TextField } from '../../ui/index.ts';
import './departure.css';

export interface DisclosureFieldProps {
  caseId: CaseId;
  recipient: string;
  disclose: readonly SourceId[];
  onChange(disclose: SourceId[]): void;
}

export function DisclosureField({ caseId, recipient, disclose, onChange }: DisclosureFieldProps) {
  const sources = useQuery('source.list', {});
  const decided = useQuery('departure.disclosures', { caseId });
  const confidential = (sources.data ?? []).filter(source => source.confidential);
  if (confidential.length === 0 || !decided.data) return null;
  return (
    <details className="disclosure">
      <summary>
        {disclose.length === 0
          ? 'Confidential sources go by code name'
          : `${disclose.length} of ${confidential.length} confidential sources go by name`}
      </summary>
      {recipient === '' ? (
        <p className="departure-soft">Name the recipient first: a name is told to one recipient, once.</p>
      ) : (
        <ul>
          {confidential.map(source => (
            <OneSource
              key={`${source.id} ${recipient}`}
              source={source}
              step={stepOf(decided.data ?? [], source.id, recipient)}
              caseId={caseId}
              recipient={recipient}
              told={disclose.includes(source.id)}
              onTell={tell => onChange(tell ? [...disclose, source.id] : disclose.filter(id => id !== source.id))}
            />
          ))}
        </ul>
      )}
    </details>
  );
}

/** The newest comes first. */
function stepOf(decided: readonly SourceDisclosure[], sourceId: SourceId, recipient: string) {
  return decided.find(one => one.sourceId === sourceId && one.recipient === recipient)?.step ?? null;
}

interface OneSourceProps {
  source: Source;
  step: SourceDisclosure['step'] | null;
  caseId: CaseId;
  recipient: string;
  told: boolean;
  onTell(tell: boolean): void;
}

function OneSource({ source, step, caseId, recipient, told, onTell }: OneSourceProps) {
  const ask = useCommand('departure.askDisclosure');
  const confirm = useCommand('departure.confirmDisclosure');
  const takeBack = useCommand('departure.takeBackDisclosure');
  const [reason, setReason] = useState('');
  const name = printedSourceName(source);
  const command = step === 'asked' ? confirm : ask;
  const decide = () => {
    command.run({ caseId, sourceId: source.id, recipient, reason: reason.trim() }).then(
      () => setReason(''),
      () => undefined,
    );
  };
  if (step === 'confirmed') {
    return (
      <li className="disclosure-source">
        <Checkbox
          label={`Tell ${recipient} the name behind ${name}`}
          checked={told}
          onChange={onTell}
          hint="Asked for and confirmed. It serves this departure alone."
        />
        <Button
          kind="quiet"
          busy={takeBack.running}
          problem={takeBack.error}
          onPress={() => {
            onTell(false);
            takeBack
              .run({ caseId, sourceId: source.id, recipient, reason: 'Taken back before it was used.' })
              .catch(() => {});
          }}
        >
          Take back
        </Button>
      </li>
    );
  }
  return (
    <li className="disclosure-source">
      <TextField
        label={step === 'asked' ? `${name}: confirm with another reason` : `${name}: why must its name go?`}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        hint={
          step === 'asked'
            ? 'Asked for once. Confirming is the second step.'
            : 'The first of two steps; each is on record.'
        }
      />
      {command.error && <Failed error={command.error} />}
      <Button busy={command.running} disabled={reason.trim() === ''} onPress={decide}>
        {step === 'asked' ? 'Confirm that the name goes' : 'Ask for it'}
      </Button>
    </li>
  );
}
