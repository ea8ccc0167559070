/** Results grouped by exhibit: its heading, then each page that matches with the words in their sentence. */
import { Check, Minus } from 'lucide-react';
import { useRef } from 'react';
import type { SearchGroup, SearchHit } from '../../../shared/contract/search.ts';
import { snippetParts } from '../../../shared/domain/search/index.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { pageKindOf, printedPage } from '../../../shared/domain/rendition.ts';
import { classes, countOf, GradeMark, LongName, Mono, VirtualList } from '../../ui/index.ts';
import { TypeIcon, typeWord } from '../exhibit/index.ts';
import type { HitPlace, ResultsInHand } from './hitTrail.ts';
import { hitKey, type RelevanceMarks } from './relevance.ts';
import { type ResultRow, resultRows } from './resultRows.ts';
import { snippetWindow } from './snippetWindow.ts';
import './ResultList.css';

export interface ResultListProps {
  results: ResultsInHand;
  query: string;
  marks: RelevanceMarks;
  place: HitPlace | null;
  /** Beside the page there is less room for a sentence. */
  narrow: boolean;
  readingMore: boolean;
  onOpen(place: HitPlace): void;
  onMoreHits(group: SearchGroup, from: number): void;
  onEndReached(): void;
}

const heights = { exhibit: 44, more: 32 };

export function ResultList(props: ResultListProps) {
  const { results, query, marks, place, narrow, onOpen, onMoreHits } = props;
  const rows = resultRows(results);
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const act = (row: ResultRow | undefined) => {
    if (row?.kind === 'hit') onOpen(row.place);
    else if (row?.kind === 'exhibit') onOpen({ exhibitId: row.group.exhibitId, hitIndex: 0 });
    else if (row?.kind === 'more') onMoreHits(row.group, row.from);
  };
  return (
    <VirtualList
      label="Results"
      count={rows.length}
      rowHeight={index => heightOf(rows[index], narrow)}
      getKey={index => keyOf(rows[index])}
      selected={place ? placeKey(place) : null}
      onEndReached={props.onEndReached}
      onActivate={index => act(rows[index])}
      onSelect={(_, index) => {
        // Arrow keys may run; where they rest is opened.
        clearTimeout(rest.current);
        rest.current = setTimeout(() => act(rows[index]), 120);
      }}
      renderRow={index => {
        const row = rows[index];
        if (!row) return null;
        if (row.kind === 'exhibit') return <GroupHead group={row.group} narrow={narrow} />;
        if (row.kind === 'more')
          return (
            <p className="result-more">
              {countOf(row.left, 'more page')} in {exhibitNumber(row.group.number)} …
            </p>
          );
        return (
          <HitLine
            group={row.group}
            hit={row.hit}
            narrow={narrow}
            relevance={marks.get(hitKey(query, row.group.exhibitId, row.hit))}
          />
        );
      }}
    />
  );
}

function heightOf(row: ResultRow | undefined, narrow: boolean): number {
  if (row?.kind === 'exhibit' || row?.kind === 'more') return heights[row.kind];
  return narrow ? 67 : 48;
}

function placeKey(place: HitPlace): string {
  return `${place.exhibitId} ${place.hitIndex}`;
}

function keyOf(row: ResultRow | undefined): string {
  if (!row) return '';
  return row.kind === 'hit' ? placeKey(row.place) : `${row.kind} ${row.group.exhibitId}`;
}

function GroupHead({ group, narrow }: { group: SearchGroup; narrow: boolean }) {
  const { number, title, mediaType, sourceName, reliability, pageCount, languages } = group;
  return (
    <div className="result-group">
      <TypeIcon mediaType={mediaType} />
      <span className="result-group-words">
        <LongName name={title} className="result-group-title" />
        <span className="result-group-facts one-line">
          <Mono>{exhibitNumber(number)}</Mono>{' '}
          {[typeWord(mediaType), languages.join(' '), sourceName].filter(Boolean).join(' · ')}
        </span>
      </span>
      <GradeMark reliability={reliability} />
      {/* Beside the page the room belongs to the title. */}
      <span
        className={narrow ? 'visually-hidden' : 'result-group-count'}
        title={countOf(pageCount, 'page matches', 'pages match')}
      >
        {countOf(pageCount, 'page')}
        <span className="visually-hidden"> {pageCount === 1 ? 'matches' : 'match'}</span>
      </span>
    </div>
  );
}

interface HitLineProps {
  group: SearchGroup;
  hit: SearchHit;
  narrow: boolean;
  relevance: 'relevant' | 'not-relevant' | undefined;
}

function HitLine({ group, hit, narrow, relevance }: HitLineProps) {
  const shown = snippetWindow(hit.snippet, hit.ranges, narrow ? 24 : 40);
  const page = printedPage({ index: hit.pageIndex, label: hit.pageLabel }, pageKindOf(group.mediaType));
  return (
    <div className={classes('result-hit', narrow && 'result-hit-narrow', relevance && `result-${relevance}`)}>
      <span className="result-hit-page">
        <span className="result-hit-label" title={page}>
          {page}
        </span>
        {hit.hitsOnPage > 1 && (
          <span className="result-hit-times" title={`${hit.hitsOnPage} times on this page`}>
            ×{hit.hitsOnPage}
          </span>
        )}
        {relevance && (
          <span className="result-hit-mark" title={relevance === 'relevant' ? 'Relevant' : 'Not relevant'}>
            {relevance === 'relevant' ? <Check size={14} aria-hidden /> : <Minus size={14} aria-hidden />}
            <span className="visually-hidden">{relevance === 'relevant' ? 'relevant' : 'not relevant'}</span>
          </span>
        )}
      </span>
      <span className="result-hit-words" dir="auto">
        {snippetParts(shown).map((part, at) =>
          part.hit ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no name but their place
            <mark key={at}>{part.text}</mark>
          ) : (
            part.text
          ),
        )}
      </span>
    </div>
  );
}
