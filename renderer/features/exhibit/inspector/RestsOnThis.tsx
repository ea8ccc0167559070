/** What rests on an exhibit, down to the reports already compiled; each line leads there. */
import type { OutputOf } from '../../../../shared/contract/index.ts';
import { Bearing } from '../../../../shared/domain/citation.ts';
import { exhibitNumber } from '../../../../shared/domain/exhibit.ts';
import { ClaimStatus } from '../../../../shared/domain/standard.ts';
import type { ExhibitId, FindingId, PassageId } from '../../../../shared/kernel/ids.ts';
import { useQuery } from '../../../api/index.ts';
import { BearingSign, Failed, InstantText, Loading, Mono, StatusMark } from '../../../ui/index.ts';
import { useNavigate } from '../../../workbench/index.ts';
import { counted } from '../exhibitWords.ts';

type Dependents = OutputOf<'exhibit.dependents'>;

export function RestsOnThis({ of }: { of: { kind: 'exhibit' | 'source' | 'passage'; id: string } }) {
  const { data, error, refetch } = useQuery('exhibit.dependents', { of });
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Looking for what rests on it" rows={3} />;
  const { passages, citations, editions } = data;
  if (passages.length + citations.length + editions.length === 0) {
    return <p className="inspector-soft">Nothing rests on it yet: no passage is marked in it, no claim cites it.</p>;
  }
  return (
    <>
      <p className="inspector-soft">
        {[
          passages.length > 0 && counted(passages.length, 'passage'),
          citations.length > 0 && counted(citations.length, 'citation'),
          editions.length > 0 && counted(editions.length, 'compiled report'),
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      <Citations citations={citations} />
      <Passages passages={passages} ofOne={of.kind === 'exhibit'} />
      {editions.length > 0 && (
        <ul className="inspector-list" aria-label="Compiled reports">
          {editions.map(edition => (
            <li key={edition.id}>
              {edition.title}{' '}
              <span className="inspector-soft">
                <InstantText at={edition.compiledAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Citations({ citations }: { citations: Dependents['citations'] }) {
  const { go } = useNavigate();
  return (
    <ul className="inspector-list" aria-label="Claims that cite it">
      {citations.map(citation => {
        const bearing = Bearing.safeParse(citation.bearing);
        const status = ClaimStatus.safeParse(citation.status);
        return (
          <li key={citation.id}>
            <button
              type="button"
              className="inspector-link"
              onClick={() => go({ place: 'findings', findingId: citation.findingId as FindingId })}
            >
              {bearing.success && <BearingSign bearing={bearing.data} />}
              <span>
                {citation.claimText || 'Claim without words yet'}{' '}
                <span className="inspector-soft">
                  F-{citation.findingNumber} {citation.findingTitle}
                </span>
              </span>
              {status.success && <StatusMark status={status.data} shapeOnly />}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Of one exhibit the page tells more than its number, which stands above already. */
function Passages({ passages, ofOne }: { passages: Dependents['passages']; ofOne: boolean }) {
  const { go } = useNavigate();
  return (
    <ul className="inspector-list" aria-label="Passages">
      {passages.map(passage => (
        <li key={passage.id}>
          <button
            type="button"
            className="inspector-link"
            onClick={() =>
              go({
                place: 'exhibits',
                exhibitId: passage.exhibitId as ExhibitId,
                at: { kind: 'passage', passageId: passage.id as PassageId },
              })
            }
          >
            <Mono>{ofOne ? `p. ${passage.pageIndex + 1}` : exhibitNumber(passage.exhibitNumber)}</Mono>
            <span className="inspector-quote" dir="auto">
              {passage.words}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
