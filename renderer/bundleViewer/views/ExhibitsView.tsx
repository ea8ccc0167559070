/** The table of exhibits. */
import { useState } from 'react';
import type { CaseIndex } from '../content/caseIndex.ts';
import { languageOf } from '../content/languageOf.ts';
import { type Route, toExhibit } from '../route.ts';
import { counted, dateWords, sizeWords } from './words.ts';

interface Props {
  index: CaseIndex;
  route: Route;
  go: (change: Partial<Route>) => void;
}

export function ExhibitsView({ index, route, go }: Props) {
  const [filter, setFilter] = useState('');
  const { exhibits, passages } = index.bundle;
  const wanted = filter.normalize('NFKC').toLowerCase();
  const shown = exhibits.filter(exhibit =>
    [exhibit.number, exhibit.title, exhibit.source?.name ?? '', exhibit.documentSha256].some(text =>
      text.normalize('NFKC').toLowerCase().includes(wanted),
    ),
  );
  const open =
    index.passages.get(index.citations.get(route.citation ?? '')?.citation.passageId ?? '')?.exhibitNumber ??
    route.exhibit;
  return (
    <>
      <div className="list-tools">
        <input
          type="search"
          placeholder="Filter by number, title, source or digest"
          aria-label="Filter exhibits"
          value={filter}
          onChange={event => setFilter(event.target.value)}
        />
        <span className="quiet" role="status">
          {shown.length === exhibits.length
            ? counted(exhibits.length, 'exhibit')
            : `${shown.length} of ${counted(exhibits.length, 'exhibit')}`}
        </span>
      </div>
      {exhibits.length === 0 && <p className="empty-list">This bundle has no exhibits.</p>}
      {exhibits.length > 0 && shown.length === 0 && (
        <p className="empty-list">No exhibit has “{filter}” in its number, title, source or digest.</p>
      )}
      {shown.length > 0 && (
        <table>
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
          <tbody>
            {shown.map(exhibit => (
              <tr key={exhibit.number} aria-current={open === exhibit.number ? 'true' : undefined}>
                <td className={exhibit.parentNumber ? 'attachment' : undefined}>
                  <button type="button" className="row-link" onClick={() => go(toExhibit(exhibit.number))}>
                    <span className="number">{exhibit.number}</span>{' '}
                    <span lang={languageOf(exhibit.title)}>{exhibit.title}</span>
                  </button>
                  {exhibit.parentNumber && <span className="quiet"> with {exhibit.parentNumber}</span>}
                  {exhibit.problem && <span className="problem"> {exhibit.problem}</span>}
                </td>
                <td>
                  {exhibit.source ? `${exhibit.source.name} (${exhibit.source.reliability})` : '–'}
                  {exhibit.publishedOn && <span className="cell-date">{dateWords(exhibit.publishedOn)}</span>}
                </td>
                <td className="amount">{exhibit.pageCount || '–'}</td>
                <td className="amount">{sizeWords(exhibit.sizeBytes)}</td>
                <td className="amount">
                  {passages.filter(passage => passage.exhibitNumber === exhibit.number).length}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
