/** Findings, their claims, and under each claim the citations for and against it. */
import type { BundleClaim, BundleFinding } from '../../../shared/domain/bundle.ts';
import type { CaseIndex } from '../content/caseIndex.ts';
import { type Route, toCitation } from '../route.ts';
import { CitationRow } from './CitationRow.tsx';
import { Reasons, Status } from './Status.tsx';

interface Props {
  index: CaseIndex;
  route: Route;
  go: (change: Partial<Route>) => void;
}

export function FindingsView({ index, route, go }: Props) {
  const { findings } = index.bundle;
  if (findings.length === 0)
    return <p className="empty-list">This bundle has no findings; its exhibits are under “Exhibits”.</p>;
  return findings.map(finding => <FindingCard key={finding.id} {...{ finding, index, route, go }} />);
}

function FindingCard({ finding, ...props }: Props & { finding: BundleFinding }) {
  return (
    <article className="finding">
      <header>
        <h2>
          <span className="number">{finding.number}</span> {finding.title}
        </h2>
        <Status status={finding.status} />
        {finding.stage !== 'agreed' && <span className="stage">{finding.stage.replace('-', ' ')}</span>}
      </header>
      <Reasons reasons={finding.statusReasons} />
      {finding.participants.length > 0 && (
        <p className="facts">
          Named: {finding.participants.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(' · ')}
        </p>
      )}
      {finding.claims.length === 0 && <p className="quiet">No claim has been written yet.</p>}
      <ol className="claims">
        {finding.claims.map(claim => (
          <ClaimItem key={claim.id} {...{ claim, ...props }} />
        ))}
      </ol>
    </article>
  );
}

function ClaimItem({ claim, index, route, go }: Props & { claim: BundleClaim }) {
  return (
    <li className="claim">
      <p className="claim-text">{claim.text}</p>
      <div className="claim-facts">
        <Status status={claim.status} />
        {claim.provisions.map(({ id, resolution, paragraph, summary }) => (
          <span key={id} className="provision" title={`${summary} Verify against the resolution.`}>
            {resolution}, {paragraph}
          </span>
        ))}
      </div>
      {claim.judgement && (
        <p className="judgement">
          Computed: {claim.judgement.computed}; set by {claim.judgement.by}: {claim.judgement.reason}
        </p>
      )}
      <Reasons reasons={claim.statusReasons} />
      {claim.citations.length === 0 ? (
        <p className="quiet">Nothing is cited.</p>
      ) : (
        <ul className="citations">
          {claim.citations.map(citation => (
            <li key={citation.id}>
              <CitationRow
                index={index}
                id={citation.id}
                chosen={route.citation === citation.id}
                onOpen={() => go(toCitation(citation.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
