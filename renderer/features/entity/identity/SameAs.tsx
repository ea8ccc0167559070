/** Which records are one subject: what is merged here, what may be the same, and the judgements that stand. */
import { GitMerge, Split, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { EntityView } from '../../../../shared/contract/entity.ts';
import type { EntityChip } from '../../../../shared/domain/entity/entity.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { useQuery } from '../../../api/index.ts';
import { Button, Failed, InstantText, Loading } from '../../../ui/index.ts';
import { useStep } from '../../citation/index.ts';
import { EntityLink } from '../../entityLink/index.ts';
import { EntityPicker } from '../EntityPicker.tsx';
import { undoJudgement } from '../identitySteps.ts';
import { propertyLabel } from '../propertyWords.ts';
import { ComparePanel } from './ComparePanel.tsx';
import './SameAs.css';

export interface SameAsProps {
  caseId: CaseId;
  entity: EntityView;
}

export function SameAs({ caseId, entity }: SameAsProps) {
  const [compared, setCompared] = useState<EntityChip | null>(null);
  const { members, judgements } = entity;
  return (
    <div className="same-as">
      <EntityPicker
        caseId={caseId}
        label="Same as …"
        schemata={[]}
        value={null}
        onChange={setCompared}
        except={members.map(member => member.id)}
        placeholder="Another record of this subject: name or number"
        hint="The two are shown side by side first."
      />
      <Candidates entity={entity} onCompare={setCompared} />
      {members.length > 1 && (
        <section aria-label="Records merged here">
          <h3 className="same-as-head">{members.length} records are one subject here</h3>
          <p className="entity-form-soft">
            Each keeps its own statements. Taking a judgement back below splits them again, whole.
          </p>
        </section>
      )}
      {judgements.length > 0 && (
        <section aria-label="Judgements">
          <h3 className="same-as-head">Judgements that stand</h3>
          <ul>
            {judgements.map(judgement => (
              <Judgement key={judgement.id} judgement={judgement} schema={entity.schema} />
            ))}
          </ul>
        </section>
      )}
      {compared && (
        <ComparePanel
          left={{ id: entity.id, schema: entity.schema, caption: entity.caption, hint: entity.hint, kind: entity.kind }}
          right={compared}
          onClose={() => setCompared(null)}
        />
      )}
    </div>
  );
}

function Candidates({ entity, onCompare }: { entity: EntityView; onCompare(candidate: EntityChip): void }) {
  const { data, error, refetch } = useQuery('entity.candidates', { entityId: entity.id });
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Looking for records that share a value" rows={2} />;
  return (
    <section aria-label="May be the same">
      <h3 className="same-as-head">May be the same</h3>
      {data.length === 0 ? (
        <p className="entity-form-soft">
          No other record of the vault shares a name, a number, an address or a phone with this one that is not judged
          yet.
        </p>
      ) : (
        <ul>
          {data.map(candidate => (
            <li key={candidate.id} className="same-as-candidate">
              <EntityLink entity={candidate} />
              <span className="entity-form-soft">{candidate.why.join(' · ')}</span>
              <Button icon={GitMerge} label={`Compare with ${candidate.caption}`} onPress={() => onCompare(candidate)}>
                Compare
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Judgement({ judgement, schema }: { judgement: EntityView['judgements'][number]; schema: string }) {
  const take = useStep();
  const { left, right, verdict, identifier, reason, judgedBy, judgedAt } = judgement;
  const isSame = verdict === 'same';
  const why = [identifier && `both have ${propertyLabel(schema, identifier)}`, reason].filter(Boolean).join('; ');
  return (
    <li className="same-as-judgement">
      <span className="same-as-sides">
        <EntityLink entity={left} />
        <span>{isSame ? 'is the same as' : 'is not'}</span>
        <EntityLink entity={right} />
      </span>
      <span className="entity-form-soft">
        {why === '' ? 'No reason given' : why}. {judgedBy}, <InstantText at={judgedAt} />
      </span>
      <Button
        kind="quiet"
        icon={isSame ? Split : Undo2}
        onPress={() =>
          void take(
            () => undoJudgement(judgement),
            isSame ? 'Split: each has its own statements again.' : 'Taken back.',
          )
        }
      >
        {isSame ? 'Split again' : 'Take back'}
      </Button>
    </li>
  );
}
