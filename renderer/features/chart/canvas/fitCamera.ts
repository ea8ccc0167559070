/** From where all of a chart is in sight, names included, and nothing lies beneath what stands over the canvas. Pure. */
import type { Point } from '../../../../shared/domain/chart/index.ts';
import type { Box } from '../../../../shared/domain/chart/layout/positions.ts';

export interface Size {
  width: number;
  height: number;
}

/** Of the lower corners, in pixels of the screen. */
export interface Corners {
  left: Size;
  right: Size;
}

const MARGIN = 16;

/** `rooms`: what each node takes with its name. A handful of entities need not fill the wall: `nearest`. */
export function fitCamera(
  rooms: readonly Box[],
  size: Size,
  corners: Corners,
  nearest: number,
): (Point & { zoom: number }) | null {
  const all = boxOf(rooms);
  if (!all) return null;
  const { left, right } = corners;
  const lower = Math.max(left.height, right.height);
  // The whole of the canvas if the corners stay free, else beside or above what stands in them, whichever is nearer.
  const frames = [
    { left: 0, right: 0, bottom: 0 },
    { left: left.width, right: 0, bottom: 0 },
    { left: left.width, right: right.width, bottom: 0 },
    { left: left.width, right: 0, bottom: right.height },
    { left: 0, right: 0, bottom: lower },
  ];
  const cameras = frames.map(frame => within(all, size, frame, nearest));
  const free = cameras.filter(camera => !rooms.some(room => isCovered(room, camera, size, corners)));
  return (
    free.reduce<(Point & { zoom: number }) | null>(
      (best, camera) => (best && best.zoom >= camera.zoom ? best : camera),
      null,
    ) ?? (cameras.at(-1) as Point & { zoom: number })
  );
}

function within(
  all: Box,
  { width, height }: Size,
  frame: { left: number; right: number; bottom: number },
  nearest: number,
): Point & { zoom: number } {
  const roomX = Math.max(1, width - frame.left - frame.right - 2 * MARGIN);
  const roomY = Math.max(1, height - frame.bottom - 2 * MARGIN);
  const zoom = Math.min(nearest, roomX / (all.right - all.left), roomY / (all.bottom - all.top));
  return {
    zoom,
    x: frame.left + MARGIN + roomX / 2 - ((all.left + all.right) / 2) * zoom,
    y: MARGIN + roomY / 2 - ((all.top + all.bottom) / 2) * zoom,
  };
}

function isCovered(room: Box, { x, y, zoom }: Point & { zoom: number }, size: Size, { left, right }: Corners): boolean {
  const bottom = room.bottom * zoom + y;
  return (
    (room.left * zoom + x < left.width && bottom > size.height - left.height) ||
    (room.right * zoom + x > size.width - right.width && bottom > size.height - right.height)
  );
}

function boxOf(rooms: readonly Box[]): Box | null {
  const [first] = rooms;
  if (!first) return null;
  // Thousands are too many for the arguments of one call.
  return rooms.reduce(
    (all, { left, top, right, bottom }) => ({
      left: Math.min(all.left, left),
      top: Math.min(all.top, top),
      right: Math.max(all.right, right),
      bottom: Math.max(all.bottom, bottom),
    }),
    first,
  );
}
