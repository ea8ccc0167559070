/** Findings, their claims, and under each claim the citations for and against it. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { BundleClaim, BundleFinding } from '../../../shared/domain/bundle.ts';
import { languageOf } from '../content/languageOf.ts';
import type { PlaceProps } from '../Place.tsx';
import { ReviewSlot } from '../review/index.ts';
import { targetOfClaim, targetOfFinding } from '../reviewTargets.ts';
import { toCitation } from '../route.ts';
import { ClaimCitation } from './CitationRow.tsx';
import { EntityLink } from './entity/EntityLink.tsx';
import { FilterBox, isWanted } from './FilterBox.tsx';
import { Reasons, Status } from './Status.tsx';
import { counted, dateWords } from './words.ts';

/** Fewer are seen at once. */
const FILTERED_FROM = 6;

export function FindingsView(props: PlaceProps) {
  const { findings } = props.index.bundle;
  const [filter, setFilter] = useState('');
  const shown = useMemo(() => findings.filter(finding => isWanted(filter, wordsOf(finding))), [findings, filter]);
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
      {shown.map(finding => (
        <FindingCard key={finding.id} {...{ finding }} {...props} />
      ))}
      {shown.length === 0 && <p className="empty-list">No finding has “{filter}” in it.</p>}
    </>
  );
}

function wordsOf({ number, title, status, claims, participants }: BundleFinding): string[] {
  return [number, title, status, ...claims.map(claim => claim.text), ...participants.map(({ name }) => name)];
}

function FindingCard({ finding, ...props }: PlaceProps & { finding: BundleFinding }) {
  const card = useShown<HTMLElement>(props.route.item === finding.id);
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
}

function ClaimItem({ finding, claim, index, route, go }: PlaceProps & { finding: BundleFinding; claim: BundleClaim }) {
  const item = useShown<HTMLLIElement>(route.item === claim.id);
  return (
    <li className="claim" ref={item} aria-current={route.item === claim.id ? 'true' : undefined}>
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
                chosen={route.citation === id}
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
