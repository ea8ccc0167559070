import { expect, test } from 'vitest';
import { locatePassage } from '../../../renderer/bundleViewer/reader/locatePassage.ts';

const quoted = (exact: string, prefix = '', suffix = '') => ({ quote: { exact, prefix, suffix }, position: null });

test('words that break over lines are found letter for letter', () => {
  const text = 'The vessel Haneul 7 changed its\nname to Blue Heron.';
  expect(locatePassage(text, quoted('changed its name to Blue Heron'))).toEqual({
    start: 20,
    end: 50,
    how: 'verbatim',
  });
});

test('other letter forms are found, and said to differ', () => {
  expect(locatePassage('An o\ufb03ce in the harbour', quoted('office in the'))).toMatchObject({ how: 'alike' });
});

test('cells of a sheet are lit row by row, without those beside them', () => {
  const text = 'Name\tFlag\tPaid\nHeron\tXX\tyes\nIbis\tXY\tno';
  const found = locatePassage(text, {
    quote: { exact: 'Flag\nXX', prefix: 'Name\t', suffix: '\tyes' },
    position: null,
  });
  expect(found?.pieces?.map(({ start, end }) => text.slice(start, end))).toEqual(['Flag', 'XX']);
});

test('words that stand elsewhere, or at several places, are not lit by guess', () => {
  expect(locatePassage('Nothing of the kind.', quoted('changed its name'))).toBeNull();
  expect(locatePassage('It was paid. It was paid.', quoted('It was paid.'))).toBeNull();
});
