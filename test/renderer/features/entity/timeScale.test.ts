import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeScale, yearTicks } from '../../../../renderer/features/entity/history/timeScale.ts';

const instant = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2040, 0, 1) });
const extent = fc
  .tuple(instant, instant)
  .map(([left, right]) => ({ from: Math.min(left, right), to: Math.max(left, right) }));

test('what is later lies further to the right, and all lies inside', () => {
  fc.assert(
    fc.property(extent, instant, instant, (span, left, right) => {
      const scale = timeScale(span, 120, 900);
      if (left < right) expect(scale(left)).toBeLessThan(scale(right));
      for (const at of [span.from, span.to]) {
        expect(scale(at)).toBeGreaterThan(120);
        expect(scale(at)).toBeLessThan(900);
      }
    }),
  );
});

test('years are at even steps, and no more than fit', () => {
  fc.assert(
    fc.property(extent, fc.integer({ min: 2, max: 20 }), (span, most) => {
      const ticks = yearTicks(span, most);
      expect(ticks.length).toBeLessThanOrEqual(most);
      const steps = new Set(ticks.slice(1).map((tick, at) => Number(tick.label) - Number(ticks[at]?.label)));
      expect(steps.size).toBeLessThanOrEqual(1);
    }),
  );
});
