/** A citation as a row: bearing, frozen quote, exhibit and page, grade. One click leads to the words on the page. */
import { useEffect, useRef } from 'react';
import { bearingSigns } from '../../../shared/domain/citation.ts';
import { describeTranslation } from '../../../shared/domain/translation.ts';
import type { CaseIndex } from '../content/caseIndex.ts';
import { languageOf } from '../content/languageOf.ts';
import { exhibitKind } from '../reader/exhibitKind.ts';
import { pageName } from '../reader/pageName.ts';

interface Props {
  index: CaseIndex;
  id: string;
  chosen: boolean;
  onOpen: () => void;
}

export function CitationRow({ index, id, chosen, onOpen }: Props) {
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const place = index.citations.get(id);
  const passage = place && index.passages.get(place.citation.passageId);
  const exhibit = passage && index.exhibits.get(passage.exhibitNumber);
  if (!place || !passage || !exhibit)
    return <p className="problem">The passage of this citation is not in this bundle.</p>;
  const { citation, number } = place;
  return (
    <button
      ref={row}
      type="button"
      className="citation"
      data-citation={id}
      aria-current={chosen ? 'true' : undefined}
      onClick={onOpen}
    >
      <span className={`bearing ${citation.bearing}`}>
        <span aria-hidden="true">{bearingSigns[citation.bearing]}</span>
        <span className="unseen">{citation.bearing}</span>
      </span>
      <span className="citation-quote" lang={languageOf(citation.quote, exhibit.languages)}>
        {citation.quote}
      </span>
      {passage.translation && (
        <span className="citation-translation">
          [{describeTranslation(passage.translation)}:{' '}
          <span lang={passage.translation.language}>“{passage.translation.text}”</span>]
        </span>
      )}
      <span className="citation-place">
        <span className="note-number">{number}</span>
        <span className="number">{exhibit.number}</span>
        <span>{pageName(passage.pageIndex, passage.pageLabel, exhibitKind(exhibit) === 'pdf')}</span>
        <span className="citation-title" lang={languageOf(exhibit.title)}>
          {exhibit.title}
        </span>
        <span className="grade">
          {exhibit.source?.reliability ?? '–'}
          {citation.credibility}
        </span>
      </span>
    </button>
  );
}
