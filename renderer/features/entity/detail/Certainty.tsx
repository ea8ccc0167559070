import { Scale } from 'lucide-react';
import { useState } from 'react';
import type { EntityView } from '../../../../shared/contract/entity.ts';
import { Button } from '../../../ui/index.ts';
import { StrengthMark } from '../StrengthMark.tsx';
import { JudgeStrength } from '../tie/JudgeStrength.tsx';
import { StrengthReasons } from '../tie/StrengthReasons.tsx';

/** How sure a tie or an event is, why, and a person's judgement in its place. */
export function Certainty({ entity }: { entity: EntityView }) {
  const [judging, setJudging] = useState(false);
  const { id, caption, strength, strengthJudgement } = entity;
  return (
    <section className="certainty" aria-label="How sure it is">
      <div className="certainty-head">
        <StrengthMark strength={strength} isJudged={strengthJudgement !== null} />
        <Button kind="quiet" icon={Scale} onPress={() => setJudging(true)}>
          Judge how sure it is …
        </Button>
      </div>
      <StrengthReasons entityId={id} />
      {judging && (
        <JudgeStrength
          entityId={id}
          caption={caption}
          strength={strength}
          judgement={strengthJudgement}
          onClose={() => setJudging(false)}
        />
      )}
    </section>
  );
}
