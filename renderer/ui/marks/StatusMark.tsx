import { type ClaimStatus, statusShapes, statusWords } from '../../../shared/domain/standard.ts';
import './marks.css';

/** Shape, word and colour; the word may be left to hover and screen readers where room is short. */
export function StatusMark({ status, shapeOnly }: { status: ClaimStatus; shapeOnly?: boolean }) {
  return (
    <span className={`status status-${status}`} title={shapeOnly ? statusWords[status] : undefined}>
      <span className="status-shape" aria-hidden>
        {statusShapes[status]}
      </span>
      <span className={shapeOnly ? 'visually-hidden' : undefined}>{statusWords[status]}</span>
    </span>
  );
}
