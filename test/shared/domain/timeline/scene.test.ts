import { expect, test } from 'vitest';
import {
  drawTimeline,
  DAY_MS,
  fitWords,
  type Ink,
  inTime,
  layLanes,
  layRows,
  sceneToSvg,
  type Shape,
  type TimedItem,
  type TimelineView,
} from '../../../../shared/domain/timeline/index.ts';
import { entity, event, item, value } from './builders.ts';

const ship = entity('FABULA HERON');
const colours = new Proxy({}, { get: () => '#123456' }) as Record<Ink, string>;
const view = (fields: Partial<TimelineView> = {}): TimelineView => ({
  from: Date.UTC(2020, 0, 1),
  msPerPx: DAY_MS,
  width: 800,
  top: 0,
  height: 300,
  gutter: 0,
  selectedId: null,
  isLit: () => false,
  cursorAt: null,
  ...fields,
});
const draw = (items: TimedItem[], fields?: Partial<TimelineView>) => {
  const shown = view(fields);
  return drawTimeline(layRows(layLanes(inTime(items), [ship]), shown.msPerPx), shown);
};
const of = <Kind extends Shape['kind']>(shapes: Shape[], kind: Kind) =>
  shapes.filter((shape): shape is Extract<Shape, { kind: Kind }> => shape.kind === kind);

test('a day is a mark, a month a bar that fades to both sides, and strength is the shape', () => {
  const shapes = draw([
    event('day', '2020-03-15', [ship], { strength: 'confirmed' }),
    event('month', '2020-05', [ship], { strength: 'contested' }),
  ]);
  expect(of(shapes, 'mark').map(mark => mark.shape)).toEqual(['confirmed', 'contested']);
  const [bar] = of(shapes, 'bar');
  expect(of(shapes, 'bar')).toHaveLength(1);
  expect(bar?.width).toBeCloseTo(31, 0);
  expect(bar?.stops.at(0)?.density).toBeLessThan(bar?.stops.at(1)?.density ?? 0);
});

test('a bar is densest where the thing certainly was; open ends are arrows, and ~ and ? stand where they are said', () => {
  const shapes = draw([value('Flag: Togo', ship, 'flag', ['2020-02~', null])]);
  expect(of(shapes, 'arrow').map(arrow => arrow.to)).toEqual(['right']);
  expect(of(shapes, 'text').map(text => text.words)).toContain('~');
  const both = draw([
    item({ id: 'tie', source: 'relationship', fromOn: '2020-02', toOn: '2020-11', entityIds: [ship.id] }),
  ]);
  const [bar] = of(both, 'bar');
  expect(Math.max(...(bar?.stops.map(stop => stop.density) ?? []))).toBeGreaterThan(0.5);
  expect(bar?.stops.at(0)?.density).toBeLessThan(0.1);
});

test('only what is in view is drawn', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => {
    const on = new Date(Date.UTC(1990, 0, 1) + index * 2 * DAY_MS).toISOString().slice(0, 10);
    return event(`e${index}`, on, [ship]);
  });
  expect(draw(many).length).toBeLessThan(1500);
});

test('the picture is the same bytes each time, words are text, and what was typed cannot leave its place', () => {
  const evil = event('x', '2020-03-15', [ship], { title: '</text><script>alert(1)</script> & "환적"\u0007' });
  const write = () =>
    sceneToSvg(draw([evil], { gutter: 160 }), {
      width: 800,
      height: 340,
      colours,
      title: 'Timeline <1>',
      description: 'One item',
    });
  const svg = write();
  expect(svg).toBe(write());
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('\u0007');
  expect(svg).toContain('&lt;/text&gt;');
  expect(svg).toContain('<title>Timeline &lt;1&gt;</title>');
  expect(svg).toMatch(/<text [^>]*>FABULA HERON<\/text>/);
});

test('words are cut with an ellipsis where they do not fit, by whole signs', () => {
  expect(fitWords('Transfer at sea', 200)).toBe('Transfer at sea');
  expect(fitWords('Transfer at sea', 60)).toBe('Transfer…');
  expect(fitWords('공해상에서 환적', 50)).toBe('공해상…');
  expect(fitWords('Transfer', 3)).toBe('');
});
