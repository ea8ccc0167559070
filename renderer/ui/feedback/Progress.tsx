import { formatCount } from '../format.ts';
import './feedback.css';

export interface ProgressProps {
  done: number;
  /** null while the total is being counted. */
  total: number | null;
  /** What is counted, e.g. "exhibits". */
  label: string;
  /** The bar alone, for narrow places; the numbers are still read out. */
  bare?: boolean;
}

export function Progress({ done, total, label, bare }: ProgressProps) {
  const words =
    total === null ? `${formatCount(done)} ${label}` : `${formatCount(done)} of ${formatCount(total)} ${label}`;
  return (
    <div className="progress">
      <progress
        className="progress-bar"
        max={total ?? undefined}
        value={total === null ? undefined : done}
        aria-label={words}
      />
      {!bare && <span className="progress-words">{words}</span>}
    </div>
  );
}
