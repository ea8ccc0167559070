/** Findings, their claims, and under each claim the citations for and against it. */
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { BundleClaim, BundleFinding } from '../../../shared/domain/bundle.ts';
import { languageOf } from '../content/languageOf.ts';
import type { PlaceProps } from '../Place.tsx';
import { ReviewSlot } from '../review/index.ts';
import { targetOfClaim, targetOfFinding } from '../reviewTargets.ts';
import { toCitation } from '../route.ts';
import { useGrowing } from '../shell/useGrowing.ts';
import { ClaimCitation } from './CitationRow.tsx';
import { EntityLink } from './entity/EntityLink.tsx';
import { FilterBox, isWanted } from './FilterBox.tsx';
import { Reasons, Status } from './Status.tsx';
import { counted, dateWords } from './words.ts';

/** Fewer are seen at once. */
const FILTERED_FROM = 6;

export function FindingsView({ index, route, go }: PlaceProps) {
  const { findings } = index.bundle;
  const [filter, setFilter] = useState('');
  const shown = useMemo(() => findings.filter(finding => isWanted(filter, wordsOf(finding))), [findings, filter]);
  const asked = shown.findIndex(
    finding => holds(finding, route.citation) || (route.item !== null && isAbout(finding, route.item)),
  );
  const drawn = useGrowing(shown.length, asked + 1);
  if (findings.length === 0)
    return <p className="empty-list">This bundle has no findings; its exhibits are under “Exhibits”.</p>;
  return (
    <>
      {findings.length >= FILTERED_FROM && (
        <FilterBox
          label="Filter findings"
          placeholder="Filter by words, status or name"
          {...{ filter, setFilter }}
          told={
            filter === ''
              ? counted(findings.length, 'finding')
              : `${shown.length} of ${counted(findings.length, 'finding')}`
          }
        />
      )}
      {shown.slice(0, drawn).map(finding => (
        <FindingCard
          key={finding.id}
          {...{ finding, index, go }}
          citation={holds(finding, route.citation) ? route.citation : null}
          item={route.item !== null && isAbout(finding, route.item) ? route.item : null}
        />
      ))}
      {shown.length === 0 && <p className="empty-list">No finding has “{filter}” in it.</p>}
    </>
  );
}

function wordsOf({ number, title, status, claims, participants }: BundleFinding): string[] {
  return [number, title, status, ...claims.map(claim => claim.text), ...participants.map(({ name }) => name)];
}

const holds = (finding: BundleFinding, citation: string | null): boolean =>
  citation !== null && finding.claims.some(claim => claim.citations.some(({ id }) => id === citation));
const isAbout = ({ id, claims }: BundleFinding, item: string): boolean =>
  id === item || claims.some(claim => claim.id === item);

interface CardProps {
  finding: BundleFinding;
  index: PlaceProps['index'];
  go: PlaceProps['go'];
  /** The citation that is open, if it is one of these. */
  citation: string | null;
  /** What one was led to, if it is this or one of its claims. */
  item: string | null;
}

/** Kept as it is while one reads on in another: of many findings only two are drawn anew at a step. */
const FindingCard = memo(function FindingCard({ finding, ...props }: CardProps) {
  const card = useShown<HTMLElement>(props.item === finding.id);
  return (
    <article className="finding" ref={card} data-finding={finding.id}>
      <header>
        <h2 lang={languageOf(finding.title)}>
          <span className="number">{finding.number}</span> {finding.title}
        </h2>
        <Status status={finding.status} />
        {finding.stage !== 'agreed' && <span className="stage">{finding.stage.replace('-', ' ')}</span>}
        <ReviewSlot target={targetOfFinding(finding)} />
      </header>
      <Reasons reasons={finding.statusReasons} />
      {finding.participants.length > 0 && (
        <p className="facts">
          Named:{' '}
          {finding.participants.map(({ name, role, entityId }, at) => (
            <span key={`${name} ${role}`}>
              {at > 0 && ' · '}
              <EntityLink id={entityId ?? null} caption={name} />
              {role && ` (${role})`}
            </span>
          ))}
        </p>
      )}
      {finding.claims.length === 0 && <p className="quiet">No claim has been written yet.</p>}
      <ol className="claims">
        {finding.claims.map(claim => (
          <ClaimItem key={claim.id} {...{ finding, claim }} {...props} />
        ))}
      </ol>
    </article>
  );
});

function ClaimItem({ finding, claim, index, citation, item, go }: CardProps & { claim: BundleClaim }) {
  const element = useShown<HTMLLIElement>(item === claim.id);
  return (
    <li className="claim" ref={element} aria-current={item === claim.id ? 'true' : undefined}>
      <p className="claim-text" lang={languageOf(claim.text)}>
        {claim.text}
      </p>
      <div className="claim-facts">
        <Status status={claim.status} />
        {claim.occurredOn && <span className="quiet">{dateWords(claim.occurredOn)}</span>}
        {claim.provisions.map(({ id, resolution, paragraph, summary }) => (
          <span key={id} className="provision" title={`${summary} Verify against the resolution.`}>
            {resolution}, {paragraph}
          </span>
        ))}
        <ReviewSlot target={targetOfClaim(finding, claim)} />
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
          {claim.citations.map(({ id }) => (
            <li key={id}>
              <ClaimCitation
                {...{ index, id }}
                chosen={citation === id}
                onOpen={() => go({ ...toCitation(id), query: '' })}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** What one was led to from another place comes into view. */
function useShown<Element extends HTMLElement>(isShown: boolean): React.RefObject<Element | null> {
  const element = useRef<Element>(null);
  useEffect(() => {
    if (isShown) element.current?.scrollIntoView({ block: 'start' });
  }, [isShown]);
  return element;
}
