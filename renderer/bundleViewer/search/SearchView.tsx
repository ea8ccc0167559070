/** The results: pages grouped by exhibit with the words in their sentence, before them findings, names and all else. */
import { useMemo, useRef, useState } from 'react';
import type { SearchPlace } from '../../../shared/domain/bundle/bundleSearch.ts';
import { findMatches, makeSnippet, type QueryNode, snippetParts } from '../../../shared/domain/search/index.ts';
import { languageOf } from '../content/languageOf.ts';
import { loadPage } from '../content/loadCase.ts';
import { useLoaded } from '../content/useLoaded.ts';
import type { PlaceProps } from '../Place.tsx';
import { pageName } from '../reader/pageName.ts';
import { toExhibit } from '../route.ts';
import { Failure } from '../views/Failure.tsx';
import { counted } from '../views/words.ts';
import { useGrowing } from '../shell/useGrowing.ts';
import { KIND_WORDS, placeAddress } from './placeAddress.ts';
import { QueryRefused } from './runSearch.ts';
import { useSearch } from './SearchProvider.tsx';
import { useNear } from './useNear.ts';
import type { FoundExhibit, SearchResult } from './searchResult.ts';

export function SearchView(props: PlaceProps) {
  const { query } = props.route;
  const { result } = useSearch();
  if (result.state === 'loading')
    return (
      <p className="empty-list" role="status">
        Looking for “{query}” …
      </p>
    );
  if (result.state === 'failed') {
    if (result.error instanceof QueryRefused)
      return (
        <p className="empty-list problem" role="alert">
          {result.error.message}
        </p>
      );
    return <Failure title="The search could not be run" error={result.error} />;
  }
  if (!result.value)
    return (
      <div className="empty-list">
        <p>Write in the box above what you look for.</p>
        <p className="quiet">
          Words, “phrases”, AND, OR, NOT, prefix*. Pages of exhibits, findings, names and cited passages are looked
          through, in any language.
        </p>
      </div>
    );
  return <Results result={result.value} {...props} />;
}

