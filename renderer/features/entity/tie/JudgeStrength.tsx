import { useState } from 'react';
import { Strength, type StrengthJudgement, strengthShapes } from '../../../../shared/domain/entity/entity.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import { Button, Panel, Segmented, TextArea } from '../../../ui/index.ts';
import { useStep } from '../../citation/index.ts';
import { judgeStrength } from '../identitySteps.ts';

export interface JudgeStrengthProps {
  entityId: EntityId;
  caption: string;
  strength: Strength;
  judgement: StrengthJudgement | null;
  onClose(): void;
}

const options = Strength.options.map(value => ({ value, label: `${strengthShapes[value]} ${value}` }));

/** A person's word on how sure a tie or an event is, with a reason; it shows in the place of what is computed. */
export function JudgeStrength({ entityId, caption, strength, judgement, onClose }: JudgeStrengthProps) {
  const [chosen, setChosen] = useState(strength);
  const [reason, setReason] = useState('');
  const take = useStep();
  const judge = async (next: Strength | null) => {
    if (next !== null && reason.trim() === '') return;
    if (await take(() => judgeStrength(entityId, judgement, next, next === null ? '' : reason.trim()))) onClose();
  };
  return (
    <Panel
      open
      title="How sure is it?"
      onClose={onClose}
      onSubmit={() => void judge(chosen)}
      footer={
        <>
          <Button kind="primary" type="submit" disabled={reason.trim() === ''}>
            Judge
          </Button>
          {judgement && <Button onPress={() => void judge(null)}>As computed again</Button>}
          <Button kind="quiet" onPress={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="entity-form">
        <p className="entity-form-value" dir="auto">
          {caption}
        </p>
        <Segmented label="How sure" hideLabel={false} options={options} value={chosen} onChange={setChosen} />
        <TextArea
          label="Reason"
          hint="It is on record, and shown wherever the tie is."
          value={reason}
          onChange={setReason}
          maxLength={2000}
          autoFocus
        />
      </div>
    </Panel>
  );
}
