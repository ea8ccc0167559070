/** How sure a tie or an event is, as shape, word and colour together. */
import { type Strength as StrengthName, strengthShapes } from '../../../shared/domain/entity/entity.ts';

export function Strength({ strength }: { strength: StrengthName }) {
  return (
    <span className={`status strength-${strength}`}>
      <span aria-hidden="true">{strengthShapes[strength]}</span> {strength}
    </span>
  );
}
