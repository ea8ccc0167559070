import { describe, expect, test } from 'vitest';
import { howItWasRead } from '../../../../../renderer/reader/frame/beside/readingNote.ts';
import { printPage } from '../words/printedPage.ts';

const { text, words } = printPage(['The vessel left']);
const unsure = words.map((word, at) => ({ ...word, confidence: at === 0 ? 0.59 : 0.6 }));

describe('how a page was read', () => {
  test.each([
    [{ method: 'text-layer', text, words: null, confidence: null }, 'As the document itself gives it.'],
    [{ method: 'converted', text, words: null, confidence: null }, 'Converted from the document.'],
    [{ method: 'none', text: '', words: null, confidence: null }, 'No text was read from this page.'],
    [{ method: 'ocr', text: ' ', words: [], confidence: null }, 'No words were recognised on this page.'],
    [
      { method: 'ocr', text, words, confidence: 0.938 },
      'Recognised, 94 % sure. Compare with the picture before you quote.',
    ],
    [
      { method: 'ocr', text, words: unsure, confidence: 0.7 },
      'Recognised, 70 % sure; one word is in doubt (dotted). Compare with the picture before you quote.',
    ],
  ] as const)('%o', (page, sentence) =>
    expect(howItWasRead({ ...page, words: page.words === null ? null : [...page.words] })).toBe(sentence),
  );
});
