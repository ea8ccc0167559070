/** What goes out of the vault. Receiving archives joins here as a tab of its own when it comes. */
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { Button, Failed, Loading, PaneHeader, Tabs } from '../../ui/index.ts';
import { useRoute } from '../../workbench/index.ts';
import { ReceiveReview } from '../comment/index.ts';
import { useOpenPeople } from '../identity/index.ts';
import { useCase, useFindingRows } from '../report/index.ts';
import { History } from './History.tsx';
import { SendBundle } from './SendBundle.tsx';
import './exchange.css';

type Part = 'send' | 'review' | 'history';

const parts: { id: Part; label: string }[] = [
  { id: 'send', label: 'Send a bundle' },
  { id: 'review', label: 'Receive a review' },
  { id: 'history', label: 'What left' },
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
        {part === 'history' && <History caseId={caseId} />}
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
