/** The view of the map in hand, as large as its stage; fitted to what there is when it is opened first. */
import { type RefObject, useCallback, useEffect, useMemo } from 'react';
import type { Position } from '../../../../shared/domain/geo/index.ts';
import type { PlacedFeature } from '../mark/featureFacts.ts';
import type { MapInHand } from '../useMap.ts';
import { centredOn, fitted, type MapView, settled, zoomed } from './mapView.ts';
import { ZOOM_STEP } from './useMapInput.ts';
import { useMapSize } from './useMapSize.ts';

/** Where nothing is to be shown yet: the waters about Korea. */
const AT_FIRST = { center: { latitude: 37, longitude: 127 }, scale: 1500 };

export function useMapView(stage: RefObject<HTMLElement | null>, { session, change, all, shown }: MapInHand) {
  const { width, height } = useMapSize(stage);
  const { looksAt, projection } = session;
  const view = useMemo(
    () => settled({ ...(looksAt ?? AT_FIRST), projection, width, height }),
    [looksAt, projection, width, height],
  );
  const setView = useCallback(({ center, scale }: MapView) => change({ looksAt: { center, scale } }), [change]);
  const isReady = all !== undefined && width > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first time that there is something to fit
  useEffect(() => {
    if (isReady && looksAt === null && shown.length > 0)
      setView(
        fitted(
          view,
          shown.map(feature => feature.drawn),
        ),
      );
  }, [isReady, looksAt, shown.length]);
  const zoomTo = (features: readonly PlacedFeature[]) =>
    setView(
      fitted(
        view,
        features.map(feature => feature.drawn),
      ),
    );
  return {
    view,
    setView,
    zoomTo,
    nearer: () => setView(zoomed(view, ZOOM_STEP)),
    farther: () => setView(zoomed(view, 1 / ZOOM_STEP)),
    showAll: () => zoomTo(shown),
    goTo: (place: Position, degreesAcross: number) => {
      const { center, scale } = centredOn(view, place, degreesAcross);
      change({
        looksAt: { center, scale },
        target: { latitude: place.latitude, longitude: place.longitude },
        shows: 'map',
      });
    },
  };
}
