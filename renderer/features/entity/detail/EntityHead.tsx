/** Who or what is in hand: sign, name, schema, cases, how sure; and what may be done with the whole. */
import { Ellipsis, FolderMinus, FolderPlus, RotateCcw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { EntityView } from '../../../../shared/contract/entity.ts';
import { schemaOrThing } from '../../../../shared/domain/ftm/index.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { Badge, Button, MenuButton, type MenuEntry, Notice, Select } from '../../../ui/index.ts';
import { CommentsButton } from '../../comment/index.ts';
import { useStep } from '../../citation/index.ts';
import { addToCase, changeSchema, removeFromCase, restoreEntity, withdrawEntity } from '../entitySteps.ts';
import { schemaChoices } from '../schemaChoices.ts';
import { schemaIcon } from '../../entityLink/index.ts';
import { StrengthMark } from '../StrengthMark.tsx';
import { saidBack } from '../worldDate.ts';
import { WorldDateField } from '../WorldDateField.tsx';
import './EntityHead.css';

export interface EntityHeadProps {
  caseId: CaseId;
  entity: EntityView;
  /** The date that governs the whole view, as typed. */
  asAt: string;
  onAsAt(typed: string): void;
}

export function EntityHead({ caseId, entity, asAt, onAsAt }: EntityHeadProps) {
  const { schema, kind, caption, hint, cases, strength, strengthJudgement, withdrawnAt } = entity;
  const [changing, setChanging] = useState(false);
  // An event is called after its kind and date: they are not said twice.
  const facts = hint
    .split(' · ')
    .filter(fact => !caption.includes(fact))
    .join(' · ');
  const take = useStep();
  const Icon = schemaIcon(schema);
  const isHere = cases.some(one => one.id === caseId);
  const menu = useMenu(caseId, entity, () => setChanging(true));
  return (
    <header className="entity-head">
      <div className="entity-head-line">
        <Icon className="entity-head-icon" size={22} aria-hidden />
        <h2 className="entity-head-name" dir="auto">
          {caption}
        </h2>
        <div className="entity-head-tools">
          <WorldDateField label="As at" value={asAt} onChange={onAsAt} />
          <CommentsButton key={entity.id} subject={{ kind: 'entity', id: entity.id }} name={caption} />
          <MenuButton label={`What to do with ${caption}`} icon={Ellipsis} iconOnly items={menu} />
        </div>
      </div>
      <p className="entity-head-facts">
        {changing ? (
          <Select
            label="Schema"
            hideLabel
            value={schema}
            options={schemaChoices(schema).map(one => ({ value: one, label: schemaOrThing(one).label }))}
            onChange={next => {
              setChanging(false);
              if (next !== schema) void take(() => changeSchema(entity.id, schema, next));
            }}
          />
        ) : (
          <span>{schemaOrThing(schema).label}</span>
        )}
        {facts !== '' && <span dir="auto">{facts}</span>}
        {(kind === 'relationship' || kind === 'event') && (
          <StrengthMark strength={strength} isJudged={strengthJudgement !== null} />
        )}
        {entity.members.length > 1 && <span>{entity.members.length} records merged</span>}
        {cases.map(one => (
          <Badge key={one.id} tone={one.id === caseId ? 'accent' : 'plain'}>
            {one.reference}
          </Badge>
        ))}
      </p>
      {!isHere && (
        <Notice
          action={
            <Button onPress={() => void take(() => addToCase(entity.id, caseId, caption))}>Add to this case</Button>
          }
        >
          {cases.length === 0 ? 'It is in no case.' : 'It is not in this case.'}
        </Notice>
      )}
      {withdrawnAt !== null && (
        <Notice
          kind="warning"
          action={<Button onPress={() => void take(() => restoreEntity(entity.id, caption))}>Restore</Button>}
        >
          Withdrawn: it is in no list and on no chart. What is stated of it stays on record.
        </Notice>
      )}
      {saidBack(asAt) !== null || /\d{4}/.test(asAt) ? <AsAt asAt={asAt} onAsAt={onAsAt} /> : null}
    </header>
  );
}

function AsAt({ asAt, onAsAt }: Pick<EntityHeadProps, 'asAt' | 'onAsAt'>) {
  return (
    <Notice action={<Button onPress={() => onAsAt('')}>All times</Button>}>
      Shown as at {saidBack(asAt) ?? asAt}: what is dated otherwise is left out; what has no date stays.
    </Notice>
  );
}

function useMenu(caseId: CaseId, entity: EntityView, onChangeSchema: () => void): MenuEntry[] {
  const take = useStep();
  const { id, caption, cases, kind, withdrawnAt } = entity;
  const isHere = cases.some(one => one.id === caseId);
  return [
    isHere
      ? {
          label: 'Take out of this case',
          icon: FolderMinus,
          onSelect: () => void take(() => removeFromCase(id, caseId, caption), 'Taken out of the case.'),
        }
      : {
          label: 'Add to this case',
          icon: FolderPlus,
          onSelect: () => void take(() => addToCase(id, caseId, caption)),
        },
    ...(kind === 'relationship' ? [] : [{ label: 'Another schema …', onSelect: onChangeSchema }]),
    'separator' as const,
    withdrawnAt === null
      ? {
          label: 'Withdraw',
          icon: Undo2,
          danger: true,
          onSelect: () => void take(() => withdrawEntity(id, caption), `${caption} withdrawn.`),
        }
      : { label: 'Restore', icon: RotateCcw, onSelect: () => void take(() => restoreEntity(id, caption)) },
  ];
}
