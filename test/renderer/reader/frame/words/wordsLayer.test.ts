// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WordsLayer } from '../../../../../renderer/reader/frame/words/wordsLayer.ts';
import { printPage } from './printedPage.ts';

const widthOf = (letters: string) => letters.length / 2;

function layerOf(lines: readonly string[], more: { text?: string } = {}): WordsLayer {
  return new WordsLayer({ index: 3, ...printPage(lines), ...more }, 0.7, widthOf);
}

describe('the layer of recognised words', () => {
  test('holds the page’s text letter for letter, whatever lies between its words', () =>
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^ {0,2}[a-z]{0,6}( {1,3}[a-z가-힣]{1,6}){0,3} {0,2}$/), { maxLength: 5 }),
        lines => {
          expect(layerOf(lines).layer.text).toBe(lines.join('\n'));
        },
      ),
      { numRuns: 100 },
    ));

  test('text that no box holds is in it all the same: the engine’s boxes are bounded, the text is not', () =>
    expect(layerOf(['one two'], { text: 'one two and more' }).layer.text).toBe('one two and more'));

  test('a word is stretched from its natural width to its box', () => {
    const [span] = layerOf(['vessel']).element.children;
    const style = span instanceof HTMLElement ? span.style : null;
    expect([style?.left, style?.top]).toEqual(['10%', '10%']);
    expect(Number.parseFloat(style?.getPropertyValue('--letter') ?? '')).toBeCloseTo(1.8, 6);
    // 6 letters of 0.02 of a width of 0.7 heights, by 3 em of 0.9 of 0.02 heights.
    expect(Number(style?.getPropertyValue('--stretch'))).toBeCloseTo((0.12 * 0.7) / (3 * 0.018), 6);
  });

  test('on a page shown on its side it has the page’s other measures', () => {
    const page = document.createElement('div');
    const layer = layerOf(['vessel']);
    layer.layOn(page, 90);
    const { width, height, transform } = layer.element.style;
    expect([Number.parseFloat(width), Number.parseFloat(height), transform]).toEqual([
      expect.closeTo(70, 6),
      expect.closeTo(142.857, 2),
      'translate(-50%, -50%) rotate(90deg)',
    ]);
    expect(page.firstChild).toBe(layer.element);
  });

  test('what is selected has one bar a line, and none when it is let go', () => {
    const layer = layerOf(['The vessel', 'left']);
    const bars = () => layer.element.querySelectorAll('.words-selected > div').length;
    layer.showSelected({ start: 4, end: 15 });
    const shown = bars();
    layer.showSelected(null);
    expect([shown, bars()]).toEqual([2, 0]);
  });
});
