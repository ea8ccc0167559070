/** All that is recorded of an entity: each value with its citations, its ties either way, and the findings that tell of it. */
import type { BundlePassage } from '../../../../shared/domain/bundle.ts';
import type { BundleEntity, BundleStatement, BundleTie } from '../../../../shared/domain/bundle/bundleEntity.ts';
import { credibilityWords } from '../../../../shared/domain/source.ts';
import { describeSpan } from '../../../../shared/domain/timeline/index.ts';
import type { CaseIndex } from '../../content/caseIndex.ts';
import { languageOf } from '../../content/languageOf.ts';
import { loadEntity, loadEntityIndex } from '../../content/loadParts.ts';
import { useLoaded } from '../../content/useLoaded.ts';
import type { PlaceProps } from '../../Place.tsx';
import { ReviewSlot } from '../../review/index.ts';
import { targetOfEntity, targetOfStatement } from '../../reviewTargets.ts';
import { type Route, toCitation } from '../../route.ts';
import { CitationRow } from '../CitationRow.tsx';
import { Failure } from '../Failure.tsx';
import { Strength } from '../Strength.tsx';
import { counted, dateWords } from '../words.ts';
import { EntityLink } from './EntityLink.tsx';
import { EntityPlaces } from './EntityPlaces.tsx';

interface Props extends PlaceProps {
  id: string;
}

export function EntityDetail({ id, ...props }: Props) {
  const loaded = useLoaded(id, () => loadWhole(props.index, id));
  if (loaded.state === 'loading') return <p className="quiet" role="status" aria-label="Opening the entity" />;
  if (loaded.state === 'failed') return <Failure title="This entity cannot be shown" error={loaded.error} />;
  if (!loaded.value) return <p role="alert">“{id}” is not among the entities of this bundle.</p>;
  return <Whole {...loaded.value} {...props} />;
}

interface WholeEntity {
  entity: BundleEntity;
  passages: ReadonlyMap<string, BundlePassage>;
}

async function loadWhole({ bundle }: CaseIndex, id: string): Promise<WholeEntity | null> {
  const row = (await loadEntityIndex(bundle)).find(one => one.id === id);
  if (!row) return null;
  const { entity, passages } = await loadEntity(row);
  return entity && { entity, passages: new Map(passages.map(passage => [passage.id, passage] as const)) };
}

