import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quarterTurn, tidyRect, turnRect, unturnRect } from '../../../renderer/reader/pageRotation.ts';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const turn = fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const);

describe('rectangles on a turned page', () => {
  test('a rectangle at the top left of the page is at the top right when it is turned clockwise', () => {
    const turned = turnRect({ x: 0, y: 0, w: 0.25, h: 0.125 }, 90);
    expect(turned).toEqual({ x: 0.875, y: 0, w: 0.125, h: 0.25 });
  });

  test('what is turned and turned back is where it was', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, fraction, turn, (x, y, w, h, degrees) => {
        const back = unturnRect(turnRect({ x, y, w, h }, degrees), degrees);
        for (const [key, value] of Object.entries({ x, y, w, h }))
          expect(back[key as keyof typeof back]).toBeCloseTo(value, 9);
      }),
    );
  });

  test('any number of degrees is a quarter turn', () => {
    expect([0, 90, 450, -90, 360, 45].map(quarterTurn)).toEqual([0, 90, 90, 270, 0, 0]);
  });

  test('a tidied rectangle lies inside the page', () => {
    const wild = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(wild, wild, fraction, fraction, (x, y, w, h) => {
        const tidy = tidyRect({ x, y, w, h });
        expect(Math.min(tidy.x, tidy.y, tidy.w, tidy.h)).toBeGreaterThanOrEqual(0);
        expect(tidy.x + tidy.w).toBeLessThanOrEqual(1.00002);
        expect(tidy.y + tidy.h).toBeLessThanOrEqual(1.00002);
      }),
    );
  });
});
