import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRoute, parseRoute, VIEWS } from '../../../renderer/bundleViewer/route.ts';

test('any place survives the address', () => {
  const route = fc.record({
    view: fc.constantFrom(...VIEWS),
    query: fc.string(),
    item: fc.option(fc.string({ minLength: 1 })),
    citation: fc.option(fc.string({ minLength: 1 })),
    exhibit: fc.option(fc.string({ minLength: 1 })),
    page: fc.option(fc.nat({ max: 99_999 })),
  });
  fc.assert(
    fc.property(route, given => {
      expect(parseRoute(formatRoute(given))).toEqual(given);
    }),
  );
});

test.each(['', '#', '#page=-3', '#page=x', '#view=nowhere', '#%E0%A4%A'])(
  'a strange address %j leads to the findings',
  hash => {
    expect(parseRoute(hash)).toMatchObject({ view: 'findings', page: null });
  },
);

test('an address of an earlier viewer leads to the place that took over', () => {
  expect(parseRoute('#view=chronology')).toMatchObject({ view: 'timeline' });
});
