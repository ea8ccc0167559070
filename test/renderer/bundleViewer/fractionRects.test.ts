import { expect, test } from 'vitest';
import { fractionRects } from '../../../renderer/bundleViewer/reader/highlightRects.ts';

const toViewport = (rotated: boolean) => ({
  viewBox: [10, 20, 210, 420],
  convertToViewportPoint: (x: number, y: number) => (rotated ? [y - 20, x - 10] : [x - 10, 420 - y]),
});

test('a recorded region lies where it was drawn, also on a page that is turned', () => {
  const rects = [{ x: 0.5, y: 0.25, w: 0.25, h: 0.1 }];
  const upright = fractionRects(rects, toViewport(false) as unknown as Parameters<typeof fractionRects>[1]);
  expect(upright).toEqual([{ left: 100, top: 100, width: 50, height: 40 }]);
  const turned = fractionRects(rects, toViewport(true) as unknown as Parameters<typeof fractionRects>[1]);
  expect(turned).toEqual([{ left: 260, top: 100, width: 40, height: 50 }]);
});
