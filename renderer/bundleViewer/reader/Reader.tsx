/** The reading pane: an exhibit at a page, with its record above it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { BundleExhibit } from '../../../shared/domain/bundle.ts';
import { isPlaceLabel } from '../../../shared/domain/place.ts';
import { parseQuery } from '../../../shared/domain/search/index.ts';
import type { CaseIndex } from '../content/caseIndex.ts';
import { useLoaded } from '../content/useLoaded.ts';
import { type Go, type Route, toExhibit, toNothing } from '../route.ts';
import { Attachments } from './Attachments.tsx';
import { type Cited, citedInCase, citedOfEntity } from './cited.ts';
import { ExhibitHead } from './ExhibitHead.tsx';
import { ExhibitPages } from './ExhibitPages.tsx';
import { exhibitKind } from './exhibitKind.ts';
import { isOnCitedPage, outcomeOf } from './outcomeOf.ts';
import { PageTools } from './PageTools.tsx';
import { PassageBar, type PassageOutcome } from './PassageBar.tsx';
import type { ReadingTarget } from './readingTarget.ts';
import { SoughtBar } from './SoughtBar.tsx';

interface Props {
  index: CaseIndex;
  route: Route;
  go: Go;
}

export function Reader({ index, route, go }: Props) {
  const { citation, item } = route;
  const ofCase = useMemo(() => (citation === null ? null : citedInCase(index, citation)), [index, citation]);
  const loaded = useLoaded(`${citation} ${item}`, async () =>
    citation === null || ofCase || item === null ? null : citedOfEntity(index, item, citation),
  );
  const cited = ofCase ?? (loaded.state === 'ready' ? loaded.value : null);
  const exhibit = index.exhibits.get(cited?.passage.exhibitNumber ?? route.exhibit ?? '');
  if (exhibit) {
    const citedPage = cited?.passage.pageIndex ?? 0;
    // Of an exhibit that stays, or that nobody could read, no page is here; the cited one is told all the same.
    const pageIndex = exhibit.pageCount === 0 ? citedPage : Math.min(route.page ?? citedPage, exhibit.pageCount - 1);
    return <OpenExhibit key={exhibit.number} {...{ index, exhibit, cited, pageIndex, go }} query={route.query} />;
  }
  const isLoading = citation !== null && loaded.state === 'loading';
  return <NothingOpen asked={citation ?? route.exhibit} isLoading={isLoading} />;
}

interface OpenProps {
  index: CaseIndex;
  exhibit: BundleExhibit;
  cited: Cited | null;
  pageIndex: number;
  query: string;
  go: Go;
}

function OpenExhibit({ index, exhibit, cited, pageIndex, query, go }: OpenProps) {
  const [zoom, setZoom] = useState(1);
  const [asText, setAsText] = useState(false);
  const [outcome, setOutcome] = useState<PassageOutcome>('looking');
  const pane = useRef<HTMLElement>(null);
  const onCitedPage = isOnCitedPage(exhibit, cited, pageIndex);
  const target = useTarget(cited, onCitedPage, query);
  const settle = useCallback((found: PassageOutcome) => setOutcome(found), []);
  const turn = (to: number): void => go({ page: Math.max(0, Math.min(to, exhibit.pageCount - 1)) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is read from its top
  useEffect(() => {
    setOutcome('looking');
    pane.current?.scrollTo(0, 0);
  }, [target, pageIndex]);
  const canBeText = exhibit.hasText && exhibitKind(exhibit) !== 'text';
  return (
    <section className="reader" aria-label={`${exhibit.number} ${exhibit.title}`} data-region="reader">
      <ExhibitHead exhibit={exhibit} onClose={() => go(toNothing)} />
      {cited && (
        <PassageBar
          cited={cited}
          reliability={exhibit.source?.reliability ?? null}
          languages={exhibit.languages}
          outcome={outcomeOf(exhibit, cited, { isOnPage: onCitedPage, found: outcome })}
          onReturn={() => go({ page: null })}
        />
      )}
      {!cited && target?.kind === 'query' && <SoughtBar {...{ exhibit, query, outcome, go }} />}
      <PageTools
        {...{ exhibit, pageIndex, zoom, setZoom, turn, asText }}
        setAsText={canBeText ? setAsText : null}
        label={labelOf(exhibit, pageIndex, onCitedPage ? (cited?.passage.pageLabel ?? null) : null)}
      />
      <section
        className="pages"
        ref={pane}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label="Page"
        onKeyDown={event => turnByKey(event, pageIndex, turn)}
      >
        <ExhibitPages
          {...{ exhibit, pageIndex, zoom, asText, target }}
          onOutcome={settle}
          parts={<Attachments {...{ index, exhibit }} onOpen={number => go(toExhibit(number))} />}
        />
      </section>
    </section>
  );
}

/** Where the citation says more exactly than the page where its words are, that is said: the cells of a sheet, a header line. */
function labelOf({ pageLabels }: BundleExhibit, pageIndex: number, citedLabel: string | null): string | null {
  if (citedLabel !== null && isPlaceLabel(citedLabel)) return citedLabel;
  return pageLabels[pageIndex] ?? citedLabel;
}

/** On the cited page the citation's words; on any other page, or where nothing is cited, those that are looked for. */
function useTarget(cited: Cited | null, onCitedPage: boolean, query: string): ReadingTarget | null {
  const passage = cited?.passage;
  return useMemo(() => {
    if (passage) return onCitedPage ? { kind: 'passage', passage } : null;
    const parsed = parseQuery(query);
    return parsed.ok && parsed.query.text ? { kind: 'query', node: parsed.query.text } : null;
  }, [passage, onCitedPage, query]);
}

function turnByKey(event: React.KeyboardEvent<HTMLElement>, pageIndex: number, turn: (to: number) => void): void {
  // A page that is wider than the pane is scrolled sideways first.
  const pane = event.currentTarget;
  if (event.target !== pane || pane.scrollWidth > pane.clientWidth + 1) return;
  if (event.key === 'ArrowRight') turn(pageIndex + 1);
  if (event.key === 'ArrowLeft') turn(pageIndex - 1);
}

function NothingOpen({ asked, isLoading }: { asked: string | null; isLoading: boolean }) {
  return (
    <section className="reader empty" aria-label="Reading pane" data-region="reader">
      {asked === null ? (
        <p>Choose a citation to see its words on the page of the exhibit.</p>
      ) : isLoading ? (
        <p role="status">Opening the citation …</p>
      ) : (
        <p role="alert">
          “{asked}” is not in this bundle. The address may come from another bundle or an earlier edition.
        </p>
      )}
    </section>
  );
}
