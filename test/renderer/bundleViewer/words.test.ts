import { expect, test } from 'vitest';
import { languageOf } from '../../../renderer/bundleViewer/content/languageOf.ts';
import { checkBytes, checkSentence } from '../../../renderer/bundleViewer/reader/checkBytes.ts';
import { pageName } from '../../../renderer/bundleViewer/reader/pageName.ts';
import { dateWords, instantWords, sizeWords } from '../../../renderer/bundleViewer/views/words.ts';

test('a page is named by its printed label, with its place in the file beside it', () => {
  const pdf = { mediaType: 'application/pdf' };
  expect(pageName(pdf, 13, 'xii')).toBe('p. xii (PDF 14)');
  expect(pageName(pdf, 13, null)).toBe('PDF page 14');
  expect(pageName({ mediaType: 'text/plain' }, 0, '')).toBe('page 1');
});

test('a part of a sheet is named by the sheet, cells by their place', () => {
  const sheet = { mediaType: 'text/csv' };
  expect(pageName(sheet, 1, 'Crew list')).toBe('Crew list (part 2)');
  expect(pageName(sheet, 1, 'Crew list!B4:C9')).toBe('Crew list!B4:C9');
});

test('dates and sizes are words; what is no date stays as it was written', () => {
  expect(dateWords('2026-03-15~')).toBe('c. 15 March 2026');
  expect(dateWords('spring')).toBe('spring');
  expect(instantWords('2026-11-22T04:30:00.000Z')).toBe('22 November 2026, 04:30 UTC');
  expect([999, 4100, 52_000, 3_400_000, 12e9].map(sizeWords)).toEqual(['999 B', '4.1 kB', '52 kB', '3.4 MB', '12 GB']);
});

test.each([
  ['하늘 7호', [], 'ko'],
  ['環積', ['ja'], 'ja'],
  ['環積', [], 'zh'],
  ['環積', ['ko', 'en'], 'ko'],
  ['судно', ['uk'], 'uk'],
  ['vessel', ['de'], 'de'],
  ['vessel', ['ko', 'en'], undefined],
])('the language of %j in an exhibit in %j is %j', (text, languages, expected) => {
  expect(languageOf(text, languages as string[])).toBe(expected);
});

test('a digest that agrees, and one that does not, are both told in words', async () => {
  const bytes = new TextEncoder().encode('abc');
  const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(checkSentence(await checkBytes(bytes, known), 'EX-0001', 3)).toContain('EX-0001 is as it was admitted');
  expect(checkSentence(await checkBytes(bytes, known.replace('b', 'c')), 'EX-0001', 3)).toContain(
    `their SHA-256 is ${known}`,
  );
});
