import type { Edition } from '../../../shared/contract/report.ts';
import { countOf, InstantText, Mono } from '../../ui/index.ts';

/** What was compiled before: each edition is frozen, and its hash is what a reader can hold it to. */
export function EditionList({ editions }: { editions: readonly Edition[] }) {
  if (editions.length === 0)
    return <p className="report-soft">None yet. Each compiled content is frozen here with its hash.</p>;
  return (
    <ul className="edition-list">
      {editions.map(edition => (
        <li key={edition.id} className="edition">
          <span className="edition-title" dir="auto">
            {edition.title}
          </span>
          <span className="report-soft">
            <InstantText at={edition.compiledAt} withTime /> · {edition.compiledBy} ·{' '}
            {countOf(edition.findingCount, 'finding')}
          </span>
          <span className="edition-hash" title={`SHA-256 of the content: ${edition.contentSha256}`}>
            <Mono wrap>{edition.contentSha256}</Mono>
          </span>
        </li>
      ))}
    </ul>
  );
}