function Results({ result, ...props }: PlaceProps & { result: SearchResult }) {
  const { places, exhibits, pageCount, notes, node, ahead } = result;
  const drawn = useGrowing(exhibits.length, 0);
  const { query } = props.route;
  const kinds = useMemo(() => groupByKind(places), [places]);
  const nothing = places.length === 0 && exhibits.length === 0 && ahead === 0;
  return (
    <>
      <p className="list-lead" role="status">
        {nothing ? (
          <>Nothing in this bundle has “{query}”.</>
        ) : (
          <>
            “{query}”:{' '}
            {[
              pageCount > 0 && `${counted(pageCount, 'page')} of ${counted(exhibits.length, 'exhibit')}`,
              places.length > 0 && counted(places.length, pageCount > 0 ? 'other place' : 'place'),
            ]
              .filter(Boolean)
              .join(', ')}
            {ahead > 0 && <span className="quiet"> so far, {counted(ahead, 'page')} still to be looked at</span>}
          </>
        )}
      </p>
      {notes.map(note => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
      {kinds.map(([kind, found]) => (
        <PlaceGroup key={kind} {...{ kind, found, node }} {...props} />
      ))}
      {exhibits.slice(0, drawn).map(found => (
        <ExhibitGroup key={found.number} {...{ found, node }} {...props} />
      ))}
    </>
  );
}

function groupByKind(places: readonly SearchPlace[]): [SearchPlace['kind'], SearchPlace[]][] {
  const kinds = new Map<SearchPlace['kind'], SearchPlace[]>();
  for (const place of places) kinds.set(place.kind, [...(kinds.get(place.kind) ?? []), place]);
  return [...kinds];
}

/** So many are seen at first; all the others are one press away. */
const FIRST_PLACES = 5;
const FIRST_PAGES = 3;

function PlaceGroup({
  kind,
  found,
  node,
  index,
  go,
}: PlaceProps & { kind: SearchPlace['kind']; found: readonly SearchPlace[]; node: QueryNode }) {
  const [all, setAll] = useState(false);
  const shown = all ? found : found.slice(0, FIRST_PLACES);
  return (
    <section className="found">
      <h2>
        {KIND_WORDS[kind]} <span className="quiet">{found.length}</span>
      </h2>
      <ul>
        {shown.map(place => (
          <li key={`${place.kind} ${place.id}`}>
            <button type="button" className="found-row" onClick={() => go(placeAddress(place, index))}>
              <PlaceWords place={place} node={node} />
            </button>
          </li>
        ))}
      </ul>
      <More count={found.length - shown.length} onMore={() => setAll(true)} />
    </section>
  );
}

function ExhibitGroup({ found, node, index, route, go }: PlaceProps & { found: FoundExhibit; node: QueryNode }) {
  const [all, setAll] = useState(false);
  const exhibit = index.exhibits.get(found.number);
  if (!exhibit) return null;
  const shown = all ? found.pages : found.pages.slice(0, FIRST_PAGES);
  return (
    <section className="found">
      <h2>
        <span className="number">{exhibit.number}</span> <span lang={languageOf(exhibit.title)}>{exhibit.title}</span>{' '}
        <span className="quiet">{counted(found.pages.length, 'page')}</span>
      </h2>
      <ul>
        {shown.map(pageIndex => (
          <li key={pageIndex}>
            <button
              type="button"
              className="found-row"
              aria-current={route.exhibit === exhibit.number && (route.page ?? 0) === pageIndex ? 'true' : undefined}
              onClick={() => go(toExhibit(exhibit.number, pageIndex))}
            >
              <span className="found-page">{pageName(exhibit, pageIndex, exhibit.pageLabels[pageIndex])}</span>
              <PageSentence {...{ exhibit, pageIndex, node }} />
            </button>
          </li>
        ))}
      </ul>
      <More count={found.pages.length - shown.length} onMore={() => setAll(true)} />
    </section>
  );
}

function PageSentence({
  exhibit,
  pageIndex,
  node,
}: {
  exhibit: Parameters<typeof loadPage>[0];
  pageIndex: number;
  node: QueryNode;
}) {
  const place = useRef<HTMLSpanElement>(null);
  const near = useNear(place);
  const page = useLoaded(`${exhibit.number} ${pageIndex} ${near}`, async () =>
    near ? loadPage(exhibit, pageIndex) : null,
  );
  if (!near || page.state === 'loading')
    return (
      <span ref={place} className="quiet">
        …
      </span>
    );
  if (page.state === 'failed' || !page.value)
    return <span className="problem">The text of this page could not be read.</span>;
  return <Sentence text={page.value.text} node={node} languages={exhibit.languages} />;
}

/** What it is called, and the words that were found beside that. */
function PlaceWords({ place: { title, text }, node }: { place: SearchPlace; node: QueryNode }) {
  const rest = text.startsWith(title) ? text.slice(title.length).trim() : text;
  const inTitle = useMemo(() => findMatches(title, node), [title, node]);
  const isInRest = useMemo(() => findMatches(rest, node, 1).length > 0, [rest, node]);
  const parts = snippetParts({ text: title, hits: inTitle });
  return (
    <>
      <span className="found-title" lang={languageOf(title)}>
        {parts.map((part, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts do not change while they are shown
          part.hit ? <mark key={at}>{part.text}</mark> : part.text,
        )}
      </span>
      {isInRest && <Sentence text={rest} node={node} />}
    </>
  );
}

function Sentence({ text, node, languages = [] }: { text: string; node: QueryNode; languages?: readonly string[] }) {
  const snippet = useMemo(() => makeSnippet(text, findMatches(text, node)), [text, node]);
  if (!snippet) return <span className="quiet">The words stand on several pages.</span>;
  return (
    <span className="found-sentence" lang={languageOf(snippet.text, languages)}>
      {snippet.cutBefore && '… '}
      {snippetParts(snippet).map((part, at) =>
        part.hit ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts do not change while they are shown
          <mark key={at}>{part.text}</mark>
        ) : (
          part.text
        ),
      )}
      {snippet.cutAfter && ' …'}
    </span>
  );
}

function More({ count, onMore }: { count: number; onMore: () => void }) {
  if (count <= 0) return null;
  return (
    <button type="button" className="plain-button" onClick={onMore}>
      {counted(count, 'more', 'more')}
    </button>
  );
}
