// Where words stand, as a reader would say it, and how that is printed.
import { describe, expect, test } from 'vitest';
import { type PlacedWords, placeLabel } from '../../../shared/domain/place.ts';
import { pageKindOf, printedPage } from '../../../shared/domain/rendition.ts';
import { sheetText } from '../../../shared/domain/sheet.ts';

const mail = {
  index: 0,
  text: 'From: Broker <broker@example.invalid>\nTo: a@example.invalid;\n b@example.invalid\nDate: Tue, 10 Mar 2026 09:12:00 +0900\nSubject: Meeting at sea\n\nThe heron will be silent.\nDate: is not a header here',
  label: null,
  sheet: null,
};
function spanOf(text: string, words: string): PlacedWords {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

describe('the place of words', () => {
  test.each([
    ['Tue, 10 Mar', 'header: Date'],
    ['b@example.invalid', 'header: To'],
    ['Broker', 'header: From'],
    ['09:12:00 +0900\nSubject: Meeting', 'header: Date, Subject'],
    [mail.text, 'header: From, To, Date …'],
    ['silent', 'body'],
    ['is not a header', 'body'],
  ])('in a message: “%s” stands in %s', (words, place) => {
    expect(placeLabel(mail, spanOf(mail.text, words), 'message/rfc822')).toBe(place);
  });

  test('in a long message names the part of the body', () => {
    const second = { ...mail, index: 1, text: 'From: quoted\nTo: quoted\n\nthe rest' };
    expect(placeLabel(second, spanOf(second.text, 'rest'), 'message/rfc822')).toBe('body, part 2');
  });

  test('in a text that only looks like a message is the page', () => {
    expect(placeLabel({ ...mail, label: '3' }, spanOf(mail.text, 'Broker'), 'text/plain')).toBe('3');
  });

  test('in a sheet is its cells, whatever the page', () => {
    const text = sheetText([
      ['Name', 'IMO', 'Flag'],
      ['FABULA HERON (exercise)', '9074729', 'XX'],
      ['FABULA IBIS (exercise)', '', 'XY'],
    ]);
    const page = {
      index: 3,
      text,
      label: 'Fleet',
      sheet: { name: 'Fleet', firstRow: 200, firstColumn: 2, isHidden: false },
    };
    const start = text.indexOf('FABULA');
    expect(placeLabel(page, { start, end: text.indexOf('\tXX') }, 'text/csv')).toBe('Fleet!C202:D202');
    expect(placeLabel(page, spanOf(text, '074'), 'text/csv')).toBe('Fleet!D202');
  });

  test('of a rectangle of cells is the rectangle, though its last cell is empty', () => {
    const text = sheetText([
      ['a', 'b', 'c'],
      ['d', '', 'f'],
    ]);
    const page = { index: 0, text, label: 'S', sheet: { name: 'S', firstRow: 0, firstColumn: 0, isHidden: false } };
    expect(placeLabel(page, { start: 0, end: text.indexOf('d') + 1, exact: 'a\tb\nd' }, 'text/csv')).toBe('S!A1:B2');
  });

  test('elsewhere is the page as printed', () => {
    expect(
      placeLabel({ index: 13, text: 'words', label: 'xii', sheet: null }, { start: 0, end: 5 }, 'application/pdf'),
    ).toBe('xii');
  });
});

describe('a place in print', () => {
  test('has no “p.” where it names more than a page', () => {
    expect(printedPage({ index: 2, label: 'Fleet!C202' }, 'part')).toBe('Fleet!C202');
    expect(printedPage({ index: 2, label: 'Crew list!B4:C9' })).toBe('Crew list!B4:C9');
    expect(printedPage({ index: 0, label: 'header: Date' }, 'part')).toBe('header: Date');
    expect(printedPage({ index: 0, label: 'body' }, 'part')).toBe('body');
  });

  test('of a whole sheet is its name and part; of paper, the page', () => {
    expect(printedPage({ index: 2, label: 'Crew list' }, pageKindOf('text/csv'))).toBe('Crew list (part 3)');
    expect(printedPage({ index: 13, label: 'xii' }, pageKindOf('application/pdf'))).toBe('p. xii (PDF 14)');
    expect(printedPage({ index: 13, label: 'xii' }, pageKindOf('text/plain'))).toBe('p. xii (part 14)');
    expect(printedPage({ index: 13, label: '14' })).toBe('p. 14');
  });
});
