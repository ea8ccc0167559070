/** Above a page that was opened from the results of a search: what is looked for, and whether this page has it. */
import type { BundleExhibit } from '../../../shared/domain/bundle.ts';
import type { Go } from '../route.ts';
import type { PassageOutcome } from './PassageBar.tsx';

interface Props {
  exhibit: BundleExhibit;
  query: string;
  outcome: PassageOutcome;
  go: Go;
}

const WORDS: Partial<Record<PassageOutcome, string>> = {
  looking: 'Looking on this page …',
  found: 'On this page, and lit.',
  recognised: 'Recognised in the picture of this page by a machine, and lit.',
  'not-found': 'Not on this page.',
};

export function SoughtBar({ exhibit, query, outcome, go }: Props) {
  return (
    <section className="passage-bar sought-bar" aria-label={`Looking for ${query} in ${exhibit.number}`}>
      <p>
        <strong>{query}</strong>{' '}
        <span className={`outcome ${outcome}`} role="status">
          {WORDS[outcome] ?? ''}
        </span>{' '}
        <span className="quiet">
          <kbd>N</kbd> next place, <kbd>Shift</kbd>+<kbd>N</kbd> the one before
        </span>
      </p>
      <button type="button" className="plain-button" onClick={() => go({ query: '' })}>
        Stop looking
      </button>
    </section>
  );
}
