/** What happened when, each entry with the citations that it rests on. */
import type { CaseIndex } from '../content/caseIndex.ts';
import { type Route, toCitation } from '../route.ts';
import { dateWords } from './words.ts';

interface Props {
  index: CaseIndex;
  route: Route;
  go: (change: Partial<Route>) => void;
}

export function ChronologyView({ index, route, go }: Props) {
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
