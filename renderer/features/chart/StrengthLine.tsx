import { type LineStyle, lineStyles } from '../../../shared/domain/chart/index.ts';
import type { Strength } from '../../../shared/domain/entity/entity.ts';
import { classes } from '../../ui/index.ts';
import { strengthWords } from './tieReading.ts';

/** How sure a tie is, in word and shape; with `sample` also the line that it is drawn with. */
export function StrengthLine({
  strength,
  sample,
  isJudged,
}: {
  strength: Strength;
  sample?: boolean;
  isJudged?: boolean;
}) {
  return (
    <span className={classes('chart-strength', `chart-strength-${strength}`)}>
      {sample && <Sample line={lineStyles[strength]} />}
      {strengthWords(strength)}
      {isJudged && <span className="chart-judged">, judged</span>}
    </span>
  );
}

function Sample({ line }: { line: LineStyle }) {
  return (
    <svg width="34" height="10" aria-hidden="true">
      {line.isDouble ? (
        <path d="M0 3.5H34M0 6.5H34" stroke="currentColor" strokeWidth="1.2" />
      ) : (
        <path d="M0 5H34" stroke="currentColor" strokeWidth="1.8" strokeDasharray={line.dash.join(' ') || undefined} />
      )}
    </svg>
  );
}
