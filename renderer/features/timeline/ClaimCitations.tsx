import type { ClaimId, FindingId } from '../../../shared/kernel/ids.ts';
import { ExhibitId } from '../../../shared/kernel/ids.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { useQuery } from '../../api/index.ts';
import { BearingSign, Failed, Loading, Mono } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { citationName, citedPage } from '../citation/index.ts';

/** The words cited for a claim and against it; a click opens the page with them lit. */
export function ClaimCitations({ findingId, claimId }: { findingId: FindingId; claimId: ClaimId }) {
  const { go } = useNavigate();
  const { data, error, refetch } = useQuery('finding.get', { findingId });
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Reading the citations" rows={2} />;
  const citations = data.claims.find(claim => claim.id === claimId)?.citations ?? [];
  if (citations.length === 0) return <p className="inspector-soft">Nothing is cited for this claim yet.</p>;
  return (
    <ul className="inspector-list">
      {citations.map(citation => (
        <li key={citation.id}>
          <button
            type="button"
            className="inspector-link timeline-cited"
            aria-label={`Read ${citationName(citation)} in its page: ${citation.quote}`}
            onClick={() =>
              go({
                place: 'exhibits',
                exhibitId: ExhibitId.parse(citation.exhibitId),
                at: { kind: 'passage', passageId: citation.passageId },
              })
            }
          >
            <BearingSign bearing={citation.bearing} />
            <Mono>{exhibitNumber(citation.exhibitNumber)}</Mono>
            <span className="inspector-soft">{citedPage(citation)}</span>
            <q className="inspector-quote" dir="auto">
              {citation.quote}
            </q>
          </button>
        </li>
      ))}
    </ul>
  );
}
