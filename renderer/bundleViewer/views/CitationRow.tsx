/** A citation as a row: bearing, frozen quote, exhibit and page, grade. One click leads to the words on the page. */
import { useEffect, useRef } from 'react';
import type { BundleCitation, BundlePassage } from '../../../shared/domain/bundle.ts';
import { bearingSigns } from '../../../shared/domain/citation.ts';
import { describeTranslation } from '../../../shared/domain/translation.ts';
import type { CaseIndex } from '../content/caseIndex.ts';
import { languageOf } from '../content/languageOf.ts';
import { pageName } from '../reader/pageName.ts';
import { ReviewSlot } from '../review/index.ts';

interface Props {
  index: CaseIndex;
  citation: BundleCitation;
  /** Undefined where this bundle does not have it. */
  passage: BundlePassage | undefined;
  /** Of the footnote; null for what an entity rests on. */
  number: number | null;
  chosen: boolean;
  onOpen: () => void;
}

export function CitationRow({ index, citation, passage, number, chosen, onOpen }: Props) {
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const exhibit = passage && index.exhibits.get(passage.exhibitNumber);
  if (!passage || !exhibit) return <p className="problem">The passage of this citation is not in this bundle.</p>;
  const page = pageName(exhibit, passage.pageIndex, passage.pageLabel);
  const name = `${number === null ? 'the citation of' : `citation ${number},`} ${exhibit.number}, ${page}`;
  return (
    <div className="citation-line">
      <button
        ref={row}
        type="button"
        className="citation"
        data-citation={citation.id}
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
          {number !== null && <span className="note-number">{number}</span>}
          <span className="number">{exhibit.number}</span>
          <span className="citation-page">{page}</span>
          <span className="citation-title" lang={languageOf(exhibit.title)}>
            {exhibit.title}
          </span>
          <span className="grade">
            {exhibit.source?.reliability ?? '–'}
            {citation.credibility}
          </span>
        </span>
        {citation.rebuttal !== '' && (
          <span className="citation-translation">Answer to this contradiction: {citation.rebuttal}</span>
        )}
      </button>
      <ReviewSlot target={{ subject: { kind: 'citation', id: citation.id }, name, quote: citation.quote }} />
    </div>
  );
}

/** One of those that claims rest on, by its id. */
export function ClaimCitation({ index, id, ...props }: Pick<Props, 'index' | 'chosen' | 'onOpen'> & { id: string }) {
  const place = index.citations.get(id);
  if (!place) return <p className="problem">The passage of this citation is not in this bundle.</p>;
  const { citation, number } = place;
  return <CitationRow {...{ index, citation, number }} passage={index.passages.get(citation.passageId)} {...props} />;
}
