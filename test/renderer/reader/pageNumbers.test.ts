import { describe, expect, test } from 'vitest';
import { findPage, pagePosition } from '../../../renderer/reader/pageNumbers.ts';

const labels = ['i', 'ii', 'iii', '1', '2', '3', 'A-1', null];

describe('the page that a person means', () => {
  test('a printed label comes before the count', () => {
    expect(findPage('2', labels, 8)).toBe(4);
    expect(findPage('ii', labels, 8)).toBe(1);
    expect(findPage('a-1', labels, 8)).toBe(6);
  });

  test('a number that no page prints is a count from 1', () => expect(findPage('8', labels, 8)).toBe(7));

  test('“PDF 2” and “#2” count outright', () => {
    expect([findPage('PDF 2', labels, 8), findPage('#2', labels, 8), findPage('p. 2', labels, 8)]).toEqual([1, 1, 4]);
  });

  test('a page that is not there is none', () => {
    expect(['', '0', '9', 'xxv', 'PDF 0', '-1'].map(text => findPage(text, labels, 8))).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test('labels of pages beyond the count are not offered', () => expect(findPage('A-1', labels, 3)).toBeNull());

  test('the position names label, place and total', () => {
    expect(pagePosition(1, labels, 212, 'PDF')).toBe('p. ii (PDF 2) of 212');
    expect(pagePosition(7, labels, 212, 'PDF')).toBe('p. 8 of 212');
  });
});
