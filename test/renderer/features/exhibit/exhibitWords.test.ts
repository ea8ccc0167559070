import { expect, test } from 'vitest';
import { counted, languageWord, readLanguages, typeWord } from '../../../../renderer/features/exhibit/exhibitWords.ts';

test('an unknown type shows its own subtype rather than a guess', () => {
  expect(typeWord('application/pdf')).toBe('PDF');
  expect(typeWord('image/jpeg')).toBe('JPEG');
  expect(typeWord('application/x-unheard-of')).toBe('x-unheard-of');
});

test('languages are read by name or tag, and unknown words come back apart', () => {
  expect(readLanguages('Korean, en-gb; zh-hant')).toEqual({ tags: ['ko', 'en-GB', 'zh-Hant'], unknown: [] });
  expect(readLanguages('ko, Klingonish tongue')).toEqual({ tags: ['ko'], unknown: ['Klingonish tongue'] });
  expect(readLanguages('  ')).toEqual({ tags: [], unknown: [] });
  expect(readLanguages('ko, Korean').tags).toEqual(['ko']);
});

test('what is no language tag stays as it was written', () => {
  expect(languageWord('ko')).toBe('Korean');
  expect(languageWord('not a tag')).toBe('not a tag');
});

test('counts agree with their noun', () => {
  expect(counted(1, 'page')).toBe('1 page');
  expect(counted(1204, 'page')).toBe('1,204 pages');
});
