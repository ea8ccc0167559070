/** The reading pane: an exhibit at a page, with its record above it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { BundleExhibit } from '../../../shared/domain/bundle.ts';
import type { CaseIndex } from '../content/caseIndex.ts';
import type { Route } from '../route.ts';
import { ExhibitHead } from './ExhibitHead.tsx';
import { ExhibitPages } from './ExhibitPages.tsx';
import { PageTools } from './PageTools.tsx';
import { PassageBar, type PassageOutcome } from './PassageBar.tsx';

interface Props {
  index: CaseIndex;
  route: Route;
  go: (change: Partial<Route>) => void;
}

export function Reader({ index, route, go }: Props) {
  const place = route.citation === null ? undefined : index.citations.get(route.citation);
  const passage = place && index.passages.get(place.citation.passageId);
  const exhibit = index.exhibits.get(passage?.exhibitNumber ?? route.exhibit ?? '');
  if (!exhibit) return <NothingOpen asked={route.citation ?? route.exhibit} />;
  const pageIndex = Math.min(route.page ?? passage?.pageIndex ?? 0, Math.max(0, exhibit.pageCount - 1));
  return <OpenExhibit key={exhibit.number} {...{ index, exhibit, place, passage, pageIndex, go }} />;
}

type OpenProps = Pick<Props, 'index' | 'go'> & {
  exhibit: BundleExhibit;
  place: ReturnType<CaseIndex['citations']['get']>;
  passage: ReturnType<CaseIndex['passages']['get']>;
  pageIndex: number;
};

function OpenExhibit({ exhibit, place, passage, pageIndex, go }: OpenProps) {
  const [zoom, setZoom] = useState(1);
  const [outcome, setOutcome] = useState<PassageOutcome>('looking');
  const pane = useRef<HTMLElement>(null);
  const onCitedPage = passage?.pageIndex === pageIndex;
  const shown = onCitedPage ? (passage ?? null) : null;
  const settle = useCallback((found: PassageOutcome) => setOutcome(found), []);
  const turn = (to: number): void => go({ page: Math.max(0, Math.min(to, exhibit.pageCount - 1)) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is read from its top
  useEffect(() => {
    setOutcome('looking');
    pane.current?.scrollTo(0, 0);
  }, [passage?.id, pageIndex]);
  return (
    <section className="reader" aria-label={`${exhibit.number} ${exhibit.title}`}>
      <ExhibitHead exhibit={exhibit} />
      {place && passage && (
        <PassageBar
          {...{ place, passage }}
          reliability={exhibit.source?.reliability ?? null}
          languages={exhibit.languages}
          outcome={onCitedPage ? outcome : 'elsewhere'}
          onReturn={() => go({ page: null })}
        />
      )}
      <PageTools
        {...{ exhibit, pageIndex, zoom, setZoom, turn }}
        label={exhibit.pageLabels[pageIndex] ?? (onCitedPage ? passage?.pageLabel : null)}
      />
      <section
        className="pages"
        ref={pane}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label="Page"
        onKeyDown={event => turnByKey(event.key, pageIndex, turn)}
      >
        <ExhibitPages {...{ exhibit, pageIndex, zoom }} passage={shown} onOutcome={settle} />
      </section>
    </section>
  );
}

function turnByKey(key: string, pageIndex: number, turn: (to: number) => void): void {
  if (key === 'ArrowRight') turn(pageIndex + 1);
  if (key === 'ArrowLeft') turn(pageIndex - 1);
}

function NothingOpen({ asked }: { asked: string | null }) {
  return (
    <section className="reader empty" aria-label="Reading pane">
      {asked === null ? (
        <p>Choose a citation to see its words on the page of the exhibit.</p>
      ) : (
        <p role="alert">
          “{asked}” is not in this bundle. The address may come from another bundle or an earlier edition.
        </p>
      )}
    </section>
  );
}
