import type { CaseOverview } from '../../../shared/contract/case.ts';
import { formatCount, Mono } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';

/** How much there is, and the head of the custody chain to print or compare. */
export function CaseFacts({ overview }: { overview: CaseOverview }) {
  const navigate = useNavigate();
  const rows = [
    { label: 'Exhibits', count: overview.exhibitCount, strong: true },
    { label: 'not opened yet', count: overview.unreadCount },
    { label: 'with a problem', count: overview.problemCount, warn: overview.problemCount > 0 },
    { label: 'Passages marked', count: overview.passageCount, strong: true },
  ];
  return (
    <>
      <section>
        <h2 className="overview-heading">Evidence</h2>
        <dl className="counts">
          {rows.map(row => (
            <div key={row.label} className={row.strong ? 'counts-row' : 'counts-row counts-part'}>
              <dt>{row.label}</dt>
              <dd className={row.warn ? 'counts-warn' : undefined}>{formatCount(row.count)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2 className="overview-heading">Custody</h2>
        <p className="head-count">{formatCount(overview.custodyCount)} events; head of the chain</p>
        <button
          type="button"
          className="head-hash"
          onClick={() => navigate.go({ place: 'custody' })}
          title="Open the custody log"
        >
          <Mono wrap>{overview.custodyHead}</Mono>
        </button>
      </section>
    </>
  );
}
