import { type Strength, strengthShapes } from '../../../shared/domain/entity/entity.ts';
import './StrengthMark.css';

export interface StrengthMarkProps {
  strength: Strength;
  /** A person's judgement stands in the place of what was computed. */
  isJudged?: boolean;
}

/** How sure a tie or an event is: shape, word and colour. */
export function StrengthMark({ strength, isJudged }: StrengthMarkProps) {
  return (
    <span className={`tie-strength tie-strength-${strength}`}>
      <span aria-hidden>{strengthShapes[strength]}</span>
      {strength}
      {isJudged && <span className="tie-strength-judged">, judged</span>}
    </span>
  );
}
