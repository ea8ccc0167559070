import { useState } from 'react';
import type { AdmissionRow } from '../../../shared/contract/exhibit.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { JobId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Badge, Button, Chip, Empty, Failed, Loading, Mono, Panel, Tabs } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';

type Only = 'refused' | 'linked' | 'all';
const PAGE = 200;

/** What became of each file of a drop, refusals first, each with its reason. Page after page, to the last one. */
export function AdmissionList({ jobId, onClose }: { jobId: JobId | null; onClose(): void }) {
  return (
    <Panel open={jobId !== null} title="What became of each file" onClose={onClose} wide>
      {jobId && <Admissions key={jobId} jobId={jobId} onClose={onClose} />}
    </Panel>
  );
}

function Admissions({ jobId, onClose }: { jobId: JobId; onClose(): void }) {
  const [only, setOnly] = useState<Only>('refused');
  const [pages, setPages] = useState(1);
  const { data, error, refetch } = useQuery('exhibit.admissions', { jobId, only, limit: 1 }, { keepPrevious: true });
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading />;
  const tabs = [
    { id: 'refused' as const, label: 'Refused', count: data.refused },
    { id: 'linked' as const, label: 'Known already', count: data.linked },
    { id: 'all' as const, label: 'All', count: data.admitted + data.linked + data.refused },
  ];
  const choose = (next: Only) => {
    setOnly(next);
    setPages(1);
  };
  return (
    <>
      <Tabs label="Which files" tabs={tabs} value={only} onChange={choose} />
      {data.total === 0 ? (
        <Empty title={only === 'refused' ? 'Nothing was refused' : 'None'} />
      ) : (
        <ul className="admissions">
          {Array.from({ length: pages }, (_, page) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
            <AdmissionPage key={page} jobId={jobId} only={only} offset={page * PAGE} onOpened={onClose} />
          ))}
        </ul>
      )}
      {pages * PAGE < data.total && <Button onPress={() => setPages(now => now + 1)}>Show more</Button>}
    </>
  );
}

function AdmissionPage({
  jobId,
  only,
  offset,
  onOpened,
}: {
  jobId: JobId;
  only: Only;
  offset: number;
  onOpened(): void;
}) {
  const { data } = useQuery('exhibit.admissions', { jobId, only, offset, limit: PAGE });
  return data?.rows.map(row => (
    <AdmissionItem key={`${row.path}-${row.exhibitId ?? row.code}`} row={row} onOpened={onOpened} />
  ));
}

function AdmissionItem({ row, onOpened }: { row: AdmissionRow; onOpened(): void }) {
  const navigate = useNavigate();
  const { exhibitId, number } = row;
  return (
    <li className="admission">
      <div className="admission-head">
        <Mono wrap>{row.path}</Mono>
        {row.outcome === 'refused' && <Badge tone="problem">refused</Badge>}
        {row.outcome === 'linked' && <Badge>known already</Badge>}
        {exhibitId !== null && number !== null && (
          <Chip
            kind="exhibit"
            label={exhibitNumber(number)}
            onPress={() => {
              navigate.go({ place: 'exhibits', exhibitId });
              onOpened();
            }}
          />
        )}
      </div>
      {row.sentence && <p className="admission-why">{row.sentence}</p>}
    </li>
  );
}
