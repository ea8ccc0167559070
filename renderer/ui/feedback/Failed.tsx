import { TriangleAlert } from 'lucide-react';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import { Button } from '../controls/Button.tsx';
import './feedback.css';

/** What happened, to what, what to do, and the reference if it is a fault of ours. */
export function Failed({ error, onRetry }: { error: ErrorReport; onRetry?: () => void }) {
  return (
    <div className="failed" role="alert">
      <TriangleAlert size={18} aria-hidden />
      <div className="failed-words">
        <p>{error.sentence}</p>
        {error.reference && (
          <p className="failed-reference">
            Reference <code>{error.reference}</code>
          </p>
        )}
        {onRetry && <Button onPress={onRetry}>Try again</Button>}
      </div>
    </div>
  );
}
