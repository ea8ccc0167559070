import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, originalRange } from '../../../../shared/domain/text/index.ts';

const folded = (text: string) => foldText(text).folded;

/** Text with the characters that make folding hard, mixed into any other. */
const awkward = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(
        'é',
        'e\u0301',
        'ﬁ',
        '가',
        '\u1100\u1161',
        'ｶﾞ',
        '-\n',
        '\u00ad',
        '\u200b',
        '\ud800',
        'й',
        '㌔',
        'ﷺ',
        ' ',
      ),
    ),
    { maxLength: 30 },
  )
  .map(pieces => pieces.join(''));

describe('folding', () => {
  it.each([
    ['case, accents and crossed letters', 'Łódź ÆRØ Straße İstanbul', 'lodz aero strasse istanbul'],
    ['Greek, with either sigma', 'Άσος ΑΣΟΣ', 'ασοσ ασοσ'],
    ['Cyrillic: ё is е, й stays a letter of its own', 'Ёлка и Йод', 'елка и йод'],
    ['й written as letter and mark', 'и\u0306од', 'йод'],
    ['Arabic vowel points, tatweel, hamza seats and digits', 'مُحَمَّـــد أحمد ٣٤', 'محمد احمد 34'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['ligatures and full width', 'ﬁle ＮＯ．７', 'file no.7'],
    ['Hangul typed as jamo', '한국'.normalize('NFD'), '한국'],
    ['kana voicing stays, half width does not', 'がｶﾞ', 'がガ'],
    ['Kangxi radicals that PDFs give for ideographs', '⽇本', '日本'],
    ['Indic vowel signs stay', 'हिन्दी', 'हिन्दी'],
    ['quotes and dashes', '“x” ‘y’ – 5−3', '"x" \'y\' - 5-3'],
    ['soft hyphens and characters without width', 'co\u00adop \ufeffa\u200bb', 'coop ab'],
    ['accents printed before their letter by old TeX', 'na¨ıve', 'naive'],
  ])('%s', (_rule, text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it.each([
    ['a word broken at the end of a line is one word', 'ves-\nsel', 'vessel'],
    ['… also with blanks and a carriage return around the break', 'ves- \r\n  sel', 'vessel'],
    [
      '… and when PDFium marks the hyphen as soft',
      'compre\ufffe\r\nhensive and compre\ufffehensive',
      'comprehensive and comprehensive',
    ],
    ['a compound keeps its hyphens', 'ship-to-\nship', 'ship-to-\nship'],
    ['… wherever the line ends', 'ship-\nto-ship', 'ship-\nto-ship'],
    ['a name or number after the break is no continuation', 'IMO-\nNumber 5-\n7', 'imo-\nnumber 5-\n7'],
  ])('%s', (_rule, text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('leads back to the original characters, marks included', () => {
    const text = 'Das e\u0301 im ﬁle-\nname';
    const fold = foldText(text);
    const at = fold.folded.indexOf('e');
    const range = originalRange(fold, at, at + 1);
    expect(text.slice(range.start, range.end)).toBe('e\u0301');
    const file = originalRange(fold, fold.folded.indexOf('i', 7), fold.folded.length);
    expect(text.slice(file.start, file.end)).toBe('ﬁle-\nname');
  });

  it('has places that never go backwards and lie within the text', () => {
    fc.assert(
      fc.property(awkward, text => {
        const { folded: result, starts, ends } = foldText(text);
        expect([starts.length, ends.length]).toEqual([result.length, result.length]);
        for (let at = 0; at < result.length; at += 1) {
          expect(starts[at]).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
          expect(ends[at]).toBeGreaterThanOrEqual(ends[at - 1] ?? 0);
          expect(ends[at]).toBeGreaterThan(starts[at] ?? 0);
          expect(ends[at]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('loses no letter or digit of plain text: every one is inside some place', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcXYZ019 .,;\n한국日本жщ'), maxLength: 80 }), text => {
        const { starts, ends } = foldText(text);
        const covered = new Set<number>();
        starts.forEach((start, at) => {
          for (let place = start; place < (ends[at] ?? 0); place += 1) covered.add(place);
        });
        for (const match of text.matchAll(/[\p{L}\p{N}]/gu)) expect(covered.has(match.index)).toBe(true);
      }),
    );
  });

  it('is the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'éüñйёїガば한국ệǿ'), maxLength: 20 }), text => {
        expect(folded(text.normalize('NFD'))).toBe(folded(text.normalize('NFC')));
      }),
    );
  });
});
