import type { Dependents as DependentsOf } from '../../../shared/contract/exhibit.ts';
import type { InputOf } from '../../../shared/contract/index.ts';
import { Bearing } from '../../../shared/domain/citation.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { findingName } from '../../../shared/domain/finding.ts';
import { ClaimStatus } from '../../../shared/domain/standard.ts';
import { FindingId, PassageId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { BearingSign, Chip, Empty, Failed, InstantText, Loading, PaneHeader, StatusMark } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import './source.css';

export type Grounds = InputOf<'exhibit.dependents'>['of'];

/** "What rests on this?" for a source, an exhibit or a passage: claims first, since they are what would fall. */
export function Dependents({ of }: { of: Grounds }) {
  const { data, error, refetch } = useQuery('exhibit.dependents', { of });
  return (
    <>
      <PaneHeader title="What rests on this?" />
      {error ? <Failed error={error} onRetry={refetch} /> : data ? <Lists data={data} of={of} /> : <Loading />}
    </>
  );
}

function Lists({ data, of }: { data: DependentsOf; of: Grounds }) {
  const navigate = useNavigate();
  const nothing = [data.citations, data.statements, data.figures, data.passages, data.exhibits, data.editions].every(
    list => list.length === 0,
  );
  if (nothing)
    return <Empty title="Nothing yet" text={`No exhibit, citation or compiled report rests on this ${of.kind}.`} />;
  return (
    <div className="dependents">
      <Part title="Claims" count={data.citations.length} none="No claim cites it.">
        {data.citations.map(citation => (
          <li key={citation.id} className="dependent">
            <div className="dependent-head">
              <BearingSign bearing={Bearing.parse(citation.bearing)} withWord />
              <StatusMark status={ClaimStatus.parse(citation.status)} />
            </div>
            <p className="dependent-text" dir="auto">
              {citation.claimText}
            </p>
            <blockquote className="dependent-quote" dir="auto">
              {citation.quote}
            </blockquote>
            <Chip
              kind="finding"
              label={`${findingName({ number: citation.findingNumber })} ${citation.findingTitle}`}
              onPress={() => navigate.go({ place: 'findings', findingId: FindingId.parse(citation.findingId) })}
            />
          </li>
        ))}
      </Part>
      {data.statements.length > 0 && (
        <Part title="Statements" count={data.statements.length}>
          {data.statements.map(({ citationId, bearing, entity, property, value }) => (
            <li key={citationId} className="dependent-line">
              <BearingSign bearing={Bearing.parse(bearing)} />
              <Chip
                kind="entity"
                label={`${entity.caption}, ${property}: ${value}`}
                onPress={() => navigate.go({ place: 'entities', entityId: entity.id })}
              />
            </li>
          ))}
        </Part>
      )}
      {data.figures.length > 0 && (
        <Part title="Figures" count={data.figures.length}>
          {data.figures.map(figure => (
            <li key={figure.id} className="dependent-line" dir="auto">
              {figure.caption}
            </li>
          ))}
        </Part>
      )}
      {data.exhibits.length > 0 && (
        <Part title="Exhibits" count={data.exhibits.length}>
          {data.exhibits.map(exhibit => (
            <li key={exhibit.id} className="dependent-line">
              <Chip
                kind="exhibit"
                label={`${exhibitNumber(exhibit.number)} ${exhibit.title}`}
                onPress={() => navigate.go({ place: 'exhibits', exhibitId: exhibit.id })}
              />
            </li>
          ))}
        </Part>
      )}
      {data.passages.length > 0 && (
        <Part title="Passages" count={data.passages.length}>
          {data.passages.map(passage => (
            <li key={passage.id} className="dependent-line">
              <Chip
                kind="passage"
                label={`${exhibitNumber(passage.exhibitNumber)}: ${passage.words}`}
                onPress={() =>
                  navigate.go({
                    place: 'exhibits',
                    exhibitId: passage.exhibitId,
                    at: { kind: 'passage', passageId: PassageId.parse(passage.id) },
                  })
                }
              />
            </li>
          ))}
        </Part>
      )}
      {data.editions.length > 0 && (
        <Part title="Compiled reports" count={data.editions.length}>
          {data.editions.map(edition => (
            <li key={edition.id} className="dependent-line">
              {edition.title}, <InstantText at={edition.compiledAt} />
            </li>
          ))}
        </Part>
      )}
    </div>
  );
}

function Part({
  title,
  count,
  none,
  children,
}: {
  title: string;
  count: number;
  none?: string;
  children: React.ReactNode;
}) {
  return (
    <section className="dependents-part">
      <h3 className="dependents-title">
        {title} <span className="dependents-count">{count}</span>
      </h3>
      {count === 0 && none ? <p className="dependents-none">{none}</p> : <ul>{children}</ul>}
    </section>
  );
}
