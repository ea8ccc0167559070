import type { Edition } from '../../../shared/contract/report.ts';
import { countOf, InstantText, Mono } from '../../ui/index.ts';
import { CommentsButton } from '../comment/index.ts';

/** What was compiled before: each edition is frozen, and its hash is what a reader can hold it to. */
export function EditionList({ editions }: { editions: readonly Edition[] }) {
  if (editions.length === 0)
    return <p className="report-soft">None yet. Each compiled content is frozen here with its hash.</p>;
  return (
    <ul className="edition-list">
      {editions.map(edition => (
        <li key={edition.id} className="edition">
          <span className="edition-head">
            <span className="edition-title" dir="auto">
              {edition.title}
            </span>
            <CommentsButton subject={{ kind: 'edition', id: edition.id }} name={nameOf(edition, editions)} />
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

/** They often bear one title: counted from the first, as a bundle counts them. */
function nameOf(edition: Edition, editions: readonly Edition[]): string {
  return `${edition.title}, edition ${editions.length - editions.indexOf(edition)}`;
}
