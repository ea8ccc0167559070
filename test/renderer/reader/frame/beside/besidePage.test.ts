// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { BesidePage } from '../../../../../renderer/reader/frame/beside/besidePage.ts';
import type { Page } from '../../../../../shared/domain/rendition.ts';
import { printPage } from '../words/printedPage.ts';

function recognised(lines: readonly string[], confidences: readonly number[]): Page {
  const { text, words } = printPage(lines);
  return {
    index: 2,
    label: null,
    text,
    widthPt: 595,
    heightPt: 842,
    method: 'ocr',
    confidence: 0.8,
    sheet: null,
    words: words.map((word, at) => ({ ...word, confidence: confidences[at] ?? 1 })),
    languages: [],
  };
}

describe('the text beside a scan', () => {
  const page = new BesidePage(recognised(['The vessel', 'left'], [0.95, 0.4, 0.61]), 'p. 3', ['en']);

  test('is the page’s text letter for letter', () => expect(page.words?.textContent).toBe('The vessel\nleft'));

  test('tells of each word how sure it is, and shows those in doubt', () =>
    expect(
      [...page.element.querySelectorAll('.run > span')].map(word => [
        word.textContent,
        word.getAttribute('title'),
        word.className,
      ]),
    ).toEqual([
      ['The', 'Recognised, 95 % sure', ''],
      ['vessel', 'Recognised, 40 % sure', 'in-doubt'],
      ['left', 'Recognised, 61 % sure', ''],
    ]));

  test('a page without words says so, and holds none', () => {
    const empty = new BesidePage(recognised([''], []), 'p. 3', []);
    expect([empty.words, empty.element.textContent]).toEqual([
      null,
      'Text of p. 3No words were recognised on this page.',
    ]);
  });
});
