/** Where else in the vault it occurs: in cases, in records that share a value, in the words of exhibits. */
import type { OutputOf } from '../../../../shared/contract/index.ts';
import { exhibitNumber } from '../../../../shared/domain/exhibit.ts';
import { printedPage } from '../../../../shared/domain/rendition.ts';
import type { CaseId, EntityId } from '../../../../shared/kernel/ids.ts';
import { useQuery } from '../../../api/index.ts';
import { countOf, Failed, Loading, Mono } from '../../../ui/index.ts';
import { useNavigate } from '../../../workbench/index.ts';
import { MentionsOfEntity } from '../../mention/index.ts';
import { EntityLink } from '../../entityLink/index.ts';
import { propertyLabel } from '../propertyWords.ts';
import './Elsewhere.css';

type Occurrences = OutputOf<'entity.occurrences'>;

export interface ElsewhereProps {
  caseId: CaseId;
  entityId: EntityId;
  schema: string;
}

export function Elsewhere({ caseId, entityId, schema }: ElsewhereProps) {
  const { data, error, refetch } = useQuery('entity.occurrences', { entityId });
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Looking through the vault" rows={4} />;
  return (
    <div className="elsewhere">
      <Cases cases={data.cases} here={caseId} />
      <Sharing sharing={data.sharing} schema={schema} />
      <Exhibits exhibits={data.exhibits} here={caseId} />
      <section aria-label="Named in this case">
        <h3>Named in this case</h3>
        <MentionsOfEntity caseId={caseId} entityId={entityId} />
      </section>
    </div>
  );
}

function Cases({ cases, here }: { cases: Occurrences['cases']; here: CaseId }) {
  return (
    <section aria-label="Cases">
      <h3>Cases</h3>
      {cases.length === 0 && <p className="entity-form-soft">It is in no case.</p>}
      <ul>
        {cases.map(one => (
          <li key={one.caseId} className="elsewhere-line">
            <Mono>{one.reference}</Mono>
            <span className="one-line" dir="auto">
              {one.title}
            </span>
            <span className="entity-form-soft">
              {countOf(one.statements, 'value')} recorded there{one.caseId === here && ', this case'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sharing({ sharing, schema }: { sharing: Occurrences['sharing']; schema: string }) {
  return (
    <section aria-label="Records that share a value">
      <h3>Records that share a value</h3>
      {sharing.length === 0 && (
        <p className="entity-form-soft">
          No other record of the vault has one of its names, numbers, addresses or phones.
        </p>
      )}
      <ul>
        {sharing.map(({ property, value, entity, caseReferences }) => (
          <li key={`${property} ${value} ${entity.id}`} className="elsewhere-line">
            <EntityLink entity={entity} />
            <span dir="auto">
              <span className="entity-form-soft">{propertyLabel(schema, property)}</span> {value}
            </span>
            <span className="entity-form-soft">{caseReferences.join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Exhibits({ exhibits, here }: { exhibits: Occurrences['exhibits']; here: CaseId }) {
  const { go } = useNavigate();
  return (
    <section aria-label="Exhibits that name it">
      <h3>Exhibits that name it</h3>
      {exhibits.length === 0 && (
        <p className="entity-form-soft">No exhibit has one of its names or numbers in its words.</p>
      )}
      <ul>
        {exhibits.map(one => (
          <li key={one.exhibitId} className="elsewhere-line">
            {one.caseId !== here && <span className="entity-form-soft">{one.reference}</span>}
            <button
              type="button"
              className="text-link elsewhere-exhibit one-line"
              onClick={() =>
                go({
                  place: 'exhibits',
                  caseId: one.caseId,
                  exhibitId: one.exhibitId,
                  at: {
                    kind: 'quote',
                    pageIndex: one.pageIndex,
                    quote: { exact: one.words, prefix: '', suffix: '' },
                  },
                })
              }
            >
              <Mono>{exhibitNumber(one.exhibitNumber)}</Mono> {one.title}
            </button>
            <span className="entity-form-soft" dir="auto">
              {printedPage({ index: one.pageIndex, label: null })}: “{one.words}”
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
