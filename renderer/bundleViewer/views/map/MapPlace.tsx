/** Where it happened: places on a map of coasts and borders, and the same in rows. */
import { useMemo, useRef, useState } from 'react';
import type { BundleMap, BundlePlace } from '../../../../shared/domain/bundle/bundleMap.ts';
import { dateSpan } from '../../../../shared/kernel/dateSpan.ts';
import { CanvasTools } from '../../canvas/CanvasTools.tsx';
import { FindBox } from '../../canvas/FindBox.tsx';
import { loadCoasts, loadMap } from '../../content/loadParts.ts';
import { useLoaded } from '../../content/useLoaded.ts';
import type { PlaceProps } from '../../Place.tsx';
import { type Route, toExhibit } from '../../route.ts';
import { PrintOnly } from '../../shell/PrintOnly.tsx';
import { EntityDetail } from '../entity/EntityDetail.tsx';
import { Failure } from '../Failure.tsx';
import { counted } from '../words.ts';
import { makeCoasts } from './coasts.ts';
import { MapCanvas, type MapHandle } from './MapCanvas.tsx';
import { MapTable } from './MapTable.tsx';
import { placed } from './mapMarks.ts';
import { middleOf } from './mercator.ts';

export function MapPlace(props: PlaceProps) {
  const loaded = useLoaded('map', () => loadMap(props.index.bundle));
  if (loaded.state === 'failed') return <Failure title="The map cannot be shown" error={loaded.error} />;
  if (loaded.state === 'loading') return <p role="status" aria-label="Opening the map" />;
  if (loaded.value.places.length === 0)
    return <p className="empty-list">Nothing in this bundle has a position, so there is nothing to show on a map.</p>;
  return <PlacesOnMap map={loaded.value} {...props} />;
}

function PlacesOnMap({ map, ...props }: PlaceProps & { map: BundleMap }) {
  const { route, go } = props;
  const [showsTable, setShowsTable] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [tracked, setTracked] = useState('');
  const handle = useRef<MapHandle>(null);
  const middle = useMemo(() => middleOf(map.places.map(({ longitude }) => longitude)), [map]);
  const places = useMemo(() => placed(map.places, middle), [map, middle]);
  const coasts = useLoaded(`coasts ${middle}`, async () => makeCoasts(await loadCoasts(), middle));
  const track = useMemo(
    () =>
      places
        .filter(({ place }) => place.entityIds.includes(tracked) && timeOf(place) !== null)
        .sort((left, right) => (timeOf(left.place) ?? 0) - (timeOf(right.place) ?? 0))
        .map(({ at }) => at),
    [places, tracked],
  );
  const shown = chosen ?? map.places.find(({ entityId }) => entityId !== null && entityId === route.item)?.id ?? null;
  const open = (place: BundlePlace): void => {
    setChosen(place.id);
    go(leadOf(place));
  };
  return (
    <div className="canvas-view">
      <CanvasTools
        {...{ showsTable, setShowsTable }}
        onZoom={nearer => handle.current?.zoom(nearer)}
        onFit={() => handle.current?.fit()}
      >
        <FindBox
          label="Find a place"
          names={map.places.map(({ id, title, original }) => ({ id, caption: `${title} ${original}` }))}
          onFound={setChosen}
        />
        {map.entities.length > 0 && (
          <select aria-label="Track of" value={tracked} onChange={event => setTracked(event.target.value)}>
            <option value="">No track</option>
            {map.entities.map(({ id, caption }) => (
              <option key={id} value={id}>
                Track: {caption}
              </option>
            ))}
          </select>
        )}
        <span className="quiet told">{counted(map.places.length, 'place')}</span>
      </CanvasTools>
      <div className={route.item === null ? 'canvas-room' : 'canvas-room with-detail'}>
        {showsTable ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
          <section className="canvas-table" tabIndex={0} aria-label="Places in rows">
            <MapTable places={map.places} chosen={shown} onOpen={open} />
          </section>
        ) : (
          <MapCanvas
            coasts={coasts.state === 'ready' ? coasts.value : null}
            {...{ places, middle, track, handle }}
            chosen={shown}
            onPlace={open}
          />
        )}
        {route.item !== null && (
          <div className="canvas-detail">
            <button type="button" className="plain-button close" aria-label="Close" onClick={() => go({ item: null })}>
              ✕
            </button>
            <EntityDetail id={route.item} {...props} />
          </div>
        )}
      </div>
      {!showsTable && (
        <p className="canvas-legend quiet">
          <span>● ◐ ○ ◇ events, by how sure they are</span>
          <span>■ addresses</span>
          <span>△ claimed by a file about itself</span>
          {coasts.state === 'failed' && (
            <span className="problem">The coasts could not be loaded; only degrees are drawn.</span>
          )}
          <span>
            Base map: Natural Earth. Boundaries and names imply no opinion on the legal status of any territory.
          </span>
        </p>
      )}
      <PrintOnly>{() => <MapTable places={map.places} chosen={null} onOpen={() => undefined} />}</PrintOnly>
    </div>
  );
}

/** What a file claims leads to the file; all else to what is recorded. */
function leadOf({ entityId, exhibitNumber, pageIndex }: BundlePlace): Partial<Route> {
  if (entityId !== null) return { item: entityId };
  return exhibitNumber === null ? {} : { ...toExhibit(exhibitNumber, pageIndex), query: '' };
}

function timeOf({ fromOn, toOn }: BundlePlace): number | null {
  const date = fromOn ?? toOn;
  return date === null ? null : (dateSpan(date)?.from ?? null);
}
