/** What happened when, as bundles of the first format have it: each entry with the citations that it rests on. */
import type { PlaceProps } from '../Place.tsx';
import { toCitation } from '../route.ts';
import { dateWords } from './words.ts';

export function ChronologyTable({ index, route, go }: PlaceProps) {
  const { chronology } = index.bundle;
  if (chronology.length === 0) return <p className="empty-list">No dated event was recorded in this case.</p>;
  return (
    <table className="chronology">
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">What happened</th>
        </tr>
      </thead>
      <tbody>
        {chronology.map(entry => (
          <tr key={`${entry.date} ${entry.text}`}>
            <th scope="row">{dateWords(entry.date)}</th>
            <td>
              {entry.text}{' '}
              {entry.citationIds.map(id => (
                <button
                  key={id}
                  type="button"
                  className="note-chip"
                  aria-current={route.citation === id ? 'true' : undefined}
                  aria-label={`Citation ${index.citations.get(id)?.number ?? ''}`}
                  onClick={() => go(toCitation(id))}
                >
                  {index.citations.get(id)?.number ?? '?'}
                </button>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
