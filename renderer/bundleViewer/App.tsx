/** The viewer's frame: what the case is, the places, the list on the left and the reading pane on the right. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { BundleCase } from '../../shared/domain/bundle.ts';
import { type CaseIndex, indexCase } from './content/caseIndex.ts';
import { Place } from './Place.tsx';
import { Reader } from './reader/Reader.tsx';
import { ReviewProvider } from './review/index.ts';
import { type Go, type Route, toCitation, toNothing, useRoute } from './route.ts';
import { SearchProvider, useSearch } from './search/SearchProvider.tsx';
import { CaseHead } from './shell/CaseHead.tsx';
import { KeyHelp } from './shell/KeyHelp.tsx';
import { ListScroller } from './shell/listScroller.ts';
import { PlaceNav } from './shell/PlaceNav.tsx';
import { isWide, PLACE_NAMES, waitsForReader } from './shell/places.ts';
import { Splitter } from './shell/Splitter.tsx';
import { focusNextRegion, useKeys } from './shell/useKeys.ts';

export function App({ bundle }: { bundle: BundleCase }) {
  const index = useMemo(() => indexCase(bundle), [bundle]);
  const [route, go] = useRoute();
  return (
    <ReviewProvider bundle={bundle}>
      <SearchProvider {...{ index }} query={route.query}>
        <Frame {...{ index, route, go }} />
      </SearchProvider>
    </ReviewProvider>
  );
}

interface Props {
  index: CaseIndex;
  route: Route;
  go: Go;
}

function Frame({ index, route, go }: Props) {
  const [helping, setHelping] = useState(false);
  const [share, setShare] = useState(42);
  const isOpen = route.citation !== null || route.exhibit !== null;
  const showsReader = isOpen || waitsForReader(route.view);
  useViewerKeys({ index, route, go }, () => setHelping(true));
  useTitle(index, route);
  return (
    <div className="frame">
      <CaseHead bundle={index.bundle} {...{ route, go }} onHelp={() => setHelping(true)} />
      <PlaceNav route={route} />
      <main
        className={showsReader ? undefined : 'list-alone'}
        style={
          showsReader
            ? { ['--list-share' as string]: `${isWide(route.view) ? Math.max(share, 52) : share}%` }
            : undefined
        }
      >
        <List {...{ index, route, go }} />
        {showsReader && (
          <>
            <Splitter share={share} onShare={setShare} />
            <Reader {...{ index, route, go }} />
          </>
        )}
      </main>
      {helping && <KeyHelp onClose={() => setHelping(false)} />}
    </div>
  );
}

/** Each place keeps where one had scrolled to. */
function List(props: Props) {
  const { view } = props.route;
  const scroller = useRef<HTMLElement>(null);
  const tops = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const list = scroller.current;
    if (list) list.scrollTop = tops.current.get(view) ?? 0;
  }, [view]);
  return (
    <section
      ref={scroller}
      className="list"
      data-view={view}
      data-region="list"
      aria-label={PLACE_NAMES[view]}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={event => tops.current.set(view, event.currentTarget.scrollTop)}
    >
      <ListScroller value={scroller}>
        <Place {...props} />
      </ListScroller>
    </section>
  );
}

function useViewerKeys({ index, route, go }: Props, onHelp: () => void): void {
  const { stepTo } = useSearch();
  const ids = useMemo(() => [...index.citations.keys()], [index]);
  /** J and K step through the citations in the order of reading, from wherever one is. */
  const toStep = (by: 1 | -1): void => {
    const at = route.citation === null ? (by > 0 ? -1 : ids.length) : ids.indexOf(route.citation);
    const next = ids[at + by];
    if (next !== undefined) go(toCitation(next));
  };
  const toHit = (by: 1 | -1): void => {
    const hit = stepTo(route, by);
    if (hit) go(hit);
  };
  useKeys({
    j: () => toStep(1),
    k: () => toStep(-1),
    n: () => toHit(1),
    'Shift+N': () => toHit(-1),
    '/': () => document.querySelector<HTMLInputElement>('#search-box')?.focus(),
    '?': onHelp,
    F6: () => focusNextRegion(1),
    'Shift+F6': () => focusNextRegion(-1),
    Escape: () => go(toNothing),
  });
}

/** What the tab is called follows what is open in it, for those who have several. */
function useTitle({ bundle }: CaseIndex, { view, exhibit }: Route): void {
  useEffect(() => {
    const { reference, title } = bundle.case;
    document.title = [exhibit, PLACE_NAMES[view], `${reference} · ${title}`].filter(Boolean).join(' · ');
  }, [bundle, view, exhibit]);
}
