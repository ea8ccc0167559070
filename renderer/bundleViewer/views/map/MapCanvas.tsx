/** The map: coasts on a canvas, and over them each place as a button. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { strengthShapes } from '../../../../shared/domain/entity/entity.ts';
import { describeSpan } from '../../../../shared/domain/timeline/index.ts';
import { type Camera, fitCamera, type Reach, reveal, ZOOM_STEP, zoomCamera } from '../../canvas/camera.ts';
import { type MoveCamera, moveByKey, usePanZoom } from '../../canvas/usePanZoom.ts';
import { useDrawnSize, useSize } from '../../canvas/useSize.ts';
import { useIsPrinting } from '../../shell/listScroller.ts';
import { useShownTheme } from '../../theme.ts';
import { counted } from '../words.ts';
import type { Coasts } from './coasts.ts';
import { DARK, drawBase, LIGHT } from './drawBase.ts';
import { type Mark, marksOf, type PlacedPlace } from './mapMarks.ts';
import { boxOf, type Point } from './mercator.ts';

export interface MapHandle {
  zoom(nearer: boolean): void;
  fit(): void;
}

interface Props {
  coasts: Coasts | null;
  places: readonly PlacedPlace[];
  middle: number;
  /** Of the place that is looked at. */
  chosen: string | null;
  track: readonly Point[];
  onPlace: (place: PlacedPlace['place']) => void;
  handle: React.RefObject<MapHandle | null>;
}

/** From the whole world to three metres a pixel: nearer than the coasts are. */
const REACH: Reach = { least: 0.04, most: 2000 };
const MARGIN_PX = 60;

export function MapCanvas({ coasts, places, middle, chosen, track, onPlace, handle }: Props) {
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(surface);
  const drawn = useDrawnSize(size);
  const theme = useShownTheme();
  const printing = useIsPrinting();
  const fitted = useMemo(() => fitCamera(boxOf(places.map(({ at }) => at)), drawn, MARGIN_PX, REACH), [places, drawn]);
  const [moved, setMoved] = useState<Camera | null>(null);
  const camera = printing ? fitted : (moved ?? fitted);
  const latest = useRef(camera);
  latest.current = camera;
  const move: MoveCamera = useCallback(step => {
    latest.current = step(latest.current);
    setMoved(latest.current);
  }, []);
  useLayoutEffect(() => {
    const element = canvas.current;
    const on = element?.getContext('2d');
    if (!element || !on || drawn.width === 0) return;
    const density = window.devicePixelRatio || 1;
    element.width = Math.round(drawn.width * density);
    element.height = Math.round(drawn.height * density);
    drawBase(on, coasts, camera, drawn, middle, theme === 'dark' && !printing ? DARK : LIGHT);
  }, [coasts, camera, drawn, middle, theme, printing]);
  useEffect(() => {
    const one = places.find(({ place }) => place.id === chosen);
    if (one && size.width > 0) move(before => reveal(before, one.at, size, 50));
  }, [chosen, places, size, move]);
  handle.current = {
    zoom: nearer => {
      const centre = { x: size.width / 2, y: size.height / 2 };
      move(before => zoomCamera(before, nearer ? ZOOM_STEP : 1 / ZOOM_STEP, centre, REACH));
    },
    fit: () => setMoved(null),
  };
  const wasDragged = usePanZoom(surface, move, REACH);
  const marks = useMemo(() => marksOf(places, camera, drawn), [places, camera, drawn]);
  const toScreen = ({ x, y }: Point): string => `${(x - camera.x) * camera.scale},${(y - camera.y) * camera.scale}`;
  const press = (mark: Mark): void => {
    if (wasDragged()) return;
    const [first] = mark.places;
    if (mark.places.length === 1 && first) {
      onPlace(first.place);
      return;
    }
    const xs = mark.places.map(({ at }) => at.x);
    const ys = mark.places.map(({ at }) => at.y);
    const spread = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
    // At one spot nothing is gained by going nearer: then each press shows the next of them.
    if (spread * camera.scale < 1) {
      const at = mark.places.findIndex(({ place }) => place.id === chosen);
      const next = mark.places[(at + 1) % mark.places.length];
      if (next) onPlace(next.place);
      return;
    }
    move(before => zoomCamera(before, ZOOM_STEP ** 3, mark, REACH));
  };
  return (
    <div
      ref={surface}
      className="map-canvas"
      role="application"
      aria-label="Map. Arrow keys move it; plus, minus and 0 zoom. The table has the same places in rows."
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by keys
      tabIndex={0}
      onKeyDown={event => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (moveByKey(event.key, { move, showAll: () => setMoved(null), size, reach: REACH })) event.preventDefault();
      }}
    >
      <canvas ref={canvas} />
      {track.length > 1 && (
        <svg className="map-track" aria-hidden="true">
          <polyline points={track.map(toScreen).join(' ')} />
        </svg>
      )}
      {marks.map(mark => (
        <MarkButton key={mark.key} {...{ mark, chosen }} onPress={() => press(mark)} />
      ))}
    </div>
  );
}

function MarkButton({ mark, chosen, onPress }: { mark: Mark; chosen: string | null; onPress: () => void }) {
  const [first] = mark.places;
  if (!first) return null;
  const isChosen = mark.places.some(({ place }) => place.id === chosen);
  const isCluster = mark.places.length > 1;
  return (
    <button
      type="button"
      className={`map-mark ${isCluster ? 'cluster' : markClass(first.place)}`}
      style={{ left: mark.x, top: mark.y }}
      aria-current={isChosen ? 'true' : undefined}
      aria-label={isCluster ? counted(mark.places.length, 'place') : nameOf(first.place)}
      title={
        isCluster
          ? mark.places
              .map(({ place }) => place.title)
              .slice(0, 12)
              .join('\n')
          : nameOf(first.place)
      }
      onClick={onPress}
    >
      <span aria-hidden="true">{isCluster ? mark.places.length : signOf(first.place)}</span>
      {mark.label !== null && (
        <span className="map-label" aria-hidden="true">
          {mark.label}
        </span>
      )}
    </button>
  );
}

function nameOf({ title, kindLabel, fromOn, toOn, strength }: PlacedPlace['place']): string {
  const when = fromOn !== null || toOn !== null ? describeSpan(fromOn, toOn) : '';
  return [title, kindLabel, when, strength ?? ''].filter(Boolean).join(', ');
}

function markClass({ source, strength }: PlacedPlace['place']): string {
  return source === 'event' && strength !== null ? `strength-${strength}` : source;
}

/** Events by how sure they are; addresses and what a file claims have shapes of their own. */
export function signOf({ source, strength }: PlacedPlace['place']): string {
  if (source === 'claimed') return '△';
  if (source === 'address') return '■';
  return strength === null ? '○' : strengthShapes[strength];
}
