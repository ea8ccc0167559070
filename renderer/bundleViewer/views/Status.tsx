/** Status as shape, word and colour together, with its reasons in words. */
import type { BundleReason } from '../../../shared/domain/bundle.ts';
import { type ClaimStatus, statusShapes, statusWords } from '../../../shared/domain/standard.ts';

export function Status({ status }: { status: ClaimStatus }) {
  return (
    <span className={`status ${status}`}>
      <span aria-hidden="true">{statusShapes[status]}</span> {statusWords[status]}
    </span>
  );
}

const KINDS: Record<BundleReason['kind'], [sign: string, words: string]> = {
  holds: ['✓', 'holds'],
  missing: ['✗', 'missing'],
  warns: ['!', 'note'],
};

export function Reasons({ reasons }: { reasons: readonly BundleReason[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul className="reasons">
      {reasons.map(({ kind, sentence }) => (
        <li key={sentence} className={kind}>
          <span aria-hidden="true">{KINDS[kind][0]}</span>
          <span className="unseen">{KINDS[kind][1]}: </span> {sentence}
        </li>
      ))}
    </ul>
  );
}
