import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../../shared/domain/search/index.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import { fieldTerm, hasTerm, toggleTerm } from '../../../../renderer/features/search/fieldTerms.ts';
import { countMarks, hitKey, markHit, noMarks } from '../../../../renderer/features/search/relevance.ts';
import { searchTypeWord } from '../../../../renderer/features/search/searchTypes.ts';
import { snippetWindow } from '../../../../renderer/features/search/snippetWindow.ts';
import { hintsOf } from '../../../../renderer/features/search/useHints.ts';

test('a facet writes a field that the query language reads back, whatever the value', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), value => {
      const cleaned = value.replace(/["“”„«»「」＂]/gu, '');
      fc.pre(cleaned.trim() !== '' && !/[\n\r\u2028\u2029]/.test(value));
      const parsed = parseQuery(`vessel ${fieldTerm('source', value)}`);
      expect(parsed.ok && parsed.query.fields[0]).toMatchObject({ field: 'source', value: cleaned.trim() });
    }),
  );
});

test('a facet pressed twice gives the query back', () => {
  const term = fieldTerm('source', 'Port of Nampo');
  const narrowed = toggleTerm('vessel "bill of lading"', term);
  expect(narrowed).toBe('vessel "bill of lading" source:"Port of Nampo"');
  expect(hasTerm(narrowed, term)).toBe(true);
  expect(toggleTerm(narrowed, term)).toBe('vessel "bill of lading"');
});

test('values of the case are offered for a field, quoted where they need it', () => {
  const hint = { kind: 'values' as const, field: 'source' as const, typed: 'nam', from: 7, to: 10 };
  const known = {
    source: [
      { value: 'Port of Nampo', detail: 'source' },
      { value: 'Ledger', detail: 'source' },
    ],
  };
  expect(hintsOf(hint, known)).toEqual([{ insert: '"Port of Nampo" ', detail: 'source', from: 7, to: 10 }]);
});

test('types have the words that the search knows', () => {
  expect(['application/pdf', 'image/png', 'message/rfc822', 'application/x-hwp'].map(searchTypeWord)).toEqual([
    'pdf',
    'image',
    'eml',
    'x-hwp',
  ]);
});

test('a snippet begins near its first lit word, which stays lit', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z ]{0,200}$/),
      fc.stringMatching(/^[a-z]{1,12}$/),
      fc.stringMatching(/^[a-z ]{0,100}$/),
      fc.integer({ min: 5, max: 90 }),
      (before, word, after, lead) => {
        const snippet = before + word + after;
        const shown = snippetWindow(snippet, [{ start: before.length, end: before.length + word.length }], lead);
        const [first] = shown.hits;
        expect(first && shown.text.slice(first.start, first.end)).toBe(word);
        expect(first?.start).toBeLessThanOrEqual(lead + 1);
      },
    ),
  );
});

test('a hit is relevant, not relevant, or neither, for its own query alone', () => {
  const key = hitKey('vessel', 'exh-1' as ExhibitId, { pageIndex: 2, start: 10 });
  const relevant = markHit(noMarks, key, 'relevant');
  expect(countMarks(relevant, 'vessel')).toEqual({ relevant: 1, notRelevant: 0 });
  expect(countMarks(markHit(relevant, key, 'not-relevant'), 'vessel')).toEqual({ relevant: 0, notRelevant: 1 });
  expect(markHit(relevant, key, 'relevant')).toEqual(noMarks);
  expect(countMarks(relevant, 'cargo')).toEqual({ relevant: 0, notRelevant: 0 });
});

test('wide characters count for two, so that the lit words stay in the first line', () => {
  const snippet = '가'.repeat(60);
  expect(snippetWindow(snippet, [{ start: 50, end: 52 }], 40)).toEqual({
    text: `…${'가'.repeat(30)}`,
    hits: [{ start: 21, end: 23 }],
  });
});
