// The whole map as SVG, from the atlas that ships: what is drawn on the canvas is drawn by the same calls.
import world from 'world-atlas/countries-50m.json';
import { expect, test } from 'vitest';
import { inView, readAtlas } from '../../../../renderer/features/map/draw/atlas.ts';
import { LIGHT } from '../../../../renderer/features/map/draw/mapColours.ts';
import { svgOf } from '../../../../renderer/features/map/figure/mapPicture.ts';
import { figureTable, proposedAltText, proposedCaption } from '../../../../renderer/features/map/figure/mapTable.ts';
import { trackOf, USUAL_LIMITS } from '../../../../renderer/features/map/track/track.ts';
import { at, feature, HERON } from './mapFixtures.ts';

const atlas = readAtlas(world as never);
const features = [
  at('2026-03-14T02:00Z', 36, 124),
  at('2026-03-16T02:00Z', 37, 125),
  feature({ source: 'claimed', strength: null, title: 'EX-0001 · <Fix> & "more"' }),
  feature({ source: 'address', strength: 'contested', latitude: 38.9, longitude: 121.6, datum: 'GCJ-02' }),
];
const track = trackOf(features, HERON, USUAL_LIMITS);
const svg = () =>
  new TextDecoder().decode(
    svgOf(
      {
        view: {
          projection: 'mercator',
          center: { latitude: 37, longitude: 124 },
          scale: 6000,
          width: 800,
          height: 600,
        },
        atlas,
        features,
        isLit: () => false,
        track,
        measure: [
          { latitude: 36, longitude: 124 },
          { latitude: 37, longitude: 125 },
        ],
        names: { marks: true, ports: true, seas: true, seaNames: {} },
        target: null,
        crosshair: false,
        colours: LIGHT,
        printed: true,
      },
      'A map <of the case>',
      proposedAltText(features, 'dm'),
    ),
  );

test('the picture is well-formed, names its kinds, seas and ports, and says whose borders', () => {
  const text = svg();
  for (const words of [
    'Yellow Sea',
    'Nampo',
    'Event, possible',
    '&lt;Fix&gt; &amp; &quot;more&quot;',
    'Claimed by a file, not verified',
    'imply no opinion',
    'Natural Earth',
    'nm',
    '124°E',
  ])
    expect(text, words).toContain(words);
  expect(text).toContain('<title>A map &lt;of the case&gt;</title>');
  expect(text).not.toMatch(/NaN|undefined|Infinity/);
  // Every element is closed, and nothing of the case's words is markup.
  expect(text.replace(/<\?xml.*?\?>/, '').match(/<(?!\/)[a-z]/g)?.length).toBe(
    (text.match(/\/>/g)?.length ?? 0) + (text.match(/<\/[a-z]+>/g)?.length ?? 0),
  );
});

test('the same scene makes the same bytes', () => {
  expect(svg()).toBe(svg());
});

test('only what is in view is drawn of the atlas', () => {
  const bounds = { west: 120, span: 10, south: 33, north: 40 };
  const drawn = inView(atlas.land, bounds, 0);
  expect(drawn.length).toBeGreaterThan(3);
  expect(drawn.length).toBeLessThan(atlas.land.length / 5);
});

test('the table of a figure has every mark, with the leg that led to it; caption and words count them', () => {
  const table = figureTable(features, new Map(), 'dm', track);
  expect(table.columns).toHaveLength(8);
  expect(table.rows).toHaveLength(features.length);
  expect(table.rows[1]?.slice(1, 4)).toEqual([
    'sighting, possible',
    '16 March 2026, 02:00 UTC',
    '37°00.000′N 125°00.000′E',
  ]);
  expect(table.rows[1]?.[7]).toMatch(/^\d+\.\d nm, 0\d\d° true, 2\.0 days, 1\.\d kn, gap$/);
  expect(proposedCaption(features)).toBe('Map of 2 events, 14 March 2026 to 16 March 2026');
  expect(proposedAltText(features, 'dm')).toContain('Map with 4 marks');
});
