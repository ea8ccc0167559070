/** What goes out of the vault and what comes back, what went, and what never goes. */
import { KeyRound } from 'lucide-react';
import { Button, Failed, Loading, PaneHeader, Tabs } from '../../ui/index.ts';
import { useNavigate, useRoute } from '../../workbench/index.ts';
import { ReceiveArchive, SealArchive } from '../archive/index.ts';
import { ReceiveReview } from '../comment/index.ts';
import { CompartmentOfCase } from '../compartment/index.ts';
import { DepartureHistory } from '../departure/index.ts';
import { useOpenPeople } from '../identity/index.ts';
import { useCase, useFindingRows } from '../report/index.ts';
import { OtherPrograms } from './OtherPrograms.tsx';
import { SendBundle } from './SendBundle.tsx';
import './exchange.css';

type Part = 'send' | 'seal' | 'open' | 'review' | 'programs' | 'history' | 'stays';

const parts: { id: Part; label: string }[] = [
  { id: 'send', label: 'Send a bundle' },
  { id: 'seal', label: 'Seal an archive' },
  { id: 'open', label: 'Open an archive' },
  { id: 'review', label: 'Receive a review' },
  { id: 'programs', label: 'Other programs' },
  { id: 'history', label: 'What left' },
  { id: 'stays', label: 'What never leaves' },
];

export function ExchangePlace() {
  const { caseId, part: asked } = useRoute();
  const record = useCase(caseId);
  const findings = useFindingRows(caseId);
  const part = parts.find(one => one.id === asked)?.id ?? 'send';
  const openPeople = useOpenPeople();
  const { go } = useNavigate();
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
        <Tabs
          label="Exchange"
          tabs={parts}
          value={part}
          onChange={next => go({ part: next }, { replace: true })}
          panelId="exchange-part"
        />
      </div>
      <div
        className="exchange-part"
        id="exchange-part"
        role="tabpanel"
        aria-label={parts.find(one => one.id === part)?.label}
      >
        {part === 'open' && (
          <ReceiveArchive caseId={caseId} onOpenCase={other => go({ place: 'overview', caseId: other })} />
        )}
        {part === 'review' && <ReceiveReview caseId={caseId} />}
        {part === 'programs' && <OtherPrograms caseId={caseId} />}
        {part === 'history' && <DepartureHistory caseId={caseId} />}
        {part === 'stays' &&
          (record.data ? (
            <CompartmentOfCase record={record.data} />
          ) : record.error ? (
            <Failed error={record.error} onRetry={record.refetch} />
          ) : (
            <Loading label="Reading the case" />
          ))}
        {(part === 'send' || part === 'seal') &&
          (record.data && findings.data ? (
            part === 'send' ? (
              <SendBundle record={record.data} findings={findings.data} />
            ) : (
              <SealArchive record={record.data} findings={findings.data} />
            )
          ) : error ? (
            <Failed error={error} onRetry={record.error ? record.refetch : findings.refetch} />
          ) : (
            <Loading label="Reading the findings" />
          ))}
      </div>
    </div>
  );
}
