/** The Search place: one box; results over the whole width, or beside the page once a hit is open. */
import { SearchX, TextSearch } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { parseQuery } from '../../../shared/domain/search/index.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { countOf, Empty, Failed, formatCount, Kbd, Loading, Panes } from '../../ui/index.ts';
import { useNavigate, useRoute } from '../../workbench/index.ts';
import { ExhibitReading, useCaseMemory } from '../exhibit/index.ts';
import { hitAt, type HitPlace } from './hitTrail.ts';
import { placeOfTarget } from './placeOfTarget.ts';
import { countMarks } from './relevance.ts';
import { ResultList } from './ResultList.tsx';
import { SavedSearches, SaveSearch } from './SavedSearches.tsx';
import { SearchBox } from './SearchBox.tsx';
import { SearchFacets } from './SearchFacets.tsx';
import { readMoreGroups, readMoreHits, runSearch, searchMemory, type SearchSession } from './searchSession.ts';
import { relevanceMemory, useHitCommands } from './useHitCommands.ts';
import './SearchPlace.css';

/** So long after the last key the query is run by itself. */
const TYPING_PAUSE_MS = 250;

export function SearchPlace() {
  const { caseId, exhibitId, at, query = '' } = useRoute();
  const { go } = useNavigate();
  const [session] = useCaseMemory(searchMemory, caseId);
  const [marks] = useCaseMemory(relevanceMemory, caseId);
  const [typed, setTyped] = useState(query);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const place = placeOfTarget(session.results, exhibitId, at);

  useEffect(() => setTyped(query), [query]);
  useEffect(() => {
    if (searchMemory.get(caseId).query !== query) void runSearch(caseId, query);
  }, [caseId, query]);
  useEffect(() => {
    if (typed === query || !parseQuery(typed).ok) return;
    // The last pause of one question is what is found again by going back.
    const timer = setTimeout(() => go({ query: typed, exhibitId: undefined }, { replace: true }), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, query, go]);
  useEffect(() => {
    if (exhibitId === undefined) box.current?.focus();
  }, [exhibitId]);

  const open = (hitPlace: HitPlace, replace = false) => {
    const hit = hitAt(searchMemory.get(caseId).results, hitPlace);
    if (!hit) return;
    const { pageIndex, quote } = hit;
    go({ exhibitId: hitPlace.exhibitId, at: { kind: 'quote', pageIndex, quote } }, { replace });
  };
  useHitCommands({
    caseId,
    query,
    place,
    reading: exhibitId !== undefined,
    open,
    focusBox: () => box.current?.select(),
  });

  const search = (asked: string) => {
    setTyped(asked);
    if (asked === query) void runSearch(caseId, asked);
    else go({ query: asked, exhibitId: undefined });
  };
  const enter = () => {
    const answered = typed === query && session.state === 'ready' && session.results.groups[0];
    if (!answered) {
      search(typed);
      return;
    }
    // Enter a second time: the first hit, and the keys are free for the next one.
    box.current?.blur();
    open(place ?? { exhibitId: answered.exhibitId, hitIndex: 0 });
  };
  const focusList = () => list.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  const results = (
    <div className="search-results" ref={list}>
      <Results session={session} query={query}>
        <ResultList
          results={session.results}
          query={query}
          marks={marks}
          place={place}
          narrow={exhibitId !== undefined}
          readingMore={session.readingMore}
          onOpen={open}
          onMoreHits={(group, from) => void readMoreHits(caseId, group.exhibitId, from)}
          onEndReached={() => void readMoreGroups(caseId)}
        />
      </Results>
      <Foot caseId={caseId} session={session} relevant={countMarks(marks, query)} />
    </div>
  );
  const side = (
    <div className="search-side">
      <SavedSearches caseId={caseId} query={query} onRun={search} />
      <SearchFacets caseId={caseId} query={typed} onQuery={search} />
    </div>
  );

  return (
    <div className="search-place">
      <h1 className="visually-hidden">Search</h1>
      <header className="search-head">
        <SearchBox ref={box} caseId={caseId} query={typed} onQuery={setTyped} onSearch={enter} onDown={focusList} />
        {query.trim() !== '' && session.state !== 'failed' && <SaveSearch caseId={caseId} query={query} />}
      </header>
      {exhibitId === undefined ? (
        <Panes
          key="results"
          id="search"
          leftLabel="Saved searches and facets"
          mainLabel="Results"
          leftWidth={208}
          left={side}
          main={results}
        />
      ) : (
        <Panes
          key="reading"
          id="search.reading"
          leftLabel="Results"
          mainLabel="Reading"
          leftWidth={320}
          left={results}
          main={<ExhibitReading exhibitId={exhibitId} at={at} />}
        />
      )}
    </div>
  );
}

function Results({ session, query, children }: { session: SearchSession; query: string; children: ReactNode }) {
  if (query.trim() === '') return <HowToSearch />;
  if (session.state === 'failed' && session.error) return <Failed error={session.error} />;
  if (session.state === 'loading' && session.results.groups.length === 0) return <Loading label="Searching" rows={8} />;
  if (session.state === 'ready' && session.results.groups.length === 0) {
    return (
      <Empty
        icon={SearchX}
        title="Nothing found"
        text="No page in this case holds all of that. Try fewer words, the start of a word with * at its end, or OR between alternatives."
      />
    );
  }
  return (
    <>
      {session.error && <Failed error={session.error} />}
      {children}
    </>
  );
}

function HowToSearch() {
  return (
    <Empty
      icon={TextSearch}
      title="Search every page of the case"
      text={
        <>
          Words must all occur on a page; <code>"a phrase"</code> stays together; <code>OR</code>, <code>NOT</code>,{' '}
          <code>NEAR/5</code> and <code>ship*</code> do what they say. Fields narrow: <code>type:</code>{' '}
          <code>lang:</code> <code>source:</code> <code>grade:</code> <code>date:</code> <code>has:</code>. Korean,
          Chinese and Japanese need no spaces.
        </>
      }
    />
  );
}

/** Counting never holds up showing: the number comes when it is there. */
function Foot({
  caseId,
  session,
  relevant,
}: {
  caseId: CaseId;
  session: SearchSession;
  relevant: { relevant: number; notRelevant: number };
}) {
  const asks = session.state === 'ready' && session.query.trim() !== '';
  const { data } = useQuery('search.count', { caseId, query: session.query }, { skip: !asks });
  if (!asks) return null;
  const marked = relevant.relevant + relevant.notRelevant;
  return (
    <footer className="search-foot">
      <span role="status">
        {data ? `${countOf(data.pages, 'page')} in ${countOf(data.exhibits, 'exhibit')}` : 'counting …'}
      </span>
      {session.tookMs !== null && <span>{formatCount(Math.round(session.tookMs))} ms</span>}
      {marked > 0 && <span>{`${relevant.relevant} relevant, ${relevant.notRelevant} not`}</span>}
      <span className="search-foot-keys">
        <Kbd keys="N" /> next hit <Kbd keys="1" /> relevant <Kbd keys="0" /> not
      </span>
    </footer>
  );
}
