/** What rests on an exhibit, down to the reports already compiled; each line leads there. */
import type { OutputOf } from '../../../../shared/contract/index.ts';
import { Bearing } from '../../../../shared/domain/citation.ts';
import { exhibitNumber } from '../../../../shared/domain/exhibit.ts';
import { findingName } from '../../../../shared/domain/finding.ts';
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
  const { passages, citations, statements, figures, editions } = data;
  if (passages.length + citations.length + statements.length + figures.length + editions.length === 0) {
    return (
      <p className="inspector-soft">
        Nothing rests on it yet: no passage is marked in it, no claim and no entity cites it.
      </p>
    );
  }
  return (
    <>
      <p className="inspector-soft">
        {[
          passages.length > 0 && counted(passages.length, 'passage'),
          citations.length > 0 && counted(citations.length, 'citation'),
          statements.length > 0 && counted(statements.length, 'statement'),
          figures.length > 0 && counted(figures.length, 'figure'),
          editions.length > 0 && counted(editions.length, 'compiled report'),
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      <Citations citations={citations} />
      <Statements statements={statements} />
      {figures.length > 0 && (
        <ul className="inspector-list" aria-label="Figures">
          {figures.map(figure => (
            <li key={figure.id} dir="auto">
              {figure.caption}
            </li>
          ))}
        </ul>
      )}
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
                  {findingName({ number: citation.findingNumber })} {citation.findingTitle}
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

function Statements({ statements }: { statements: Dependents['statements'] }) {
  const { go } = useNavigate();
  return (
    <ul className="inspector-list" aria-label="What is stated of entities">
      {statements.map(({ citationId, bearing, entity, property, value }) => {
        const read = Bearing.safeParse(bearing);
        return (
          <li key={citationId}>
            <button
              type="button"
              className="inspector-link"
              onClick={() => go({ place: 'entities', entityId: entity.id })}
            >
              {read.success && <BearingSign bearing={read.data} />}
              <span dir="auto">
                {entity.caption}{' '}
                <span className="inspector-soft">
                  {property}: {value}
                </span>
              </span>
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
