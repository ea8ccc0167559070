/** The table of exhibits, and the sources that they come from. */
import { useMemo, useState } from 'react';
import type { BundleExhibit, BundleSource } from '../../../shared/domain/bundle.ts';
import { typeWord } from '../../../shared/domain/mediaType.ts';
import { reliabilityWords } from '../../../shared/domain/source.ts';
import { languageOf } from '../content/languageOf.ts';
import type { PlaceProps } from '../Place.tsx';
import { ReviewSlot } from '../review/index.ts';
import { targetOfExhibit } from '../reviewTargets.ts';
import { type Go, toExhibit } from '../route.ts';
import { LongBody } from '../shell/LongBody.tsx';
import { FilterBox, isWanted } from './FilterBox.tsx';
import { counted, dateWords, instantWords, sizeWords } from './words.ts';

export function ExhibitsView(props: PlaceProps) {
  const { exhibits, sources = [] } = props.index.bundle;
  const [filter, setFilter] = useState('');
  const [shows, setShows] = useState<'exhibits' | 'sources'>('exhibits');
  const wanted = useMemo(() => exhibits.filter(exhibit => isWanted(filter, wordsOf(exhibit))), [exhibits, filter]);
  const wantedSources = sources.filter(source => isWanted(filter, [source.name, source.reliability, source.kind]));
  if (exhibits.length === 0) return <p className="empty-list">This bundle has no exhibits.</p>;
  const [shown, all, one] = shows === 'exhibits' ? [wanted, exhibits, 'exhibit'] : [wantedSources, sources, 'source'];
  return (
    <>
      <FilterBox
        label={`Filter ${shows}`}
        placeholder={
          shows === 'exhibits' ? 'Filter by number, title, source, kind or digest' : 'Filter by name or kind'
        }
        {...{ filter, setFilter }}
        told={shown.length === all.length ? counted(all.length, one) : `${shown.length} of ${counted(all.length, one)}`}
      >
        {sources.length > 0 && (
          <select
            aria-label="What to list"
            value={shows}
            onChange={event => setShows(event.target.value === 'sources' ? 'sources' : 'exhibits')}
          >
            <option value="exhibits">Exhibits</option>
            <option value="sources">Sources</option>
          </select>
        )}
      </FilterBox>
      {shown.length === 0 && <p className="empty-list">Nothing has “{filter}” in it.</p>}
      {shows === 'exhibits' && wanted.length > 0 && <ExhibitTable exhibits={wanted} {...props} />}
      {shows === 'sources' && <SourceList sources={wantedSources} go={props.go} />}
    </>
  );
}

function wordsOf({ number, title, source, documentSha256, mediaType, publishedOn }: BundleExhibit): string[] {
  return [number, title, source?.name ?? '', documentSha256, typeWord(mediaType), publishedOn ?? ''];
}

function ExhibitTable({ exhibits, index, route, go }: PlaceProps & { exhibits: readonly BundleExhibit[] }) {
  const passages = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { exhibitNumber } of index.bundle.passages)
      counts.set(exhibitNumber, (counts.get(exhibitNumber) ?? 0) + 1);
    return counts;
  }, [index]);
  const cited = index.passages.get(index.citations.get(route.citation ?? '')?.citation.passageId ?? '');
  const open = cited?.exhibitNumber ?? route.exhibit;
  return (
    <table className="exhibits" aria-rowcount={exhibits.length + 1}>
      <thead>
        <tr>
          <th scope="col">Exhibit</th>
          <th scope="col">Source</th>
          <th scope="col" className="amount">
            Pages
          </th>
          <th scope="col" className="amount">
            Size
          </th>
          <th scope="col" className="amount">
            Passages
          </th>
        </tr>
      </thead>
      <LongBody
        items={exhibits}
        keyOf={exhibit => exhibit.number}
        estimatePx={53}
        columns={5}
        shownKey={open}
        row={(exhibit, place) => (
          <tr {...place} aria-current={open === exhibit.number ? 'true' : undefined}>
            <td className={exhibit.parentNumber ? 'attachment' : undefined}>
              <button
                type="button"
                className="row-link"
                onClick={() => go({ ...toExhibit(exhibit.number), query: '' })}
              >
                <span className="number">{exhibit.number}</span>{' '}
                <span lang={languageOf(exhibit.title)}>{exhibit.title}</span>
              </button>
              <span className="cell-date">
                {typeWord(exhibit.mediaType)}
                {exhibit.parentNumber && ` · with ${exhibit.parentNumber}`}
                {exhibit.authenticity === 'authenticated' && ' · authenticated'}
                {exhibit.problem && <span className="problem"> · {exhibit.problem}</span>}{' '}
                <ReviewSlot target={targetOfExhibit(exhibit)} />
              </span>
              <code className="print-digest digest">{exhibit.documentSha256}</code>
            </td>
            <td>
              {exhibit.source ? `${exhibit.source.name} (${exhibit.source.reliability})` : '–'}
              {exhibit.publishedOn && <span className="cell-date">{dateWords(exhibit.publishedOn)}</span>}
            </td>
            <td className="amount">{exhibit.pageCount || '–'}</td>
            <td className="amount">{sizeWords(exhibit.sizeBytes)}</td>
            <td className="amount">{passages.get(exhibit.number) ?? 0}</td>
          </tr>
        )}
      />
    </table>
  );
}

function SourceList({ sources, go }: { sources: readonly BundleSource[]; go: Go }) {
  return (
    <ul className="sources">
      {sources.map(source => (
        <li key={source.id} className="source">
          <h2 lang={languageOf(source.name)}>
            {source.name} <span className="grade">{source.reliability}</span>
          </h2>
          <p className="facts">
            {source.kind}
            {source.isConfidential && ' · confidential, shown under a code name'} ·{' '}
            {reliabilityWords[source.reliability]}
          </p>
          {source.origins.length > 0 && (
            <p className="facts">Has its information from {source.origins.map(({ name }) => name).join(', ')}</p>
          )}
          {source.grades.length > 1 && (
            <ul className="plain quiet">
              {source.grades.map(grade => (
                <li key={grade.gradedAt}>
                  {grade.reliability}, {instantWords(grade.gradedAt)}
                  {grade.gradedBy && `, ${grade.gradedBy}`}
                  {grade.reason && `: ${grade.reason}`}
                </li>
              ))}
            </ul>
          )}
          <p className="source-exhibits">
            {source.exhibitNumbers.map(number => (
              <button key={number} type="button" className="row-link number" onClick={() => go(toExhibit(number))}>
                {number}
              </button>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
