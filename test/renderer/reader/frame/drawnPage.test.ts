// @vitest-environment jsdom
// When a page is drawn by the core: as sharp as it is shown, once, and never sharper than its own pixels.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PaneLink } from '../../../../renderer/reader/frame/paneLink.ts';
import { DrawnPaper } from '../../../../renderer/reader/frame/picture/drawnPage.ts';

beforeEach(() => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:page', revokeObjectURL: () => {} }));
  HTMLImageElement.prototype.decode = async () => {};
});

/** Draws a picture of 2000 × 3000 pixels, smaller where it must. */
function paperOf(natural = { width: 600, height: 900 }) {
  const asked: number[] = [];
  const draw: PaneLink['draw'] = async (_, maxPixels) => {
    asked.push(maxPixels);
    const shrunk = Math.min(1, Math.sqrt(maxPixels / 6_000_000));
    return {
      png: new Uint8Array(1),
      width: Math.floor(2000 * shrunk),
      height: Math.floor(3000 * shrunk),
      pageCount: 1,
    };
  };
  const link: PaneLink = { tell: () => {}, read: async () => new Uint8Array(), pages: async () => [], draw };
  return { paper: new DrawnPaper(0, natural, 'Scan', link), asked, link };
}

describe('a page that the core draws', () => {
  test('is drawn once, however often it comes into view', async () => {
    const { paper, asked } = paperOf();
    await paper.show(1);
    await paper.show(1);
    expect(asked).toEqual([2_000_000]);
  });

  test('is drawn sharper when it is shown larger, until there are no more pixels', async () => {
    const { paper, asked } = paperOf();
    for (const scale of [1, 2.4, 4, 8]) await paper.show(scale);
    expect(asked).toEqual([2_000_000, 3_110_400, 8_640_000]);
  });

  test('is let go far from the screen, and drawn again', async () => {
    const { paper, asked } = paperOf();
    await paper.show(1);
    paper.hide();
    expect(paper.element.querySelector('img')?.hasAttribute('src')).toBe(false);
    await paper.show(1);
    expect(asked).toHaveLength(2);
  });

  test('takes the shape that it is drawn in, where it lies on its side', async () => {
    const { paper } = paperOf({ width: 900, height: 600 });
    expect(await paper.show(1)).toBe(true);
    const { width, height } = paper.natural;
    expect([Math.round(width), Math.round(height)]).toEqual([600, 900]);
  });

  test('that cannot be drawn says why in its place', async () => {
    const { paper, link } = paperOf();
    link.draw = () => Promise.reject(new Error('The picture is too large to be drawn.'));
    await paper.show(1);
    expect(paper.element.textContent).toBe('The picture is too large to be drawn.');
  });
});
