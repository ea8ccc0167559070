/** What came inside an exhibit: attachments of a message, members of an archive. Each is an exhibit of its own. */
import { useMemo } from 'react';
import type { BundleExhibit } from '../../../shared/domain/bundle.ts';
import type { CaseIndex } from '../content/caseIndex.ts';
import { languageOf } from '../content/languageOf.ts';

interface Props {
  index: CaseIndex;
  exhibit: BundleExhibit;
  onOpen: (number: string) => void;
}

export function Attachments({ index, exhibit, onOpen }: Props) {
  const parts = useMemo(
    () => index.bundle.exhibits.filter(one => one.parentNumber === exhibit.number),
    [index, exhibit.number],
  );
  if (parts.length === 0) return null;
  return (
    <section className="attachments" aria-label="What came with it">
      <p className="quiet">With it came</p>
      <ul>
        {parts.map(part => (
          <li key={part.number}>
            <button type="button" className="row-link" onClick={() => onOpen(part.number)}>
              <span className="number">{part.number}</span> <span lang={languageOf(part.title)}>{part.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
