/** Words on lines: they stand clear of names, or nearer to one end, or not at all; and lines are drawn long enough for them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Point, type Scene, tieWordPlaces } from '../../../../shared/domain/chart/index.ts';
import { lieDown } from '../../../../shared/domain/chart/layout/lieDown.ts';
import { stretchTies } from '../../../../shared/domain/chart/layout/stretch.ts';

type At = Record<string, [number, number]>;

function placesOf(at: At, ties: readonly [string, string, string][]): ReadonlyMap<string, number> {
  const scene: Scene = {
    nodes: Object.keys(at).map(id => ({
      id,
      shape: 'thing',
      schema: 'Company',
      caption: id,
      lines: ['Quillfeather Maritime', 'Ltd'],
      groupId: null,
      count: 1,
    })),
    ties: ties.map(([sourceId, targetId, words]) => ({
      id: `${sourceId}-${targetId}`,
      sourceId,
      targetId,
      directed: true,
      words,
      strength: 'confirmed',
      bend: 0,
    })),
    boxes: [],
    notes: [],
  };
  const positions = new Map(Object.entries(at).map(([id, [x, y]]) => [id, { x, y }]));
  return tieWordPlaces(scene, positions, () => 0);
}

describe('the words of a tie', () => {
  test('stand in the middle of a line that is free', () => {
    expect(placesOf({ a: [0, 0], b: [300, 0] }, [['a', 'b', 'owns, 2019']]).get('a-b')).toBe(0.5);
  });

  test('go nearer to the lower end where a name hangs over the middle', () => {
    const share = placesOf({ a: [0, 0], b: [0, 160] }, [['a', 'b', 'owns, 2025']]).get('a-b');
    expect(share).toBeGreaterThan(0.5);
  });

  test('are left out where the line is shorter than they', () => {
    expect(placesOf({ a: [0, 0], b: [110, 0] }, [['a', 'b', 'represents (shipbroker), 2026']]).size).toBe(0);
  });

  test('keep off those of a line that crosses', () => {
    const at: At = { a: [-200, 0], b: [200, 0], c: [0, -200], d: [0, 200] };
    const places = placesOf(at, [
      ['a', 'b', 'owns, 2019'],
      ['c', 'd', 'directs, 2020'],
    ]);
    expect(places.get('a-b')).toBe(0.5);
    expect(places.get('c-d')).not.toBe(0.5);
  });
});

describe('room for words', () => {
  test('a stretched tie is long enough, longer where it goes down past a name', () => {
    const points = new Map<string, Point>([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 40, y: 0 }],
      ['c', { x: 500, y: 0 }],
      ['d', { x: 500, y: 40 }],
    ]);
    stretchTies(points, [
      { id: 'across', sourceId: 'a', targetId: 'b', directed: true },
      { id: 'down', sourceId: 'c', targetId: 'd', directed: true },
    ]);
    const gap = (left: string, right: string) => {
      const [one, other] = [points.get(left) as Point, points.get(right) as Point];
      return Math.hypot(one.x - other.x, one.y - other.y);
    };
    expect(gap('a', 'b')).toBeCloseTo(172);
    expect(gap('c', 'd')).toBeGreaterThan(gap('a', 'b'));
  });

  test('lying down keeps every distance, and leaves a part at least as wide as it is spread high', () => {
    const coordinate = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 3, maxLength: 12 }), spread => {
        const points = new Map(spread.map((point, index) => [`n${index}`, { ...point }]));
        lieDown(points);
        const turned = [...points.values()];
        spread.forEach((one, index) => {
          const [first, second] = [turned[0] as Point, turned[index] as Point];
          const [before] = spread as [Point];
          expect(Math.hypot(first.x - second.x, first.y - second.y)).toBeCloseTo(
            Math.hypot(before.x - one.x, before.y - one.y),
            3,
          );
        });
        expect(varianceOf(turned.map(point => point.x)) + 0.01).toBeGreaterThanOrEqual(
          varianceOf(turned.map(point => point.y)),
        );
      }),
    );
  });
});

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
