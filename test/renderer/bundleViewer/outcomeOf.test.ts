import { expect, test } from 'vitest';
import { indexCase } from '../../../renderer/bundleViewer/content/caseIndex.ts';
import { citedInCase } from '../../../renderer/bundleViewer/reader/cited.ts';
import { isOnCitedPage, outcomeOf } from '../../../renderer/bundleViewer/reader/outcomeOf.ts';
import { REDACTED_WORDS } from '../../../shared/domain/redaction.ts';
import { CITATIONS, exerciseCase } from '../../support/exerciseBundle.ts';

const cited = citedInCase(indexCase(exerciseCase), CITATIONS.registry);
const exhibit = exerciseCase.exhibits.find(({ number }) => number === cited?.passage.exhibitNumber);
if (!cited || !exhibit) throw new Error('the exercise has no such citation');
const shown = { isOnPage: true, found: 'verbatim' } as const;

test('of an exhibit that stays nobody is told to turn back to a page of it', () => {
  const stays = { ...exhibit, fileName: null, pageCount: 0, hasText: false };
  const onSecond = { ...cited, passage: { ...cited.passage, pageIndex: 1 } };
  expect(isOnCitedPage(stays, onSecond, 0)).toBe(true);
  expect(isOnCitedPage(exhibit, onSecond, 0)).toBe(false);
  expect(outcomeOf(stays, onSecond, { isOnPage: true, found: 'looking' })).toBe('withheld');
});

test('of redacted words it is said that they are, not that they are missing', () => {
  const gone = { ...cited, citation: { ...cited.citation, quote: REDACTED_WORDS } };
  expect(outcomeOf(exhibit, gone, { isOnPage: true, found: 'absent' })).toBe('redacted');
  expect(outcomeOf(exhibit, gone, { isOnPage: false, found: 'absent' })).toBe('elsewhere');
});

test('what cannot be shown is not looked for without end', () => {
  const unknown = { ...exhibit, mediaType: 'application/x-unknown', hasText: false, pageCount: 0 };
  expect(outcomeOf(unknown, cited, { isOnPage: true, found: 'looking' })).toBe('unshown');
  expect(outcomeOf(exhibit, cited, shown)).toBe('verbatim');
});
