/** What goes out of the vault and what comes back, what went, and what never goes. */
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { Button, Failed, Loading, PaneHeader, Tabs } from '../../ui/index.ts';
import { useRoute } from '../../workbench/index.ts';
import { ReceiveReview } from '../comment/index.ts';
import { CompartmentOfCase } from '../compartment/index.ts';
import { DepartureHistory } from '../departure/index.ts';
import { useOpenPeople } from '../identity/index.ts';
import { useCase, useFindingRows } from '../report/index.ts';
import { SendBundle } from './SendBundle.tsx';
import './exchange.css';

type Part = 'send' | 'review' | 'history' | 'stays';

const parts: { id: Part; label: string }[] = [
  { id: 'send', label: 'Send a bundle' },
  { id: 'review', label: 'Receive a review' },
  { id: 'history', label: 'What left' },
  { id: 'stays', label: 'What never leaves' },
];

export function ExchangePlace() {
  const { caseId } = useRoute();
  const record = useCase(caseId);
  const findings = useFindingRows(caseId);
  const [part, setPart] = useState<Part>('send');
  const openPeople = useOpenPeople();
  const error = record.error ?? findings.error;
  return (
    <div className="exchange">
      <PaneHeader
        level={1}
        title="Exchange"
        actions={
          <Button kind="quiet" icon={KeyRound} onPress={() => openPeople('contacts')}>
            People and keys
          </Button>
        }
      />
      <div className="exchange-tabs">
        <Tabs label="Exchange" tabs={parts} value={part} onChange={setPart} panelId="exchange-part" />
      </div>
      <div
        className="exchange-part"
        id="exchange-part"
        role="tabpanel"
        aria-label={parts.find(one => one.id === part)?.label}
      >
        {part === 'review' && <ReceiveReview caseId={caseId} />}
        {part === 'history' && <DepartureHistory caseId={caseId} />}
        {part === 'stays' &&
          (record.data ? (
            <CompartmentOfCase record={record.data} />
          ) : record.error ? (
            <Failed error={record.error} onRetry={record.refetch} />
          ) : (
            <Loading label="Reading the case" />
          ))}
        {part === 'send' &&
          (record.data && findings.data ? (
            <SendBundle record={record.data} findings={findings.data} />
          ) : error ? (
            <Failed error={error} onRetry={record.error ? record.refetch : findings.refetch} />
          ) : (
            <Loading label="Reading the findings" />
          ))}
      </div>
    </div>
  );
}
