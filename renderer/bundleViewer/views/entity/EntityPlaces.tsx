/** The same entity on the chart, the timeline and the map. */
import type { PlaceProps } from '../../Place.tsx';
import { formatRoute, type View } from '../../route.ts';
import { PLACE_NAMES } from '../../shell/places.ts';

const PLACES: readonly View[] = ['entities', 'chart', 'timeline', 'map'];

export function EntityPlaces({ id, index, route }: PlaceProps & { id: string }) {
  const { parts } = index.bundle;
  const isThere: Partial<Record<View, boolean>> = {
    entities: true,
    chart: Boolean(parts?.chartNodes),
    timeline: Boolean(parts?.timelineItems),
    map: Boolean(parts?.places),
  };
  const places = PLACES.filter(view => view !== route.view && isThere[view]);
  if (places.length === 0) return null;
  return (
    <p className="entity-places">
      {places.map(view => (
        <a key={view} className="entity-link" href={formatRoute({ ...route, view, item: id })}>
          {PLACE_NAMES[view]}
        </a>
      ))}
    </p>
  );
}
