/** The places of the map in rows. */
import type { BundlePlace } from '../../../../shared/domain/bundle/bundleMap.ts';
import { describeSpan } from '../../../../shared/domain/timeline/index.ts';
import { languageOf } from '../../content/languageOf.ts';
import { LongBody } from '../../shell/LongBody.tsx';
import { Strength } from '../Strength.tsx';

interface Props {
  places: readonly BundlePlace[];
  chosen: string | null;
  onOpen: (place: BundlePlace) => void;
}

export function MapTable({ places, chosen, onOpen }: Props) {
  return (
    <table className="map-table" aria-label="Places" aria-rowcount={places.length + 1}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">When</th>
          <th scope="col">Position</th>
          <th scope="col">How sure</th>
          <th scope="col" className="amount">
            Citations
          </th>
        </tr>
      </thead>
      <LongBody
        items={places}
        keyOf={place => place.id}
        estimatePx={52}
        columns={5}
        shownKey={chosen}
        row={(place, room) => (
          <tr {...room} aria-current={place.id === chosen ? 'true' : undefined}>
            <td>
              <button type="button" className="row-link" onClick={() => onOpen(place)}>
                <span lang={languageOf(place.title)}>{place.title}</span>
              </button>
              <span className="cell-date">{place.kindLabel}</span>
            </td>
            <td>{place.fromOn !== null || place.toOn !== null ? describeSpan(place.fromOn, place.toOn) : ''}</td>
            <td>
              <span className="number">
                {place.latitude.toFixed(4)}, {place.longitude.toFixed(4)}
              </span>
              <span className="cell-date">
                {place.original} · {place.datum === 'not stated' ? 'datum not stated' : place.datum}
              </span>
            </td>
            <td>
              {place.source === 'claimed' ? (
                <span className="quiet">△ claimed by {place.exhibitNumber ?? 'a file'}</span>
              ) : (
                place.strength !== null && <Strength strength={place.strength} />
              )}
            </td>
            <td className="amount">{place.citationCount}</td>
          </tr>
        )}
      />
    </table>
  );
}
