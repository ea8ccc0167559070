import { type Credibility, credibilityWords, Reliability, reliabilityWords } from '../../../shared/domain/source.ts';
import './marks.css';

export interface GradeMarkProps {
  /** A to F; null where there is no source. */
  reliability: string | null;
  credibility?: Credibility | null;
}

/** `B2`, with the words on hover and to screen readers. Two values, never averaged. */
export function GradeMark({ reliability, credibility }: GradeMarkProps) {
  const known = Reliability.safeParse(reliability);
  const words = [
    known.success ? `Source ${known.data}: ${reliabilityWords[known.data]}` : 'No source on record',
    credibility ? `information ${credibility}: ${credibilityWords[credibility]}` : null,
  ].filter(Boolean);
  return (
    <span className={known.success ? 'grade' : 'grade grade-none'} title={words.join('; ')}>
      <span aria-hidden>{`${known.success ? known.data : '–'}${credibility ?? ''}`}</span>
      <span className="visually-hidden">{words.join('; ')}</span>
    </span>
  );
}
