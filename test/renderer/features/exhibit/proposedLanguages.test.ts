import { expect, test } from 'vitest';
import { languageSteps, proposedLanguages } from '../../../../renderer/features/exhibit/inspector/proposedLanguages.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';

const rendition = { metadata: { 'proposed languages': 'ko, en' } };
const id = (name: string) => name as ExhibitId;

test('a proposal is made only where no person has said, and only of what is a language', () => {
  expect(proposedLanguages({ languages: [] }, rendition)).toEqual(['ko', 'en']);
  expect(proposedLanguages({ languages: ['ja'] }, rendition)).toEqual([]);
  expect(proposedLanguages({ languages: [] }, { metadata: { 'proposed languages': 'ko, <b>, x' } })).toEqual(['ko']);
  expect(proposedLanguages({ languages: [] }, null)).toEqual([]);
});

test('many are accepted in one change for each set of languages', () => {
  expect(
    languageSteps([
      { id: id('a'), languages: ['ko'] },
      { id: id('b'), languages: [] },
      { id: id('c'), languages: ['ko'] },
      { id: id('d'), languages: ['ko', 'en'] },
    ]),
  ).toEqual([
    { languages: ['ko'], exhibitIds: ['a', 'c'] },
    { languages: ['ko', 'en'], exhibitIds: ['d'] },
  ]);
});
