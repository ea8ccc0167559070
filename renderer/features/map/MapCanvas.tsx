/** The map itself: drawn on a canvas, moved by pointer, wheel and keys. All that it shows is in the table too. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { Position } from '../../../shared/domain/geo/index.ts';
import { drawMap, type MapScene } from './draw/drawMap.ts';
import { featuresOf, type Mark, markAt } from './mark/placeMarks.ts';
import type { PlacedFeature } from './mark/featureFacts.ts';
import { type MapView, type Point, toPosition } from './view/mapView.ts';
import { useMapInput } from './view/useMapInput.ts';

export interface MapCanvasProps {
  scene: Omit<MapScene, 'crosshair' | 'printed'>;
  isMeasuring: boolean;
  label: string;
  onView(next: MapView): void;
  onPick(features: readonly PlacedFeature[]): void;
  onMeasure(place: Position): void;
  onUnmeasure(): void;
  onPointer(place: Position | null): void;
  onFit(): void;
}

export function MapCanvas(props: MapCanvasProps) {
  const { scene, isMeasuring, label, onView, onPick, onMeasure, onUnmeasure, onPointer, onFit } = props;
  const { view } = scene;
  const canvas = useRef<HTMLCanvasElement>(null);
  const marks = useRef<readonly Mark[]>([]);
  const [hasKeys, setHasKeys] = useState(false);
  const [over, setOver] = useState<Mark | null>(null);
  // What the pointer was over has moved from under it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is what it waits for
  useLayoutEffect(() => setOver(null), [view]);

  // Each frame once, however many steps came before it.
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element || view.width === 0) return;
    const frame = requestAnimationFrame(() => {
      const ratio = window.devicePixelRatio || 1;
      const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
      if (element.width !== width || element.height !== height) {
        element.width = width;
        element.height = height;
      }
      const context = element.getContext('2d');
      if (!context) return;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      marks.current = drawMap(context, { ...scene, crosshair: hasKeys, printed: false });
    });
    return () => cancelAnimationFrame(frame);
  }, [scene, view, hasKeys]);

  const act = (at: Point) => {
    if (isMeasuring) {
      const place = toPosition(view, at);
      if (place) onMeasure(place);
      return;
    }
    const mark = markAt(marks.current, at);
    onPick(mark ? featuresOf(mark) : []);
  };
  const input = useMapInput(canvas, {
    view,
    onView,
    onFit,
    onClick: act,
    onEnter: () => act({ x: view.width / 2, y: view.height / 2 }),
    onBackspace: onUnmeasure,
    onPointer: at => {
      onPointer(at && toPosition(view, at));
      setOver(at && !isMeasuring ? markAt(marks.current, at) : null);
    },
  });
  return (
    <>
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it takes keys of its own, which is what an application does */}
      <canvas
        ref={canvas}
        className="map-canvas"
        role="application"
        aria-label={label}
        aria-describedby="map-keys"
        tabIndex={0}
        style={{ cursor: isMeasuring ? 'crosshair' : over ? 'pointer' : 'grab' }}
        onFocus={event => setHasKeys(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setHasKeys(false)}
        {...input}
      />
      <p id="map-keys" className="visually-hidden">
        Arrow keys move the map, Shift with an arrow moves it finely, plus and minus zoom, Home shows all marks. Enter
        opens the mark in the middle, or sets a point while measuring; Backspace takes the last point back. The table
        has the same content.
      </p>
      {over && <Hover mark={over} width={view.width} />}
    </>
  );
}

const MOST_NAMED = 4;

const HOVER_PX = 320;

function Hover({ mark, width }: { mark: Mark; width: number }) {
  const features = featuresOf(mark);
  return (
    <div
      className="map-hover"
      style={{ left: Math.max(0, Math.min(mark.x + 14, width - HOVER_PX)), top: mark.y + 14 }}
      aria-hidden
    >
      {features.slice(0, MOST_NAMED).map(({ id, title, kindLabel }) => (
        <div key={id} className="one-line" dir="auto">
          {title} <span className="position-soft">{kindLabel}</span>
        </div>
      ))}
      {features.length > MOST_NAMED && <div className="position-soft">and {features.length - MOST_NAMED} more</div>}
    </div>
  );
}
