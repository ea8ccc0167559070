/** What left this vault: what, when, to whom, why, the digest by which the file is known, and the list of what was in it. */
import { History as Clock } from 'lucide-react';
import { useState } from 'react';
import type { CustodyAction, CustodyEvent } from '../../../shared/domain/custody.ts';
import { audiences, type Departure, departureWords } from '../../../shared/domain/departure/index.ts';
import type { CaseId, DepartureId } from '../../../shared/kernel/ids.ts';
import { Button, countOf, Empty, Failed, InstantText, Loading, Mono, Table } from '../../ui/index.ts';
import { DepartureDetail } from './DepartureDetail.tsx';
import { useHistory } from './useHistory.ts';
import './departure.css';

/** What both kinds of record say. */
interface Line {
  key: string;
  departureId: DepartureId | null;
  what: string;
  about: string;
  at: Departure['at'];
  to: string;
  reason: string;
  by: string;
  sha256: string | null;
}

export function DepartureHistory({ caseId }: { caseId: CaseId }) {
  const { departures, older, reading, error, retry } = useHistory(caseId);
  const [opened, setOpened] = useState<DepartureId | null>(null);
  if (error) return <Failed error={error} onRetry={retry} />;
  const lines = [...departures.map(lineOf), ...older.map(lineOfEvent)].sort((a, b) => (a.at < b.at ? 1 : -1));
  if (lines.length === 0) {
    if (reading) return <Loading label="Reading what left" />;
    return (
      <Empty
        icon={Clock}
        title="Nothing has left this vault yet"
        text="Whatever leaves is listed here with recipient, reason, digest, and the list of what was in it and what stayed."
      />
    );
  }
  return (
    <div className="history">
      <Table
        label="What left this vault"
        rows={lines}
        getKey={line => line.key}
        columns={[
          { id: 'what', label: 'What', width: '170px', cell: line => <What line={line} /> },
          { id: 'when', label: 'When (UTC)', width: '170px', cell: line => <InstantText at={line.at} withTime /> },
          { id: 'to', label: 'To', width: '20%', cell: line => <span dir="auto">{line.to || '–'}</span> },
          { id: 'why', label: 'Reason', cell: line => <span dir="auto">{line.reason || '–'}</span> },
          { id: 'by', label: 'By', width: '120px', cell: line => <span dir="auto">{line.by}</span> },
          { id: 'sha', label: 'SHA-256', width: '140px', cell: line => <Digest sha256={line.sha256} /> },
          {
            id: 'list',
            label: 'List',
            width: '110px',
            align: 'end',
            cell: ({ departureId, what }) =>
              departureId && (
                <Button
                  kind="quiet"
                  label={`${opened === departureId ? 'Hide' : 'Show'} list of ${what}`}
                  onPress={() => setOpened(opened === departureId ? null : departureId)}
                >
                  {opened === departureId ? 'Hide list' : 'Show list'}
                </Button>
              ),
          },
        ]}
      />
      {opened && <DepartureDetail key={opened} departureId={opened} onClose={() => setOpened(null)} />}
      {reading && <p className="departure-soft">Reading further back …</p>}
    </div>
  );
}

function lineOf({ id, kind, at, recipients, audience, reason, by, fileSha256, went, stayed }: Departure): Line {
  const names = recipients.map(({ name }) => name);
  if (audience !== null) names.push(`(${audiences[audience].label})`);
  const stay = stayed > 0 ? `, ${stayed} stayed` : '';
  return {
    key: id,
    departureId: id,
    what: departureWords[kind],
    about: `${countOf(went, 'item')} went${stay}`,
    at,
    to: names.join(' '),
    reason,
    by,
    sha256: fileSha256,
  };
}

const eventWords: Partial<Record<CustodyAction, string>> = {
  'bundle-exported': 'Bundle',
  'report-compiled': 'Report',
  'exhibit-exported': 'Exhibit',
  'entities-exported': 'Entities',
};

function lineOfEvent({ seq, action, at, actor, details, sha256 }: CustodyEvent): Line {
  return {
    key: `event ${seq}`,
    departureId: null,
    what: eventWords[action] ?? action,
    about: details['format']?.toUpperCase() ?? '',
    at,
    to: details['recipient'] ?? '',
    reason: details['reason'] ?? '',
    by: actor,
    sha256,
  };
}

function What({ line }: { line: Line }) {
  return (
    <span className="history-what">
      {line.what}
      {line.about !== '' && <span className="history-about">{line.about}</span>}
    </span>
  );
}

function Digest({ sha256 }: { sha256: string | null }) {
  if (sha256 === null) return '–';
  return (
    <span title={sha256}>
      <Mono>{`${sha256.slice(0, 12)}…`}</Mono>
    </span>
  );
}
