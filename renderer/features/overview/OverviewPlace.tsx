import { useQuery } from '../../api/index.ts';
import { Failed, Loading } from '../../ui/index.ts';
import { useRoute } from '../../workbench/index.ts';
import { CaseFacts } from './CaseFacts.tsx';
import { CaseHeader } from './CaseHeader.tsx';
import { ChronologyStrip } from './ChronologyStrip.tsx';
import { FindingsSummary } from './FindingsSummary.tsx';
import { NewestEvidence } from './NewestEvidence.tsx';
import './overview.css';

/** The case on one page: what it is held to, what it found, what holds that back, and what came in last. */
export function OverviewPlace() {
  const { caseId } = useRoute();
  const { data, error, refetch } = useQuery('case.overview', { caseId }, { keepPrevious: true });
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data || data.case.id !== caseId) return <Loading />;
  return (
    <div className="overview">
      <div className="overview-page">
        <CaseHeader record={data.case} />
        <div className="overview-columns">
          <div className="overview-main">
            <FindingsSummary findings={data.findings} />
            {data.chronology.length > 0 && <ChronologyStrip key={caseId} chronology={data.chronology} />}
          </div>
          <aside className="overview-side" aria-label="Evidence and custody">
            <CaseFacts overview={data} />
            <NewestEvidence caseId={caseId} newest={data.newest} />
          </aside>
        </div>
      </div>
    </div>
  );
}
