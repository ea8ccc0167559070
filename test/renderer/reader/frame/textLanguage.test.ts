import { describe, expect, test } from 'vitest';
import { textLanguage } from '../../../../renderer/reader/frame/text/textLanguage.ts';

describe('the language of a page', () => {
  test('follows its script, else what the exhibit declares', () => {
    const pages = ['선박이 항구에', '船がみなとに', '船舶在港口', 'A vessel'];
    expect(pages.map(text => textLanguage(text, ['en']))).toEqual(['ko', 'ja', 'zh', 'en']);
  });
});
