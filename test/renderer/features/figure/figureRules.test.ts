import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingOptions } from '../../../../renderer/features/figure/findingOptions.ts';
import { neighbours } from '../../../../renderer/features/figure/figureOrder.ts';
import type { FindingRow } from '../../../../shared/contract/finding.ts';
import type { FigureId, FindingId } from '../../../../shared/kernel/ids.ts';

const placed = (findings: (string | null)[]) =>
  findings.map((findingId, at) => ({ id: `fig-${at}` as FigureId, findingId: findingId as FindingId | null }));

/** As the core does it: the figure takes the place, the others close up. */
function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const others = items.filter((_, at) => at !== from);
  return [...others.slice(0, to), items[from] as Item, ...others.slice(to)];
}

test('a figure moves past its neighbour in its own group, and past no other of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('fnd-1', 'fnd-2', null), { minLength: 1, maxLength: 8 }),
      fc.nat(),
      fc.boolean(),
      (findings, pick, down) => {
        const figures = placed(findings);
        const figure = figures[pick % figures.length] as (typeof figures)[number];
        const { at, before, behind } = neighbours(figures, figure);
        const to = down ? behind : before;
        const group = figures.filter(one => one.findingId === figure.findingId);
        const within = group.indexOf(figure);
        if (to === null) {
          expect(within).toBe(down ? group.length - 1 : 0);
          return;
        }
        const after = moved(figures, at, to).filter(one => one.findingId === figure.findingId);
        expect(after).toEqual(moved(group, within, within + (down ? 1 : -1)));
        // And back again.
        expect(moved(moved(figures, at, to), to, at)).toEqual(figures);
      },
    ),
  );
});

test('a figure can stand in the annex or in a finding that stands; a withdrawn one only if it stands there already', () => {
  const rows = [
    { id: 'fnd-1', number: 1, title: '가'.repeat(200), stage: 'draft' },
    { id: 'fnd-2', number: 2, title: 'Old', stage: 'withdrawn' },
  ] as FindingRow[];
  expect(findingOptions(rows, null).map(option => option.value)).toEqual(['', 'fnd-1']);
  expect(findingOptions(rows, 'fnd-2' as never).at(-1)).toMatchObject({
    value: 'fnd-2',
    label: 'F-2  Old (withdrawn)',
  });
  expect(findingOptions(rows, null)[1]?.label).toMatch(/^F-1 {2}가{85}…$/);
});