function Whole({ entity, passages, ...props }: WholeEntity & PlaceProps) {
  const { strength } = entity;
  return (
    <article className="entity" aria-label={entity.caption}>
      <header>
        <p className="quiet">
          {entity.schemaLabel}
          {entity.hint && ` · ${entity.hint}`}
        </p>
        <div className="entity-title">
          <h2 lang={languageOf(entity.caption)}>{entity.caption}</h2>
          <ReviewSlot target={targetOfEntity(entity)} />
        </div>
        <EntityPlaces id={entity.id} {...props} />
      </header>
      {strength && (
        <>
          <p>
            <Strength strength={strength.strength} />
          </p>
          {strength.judgement && (
            <p className="judgement">
              Computed: {strength.judgement.computed}; set by {strength.judgement.by}: {strength.judgement.reason}
            </p>
          )}
          <ul className="reasons">
            {strength.reasons.map(reason => (
              <li key={reason}>
                <span aria-hidden="true">·</span> {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>What is recorded</h3>
      {entity.statements.length === 0 ? (
        <p className="quiet">Nothing that may go with this bundle.</p>
      ) : (
        <ul className="statements">
          {entity.statements.map(statement => (
            <StatementItem key={statement.id} {...{ entity, statement, passages }} {...props} />
          ))}
        </ul>
      )}
      <Ties entity={entity} route={props.route} />
      <Told id={entity.id} index={props.index} />
    </article>
  );
}

function StatementItem({
  entity,
  statement,
  passages,
  index,
  route,
  go,
}: PlaceProps & { entity: BundleEntity; statement: BundleStatement; passages: WholeEntity['passages'] }) {
  const { label, words, original, language, target, fromOn, toOn, credibility, note, quality, citations } = statement;
  const { role } = statement.detail;
  const aside = [
    quality && `${quality} name`,
    ...detailWords(statement),
    (fromOn !== null || toOn !== null) && describeSpan(fromOn, toOn),
    !statement.isShown && 'beside the value shown',
    citations.length === 0 && 'nothing is cited',
  ].filter(Boolean);
  return (
    <li className={statement.isShown ? 'statement' : 'statement beside'}>
      <div className="statement-head">
        <span className="statement-label">{role ? `${label} (${role})` : label}</span>
        <span className="statement-value" lang={language || languageOf(words)}>
          {target ? <EntityLink id={target.id} caption={target.caption} /> : dateWords(words)}
        </span>
        <span className="grade" title={credibilityWords[credibility]}>
          <span aria-hidden="true">{credibility}</span>
          <span className="unseen">information {credibilityWords[credibility]}</span>
        </span>
        <ReviewSlot target={targetOfStatement(entity, statement)} />
      </div>
      {(original !== '' || aside.length > 0 || note !== '') && (
        <p className="facts">
          {original !== '' && (
            <span lang={languageOf(original)}>
              As printed: {original}
              {(aside.length > 0 || note !== '') && ' · '}
            </span>
          )}
          {[...aside, note].filter(Boolean).join(' · ')}
        </p>
      )}
      {citations.map(citation => (
        <CitationRow
          key={citation.id}
          {...{ index, citation }}
          passage={passages.get(citation.passageId)}
          number={null}
          chosen={route.citation === citation.id}
          onOpen={() => go({ ...toCitation(citation.id), item: entity.id, query: '' })}
        />
      ))}
    </li>
  );
}

/** What was computed beside the words as printed: a quantity in another unit, a position in degrees. */
function detailWords({ detail: { converted, position } }: BundleStatement): string[] {
  return [
    ...(converted
      ? [
          `= ${converted.amount.toLocaleString('en')} ${converted.unit} by a factor of ${converted.factor}, ${converted.note}`,
        ]
      : []),
    ...(position
      ? [
          `${position.latitude.toFixed(4)}, ${position.longitude.toFixed(4)} (${position.datum === 'not stated' ? 'datum not stated' : position.datum})`,
        ]
      : []),
  ];
}

function Ties({ entity: { ties }, route }: { entity: BundleEntity; route: Route }) {
  if (ties.length === 0) return null;
  return (
    <>
      <h3>{counted(ties.length, 'tie')}</h3>
      <ul className="ties">
        {ties.map(tie => (
          <li key={`${tie.entityId} ${tie.statementId} ${tie.words}`}>
            <TieLine tie={tie} route={route} />
          </li>
        ))}
      </ul>
    </>
  );
}

function TieLine({ tie }: { tie: BundleTie; route: Route }) {
  const { words, other, measure, fromOn, toOn, strength, citationCount, entityId } = tie;
  const aside = [measure, (fromOn !== null || toOn !== null) && describeSpan(fromOn, toOn)].filter(Boolean);
  return (
    <>
      <span>
        {words} {other ? <EntityLink id={other.id} caption={other.caption} /> : <span className="quiet">somebody</span>}
        {aside.length > 0 && <span className="quiet"> · {aside.join(' · ')}</span>}
      </span>
      <span className="tie-facts">
        <Strength strength={strength} />
        <span className="quiet">
          <EntityLink id={entityId} caption={counted(citationCount, 'citation')} />
        </span>
      </span>
    </>
  );
}

/** Claims that tell of the entity, and findings that name it. */
function Told({ id, index }: { id: string; index: CaseIndex }) {
  const findings = index.bundle.findings.filter(
    ({ participants, claims }) =>
      participants.some(({ entityId }) => entityId === id) ||
      claims.some(({ entityIds = [] }) => entityIds.includes(id)),
  );
  if (findings.length === 0) return null;
  return (
    <>
      <h3>Findings that tell of it</h3>
      <ul className="plain">
        {findings.map(finding => (
          <li key={finding.id}>
            <a className="entity-link" href={`#item=${encodeURIComponent(finding.id)}`}>
              <span className="number">{finding.number}</span> {finding.title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
