/** What happened when, in rows: each with the citations that it rests on. */
import { describeSpan, type SpannedItem } from '../../../../shared/domain/timeline/index.ts';
import { languageOf } from '../../content/languageOf.ts';
import type { PlaceProps } from '../../Place.tsx';
import { type Route, toCitation, toExhibit } from '../../route.ts';
import { LongBody } from '../../shell/LongBody.tsx';
import { Status } from '../Status.tsx';
import { Strength } from '../Strength.tsx';
import type { DatedItem } from './timedItems.ts';

interface Props extends PlaceProps {
  items: readonly SpannedItem<DatedItem>[];
  selectedId: string | null;
  onSelect: (item: DatedItem) => void;
}

export function TimelineTable({ items, selectedId, onSelect, ...props }: Props) {
  return (
    <table className="chronology" aria-label="What happened when" aria-rowcount={items.length + 1}>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">What happened</th>
          <th scope="col">How sure</th>
        </tr>
      </thead>
      <LongBody
        items={items}
        keyOf={({ item }) => item.id}
        estimatePx={54}
        columns={3}
        shownKey={selectedId}
        row={({ item }, place) => (
          <tr {...place} aria-current={item.id === selectedId ? 'true' : undefined}>
            <th scope="row">{describeSpan(item.fromOn, item.toOn)}</th>
            <td>
              <button type="button" className="row-link" onClick={() => onSelect(item)}>
                <span lang={languageOf(item.title)}>{item.title}</span>
              </button>{' '}
              <Rests item={item} {...props} />
              <span className="cell-date">{[item.kindLabel, item.place?.words].filter(Boolean).join(' · ')}</span>
            </td>
            <td>
              {item.status !== null && <Status status={item.status} />}
              {item.status === null && item.strength !== null && <Strength strength={item.strength} />}
            </td>
          </tr>
        )}
      />
    </table>
  );
}

/** The numbers of footnotes for claims; for all else letters, since these are no footnotes. */
function Rests({ item: { record }, index, route, go }: PlaceProps & { item: DatedItem }) {
  const open = (change: Partial<Route>): void => go({ ...change, query: '' });
  if (record.source === 'exhibit' && record.exhibitNumber !== null) {
    const number = record.exhibitNumber;
    return (
      <button type="button" className="note-chip" onClick={() => open(toExhibit(number))}>
        {number}
      </button>
    );
  }
  return record.citationIds.map((id, at) => {
    const number = index.citations.get(id)?.number ?? letters(at);
    return (
      <button
        key={id}
        type="button"
        className="note-chip"
        aria-current={route.citation === id ? 'true' : undefined}
        aria-label={`Citation ${number} of ${record.title}`}
        onClick={() => open({ ...toCitation(id), ...(record.entityId === null ? {} : { item: record.entityId }) })}
      >
        {number}
      </button>
    );
  });
}

/** a … z, then a2 … */
function letters(at: number): string {
  const letter = String.fromCharCode(97 + (at % 26));
  return at < 26 ? letter : `${letter}${Math.floor(at / 26) + 1}`;
}
