// Where words stand, as a reader would say it.
import { describe, expect, test } from 'vitest';
import { placeLabel } from '../../../shared/domain/place.ts';
import { printedPage } from '../../../shared/domain/rendition.ts';
import { sheetText } from '../../../shared/domain/sheet.ts';

const mail = {
  text: 'From: Broker <broker@example.invalid>\nTo: a@example.invalid;\n b@example.invalid\nDate: Tue, 10 Mar 2026 09:12:00 +0900\nSubject: Meeting at sea\n\nThe heron will be silent.\nDate: is not a header here',
  label: null,
  sheet: null,
};
const at = (words: string) => ({ start: mail.text.indexOf(words), end: mail.text.indexOf(words) + words.length });

describe('the place of words', () => {
  test.each([
    ['Tue, 10 Mar', 'header: Date'],
    ['b@example.invalid', 'header: To'],
    ['Broker', 'header: From'],
    ['silent', 'body'],
    ['is not a header', 'body'],
  ])('in a message: “%s” stands in %s', (words, place) => {
    expect(placeLabel(mail, at(words), 'message/rfc822')).toBe(place);
  });

  test('in a sheet is its cells, whatever the page', () => {
    const text = sheetText([
      ['Name', 'IMO'],
      ['FABULA HERON (exercise)', '9074729'],
    ]);
    const sheet = { name: 'Fleet', firstRow: 200, firstColumn: 2, isHidden: false };
    const start = text.indexOf('FABULA');
    expect(placeLabel({ text, label: 'Fleet', sheet }, { start, end: text.length }, 'text/csv')).toBe(
      'Fleet!C202:D202',
    );
  });

  test('elsewhere is the page as printed', () => {
    expect(placeLabel({ text: 'words', label: 'xii', sheet: null }, { start: 0, end: 5 }, 'application/pdf')).toBe(
      'xii',
    );
  });

  test('is printed without “p.” where it names more than a page', () => {
    expect(printedPage({ index: 2, label: 'Fleet!C202' }, 'part')).toBe('Fleet!C202');
    expect(printedPage({ index: 0, label: 'header: Date' }, 'part')).toBe('header: Date');
    expect(printedPage({ index: 0, label: 'body' }, 'part')).toBe('body');
    expect(printedPage({ index: 2, label: 'Crew list' }, 'sheet')).toBe('Crew list');
    expect(printedPage({ index: 13, label: 'xii' })).toBe('p. xii (PDF 14)');
    expect(printedPage({ index: 13, label: '14' })).toBe('p. 14');
  });
});
