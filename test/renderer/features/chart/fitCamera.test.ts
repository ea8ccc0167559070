/** All in sight: whatever the chart and the window, nothing is cut off, and nothing lies beneath legend and buttons. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitCamera } from '../../../../renderer/features/chart/canvas/fitCamera.ts';

const size = { width: 800, height: 676 };
const corners = { left: { width: 140, height: 104 }, right: { width: 104, height: 50 } };
const place = fc.integer({ min: -3000, max: 3000 });
const rooms = fc.array(
  fc.record({ x: place, y: place }).map(({ x, y }) => ({ left: x - 75, top: y - 24, right: x + 75, bottom: y + 68 })),
  { minLength: 1, maxLength: 20 },
);

test('every room is on the canvas and clear of the corners', () => {
  fc.assert(
    fc.property(rooms, all => {
      const camera = fitCamera(all, size, corners, 1.2);
      if (!camera) throw new Error('no camera');
      const { x, y, zoom } = camera;
      for (const room of all) {
        const [left, right] = [room.left * zoom + x, room.right * zoom + x];
        const [top, bottom] = [room.top * zoom + y, room.bottom * zoom + y];
        expect(Math.min(left, top, size.width - right, size.height - bottom)).toBeGreaterThan(0);
        expect(left < corners.left.width && bottom > size.height - corners.left.height).toBe(false);
        expect(right > size.width - corners.right.width && bottom > size.height - corners.right.height).toBe(false);
      }
    }),
  );
});

test('a single entity does not fill the wall, and of nothing there is no camera', () => {
  expect(fitCamera([{ left: -75, top: -24, right: 75, bottom: 68 }], size, corners, 1.2)?.zoom).toBe(1.2);
  expect(fitCamera([], size, corners, 1.2)).toBeNull();
});
