import { describe, expect, test } from 'vitest';
import { featuresOf, markAt, placeMarks } from '../../../../renderer/features/map/mark/placeMarks.ts';
import { legendOf } from '../../../../renderer/features/map/draw/markLayer.ts';
import { degreeLabel, graticuleStep, gridLines } from '../../../../renderer/features/map/draw/baseLayer.ts';
import { roundLength } from '../../../../renderer/features/map/draw/scaleBar.ts';
import { printedSeaName } from '../../../../renderer/features/map/draw/seaNames.ts';
import { type MapView, projectionOf } from '../../../../renderer/features/map/view/mapView.ts';
import { gazetteerSeas } from '../../../../shared/domain/geo/index.ts';
import { feature } from './mapFixtures.ts';

const far: MapView = {
  projection: 'mercator',
  center: { latitude: 38, longitude: 125 },
  scale: 1500,
  width: 800,
  height: 600,
};
const near = { ...far, scale: 50_000 };
const marksOf = (features: Parameters<typeof placeMarks>[0], view: MapView) =>
  placeMarks(features, view, projectionOf(view));

describe('marks', () => {
  test('that would lie over one another are one with a count; none is lost, and nearer they part', () => {
    const features = [0, 1, 2, 3].map(index => feature({ longitude: 125 + index * 0.1 }));
    expect(marksOf(features, far)).toMatchObject([{ kind: 'cluster', features }]);
    const apart = marksOf(features, near);
    expect(apart.every(mark => mark.kind === 'one')).toBe(true);
    expect(apart.flatMap(featuresOf)).toEqual(features);
  });

  test('in one place stand in a ring about it when one is near, each within reach', () => {
    const marks = marksOf([feature(), feature(), feature()], near);
    expect(marks).toHaveLength(3);
    for (const mark of marks) {
      expect(mark).toMatchObject({ kind: 'one', from: { x: 400, y: 300 } });
      expect(markAt(marks, mark)).toBe(mark);
    }
  });

  test('out of view are not drawn, and a press on nothing takes nothing', () => {
    expect(marksOf([feature({ longitude: -60 })], near)).toEqual([]);
    expect(markAt(marksOf([feature()], near), { x: 500, y: 300 })).toBeNull();
  });

  test('of another datum stand where they come to in WGS 84, and keep the figures printed', () => {
    const moved = feature({ latitude: 38.9, longitude: 121.6, datum: 'GCJ-02' });
    expect(moved.latitude).toBe(38.9);
    expect(Math.abs(moved.drawn.longitude - 121.6)).toBeGreaterThan(0.003);
  });

  test('the legend tells of what is on the map and of nothing else', () => {
    expect(legendOf([feature(), feature({ source: 'claimed', strength: null })]).map(entry => entry.label)).toEqual([
      'Event, possible',
      'Claimed by a file, not verified',
    ]);
  });
});

test('degrees are labelled with hemispheres, and with minutes where there are some', () => {
  expect([degreeLabel(38, 'NS'), degreeLabel(-12.5, 'NS'), degreeLabel(0, 'NS')]).toEqual(['38°N', '12°30′S', '0°']);
  expect([degreeLabel(190, 'EW'), degreeLabel(180, 'EW'), degreeLabel(-180, 'EW')]).toEqual(['170°W', '180°', '180°']);
});

test('the graticule grows finer as one comes nearer', () => {
  expect([200, 2000, 20_000, 500_000].map(scale => graticuleStep({ scale }))).toEqual([30, 5, 0.5, 1 / 60]);
  expect(gridLines(170, 25, 10)).toEqual([170, 180, 190]);
});

test('the scale bar is a round length that fits', () => {
  expect([734, 499, 0.3, 1].map(roundLength)).toEqual([500, 200, 0.2, 1]);
});

test('a sea with two names is printed with both until somebody chooses one', () => {
  const sea = gazetteerSeas.find(({ name }) => name === 'East Sea');
  if (!sea) throw new Error('no such sea');
  expect(printedSeaName(sea, {})).toBe('East Sea / Sea of Japan');
  expect(printedSeaName(sea, { 'East Sea': 'Sea of Japan' })).toBe('Sea of Japan');
  expect(printedSeaName(sea, { 'East Sea': 'Something else' })).toBe('East Sea / Sea of Japan');
});
