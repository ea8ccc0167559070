// Panning, zooming and fitting, whatever the projection and wherever on the earth.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fitted,
  longitudeSpan,
  type MapView,
  meets,
  panned,
  projectionOf,
  settled,
  toPoint,
  toPosition,
  visibleBounds,
  zoomed,
} from '../../../../renderer/features/map/view/mapView.ts';

const view: MapView = {
  projection: 'mercator',
  center: { latitude: 38, longitude: 125 },
  scale: 3000,
  width: 800,
  height: 600,
};
const projections = fc.constantFrom('mercator' as const, 'naturalEarth' as const, 'equirectangular' as const);
const views = fc
  .record({
    projection: projections,
    center: fc.record({
      latitude: fc.double({ min: -60, max: 60, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true, minExcluded: true }),
    }),
    scale: fc.double({ min: 600, max: 100_000, noNaN: true }),
    width: fc.constant(800),
    height: fc.constant(600),
  })
  .map(settled);
const points = fc.record({ x: fc.integer({ min: 100, max: 700 }), y: fc.integer({ min: 100, max: 500 }) });

test('a point of the picture and its place on the earth are each other’s', () => {
  fc.assert(
    fc.property(views, points, (some, point) => {
      const place = toPosition(some, point);
      if (!place) return;
      const back = toPoint(projectionOf(some), place);
      expect(back?.x).toBeCloseTo(point.x, 1);
      expect(back?.y).toBeCloseTo(point.y, 1);
    }),
  );
});

test('what is under the pointer stays there while one zooms', () => {
  fc.assert(
    fc.property(views, points, fc.double({ min: 1, max: 4, noNaN: true }), (some, point, factor) => {
      fc.pre(some.projection !== 'naturalEarth');
      const held = toPosition(some, point);
      const next = zoomed(some, factor, point);
      const now = held && toPoint(projectionOf(next), held);
      if (!now) return;
      expect(now.x).toBeCloseTo(point.x, 0);
      expect(now.y).toBeCloseTo(point.y, 0);
    }),
  );
});

test('a drag moves the map by as much, across the date line as well', () => {
  const there = { ...view, center: { latitude: 40, longitude: 179.9 } };
  const next = panned(there, { x: -100, y: 0 });
  expect(next.center.longitude).toBeLessThan(-170);
  expect(toPoint(projectionOf(next), there.center)?.x).toBeCloseTo(300, 0);
});

test('all that is fitted is in view, the short way round', () => {
  const places = fc.array(
    fc.record({
      latitude: fc.double({ min: -70, max: 75, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true, minExcluded: true }),
    }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(places, fc.constantFrom('mercator' as const, 'equirectangular' as const), (some, projection) => {
      const { span } = longitudeSpan(some.map(place => place.longitude));
      fc.pre(span < 150);
      const next = fitted({ ...view, projection }, some);
      for (const place of some) {
        const point = toPoint(projectionOf(next), place);
        expect(point?.x).toBeGreaterThan(-1);
        expect(point?.x).toBeLessThan(801);
        expect(point?.y).toBeGreaterThan(-61);
        expect(point?.y).toBeLessThan(661);
      }
    }),
  );
  expect(
    fitted(view, [
      { latitude: 50, longitude: 179 },
      { latitude: 50, longitude: -179 },
    ]).center.longitude,
  ).toBeCloseTo(180);
});

describe('what is in view', () => {
  test('is what the edges of the picture show', () => {
    const bounds = visibleBounds(view);
    expect(bounds.south).toBeLessThan(38);
    expect(bounds.north).toBeGreaterThan(38);
    expect(bounds.west + bounds.span / 2).toBeCloseTo(125);
  });

  test('meets a shape over the date line', () => {
    const bounds = { west: 170, span: 20, south: -10, north: 10 };
    expect(meets(bounds, -175, -5, -172, 5)).toBe(true);
    expect(meets(bounds, 100, -5, 172, 5)).toBe(true);
    expect(meets(bounds, -160, -5, -150, 5)).toBe(false);
    expect(meets(bounds, -180, -90, 180, -60)).toBe(false);
  });
});
