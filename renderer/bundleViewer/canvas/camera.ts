/** Which part of a drawing is in view: pure steps of panning, zooming and fitting. */

export interface Camera {
  /** What lies at the left top corner of the view. */
  x: number;
  y: number;
  /** Pixels for a unit of the drawing. */
  scale: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Reach {
  least: number;
  most: number;
}

export const ZOOM_STEP = 1.4;

/** All of the box with a margin in pixels; a small box is not blown up beyond `most`. */
export function fitCamera(box: Box, { width, height }: Size, margin: number, { least, most }: Reach): Camera {
  const room = { width: Math.max(1, width - 2 * margin), height: Math.max(1, height - 2 * margin) };
  const wanted = Math.min(
    room.width / Math.max(1e-9, box.right - box.left),
    room.height / Math.max(1e-9, box.bottom - box.top),
  );
  const scale = clamp(wanted, least, most);
  return centreOn({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, { width, height }, scale);
}

export function centreOn(point: { x: number; y: number }, { width, height }: Size, scale: number): Camera {
  return { x: point.x - width / 2 / scale, y: point.y - height / 2 / scale, scale };
}

/** What is under the point stays there. */
export function zoomCamera(camera: Camera, factor: number, at: { x: number; y: number }, reach: Reach): Camera {
  const scale = clamp(camera.scale * factor, reach.least, reach.most);
  return {
    x: camera.x + at.x / camera.scale - at.x / scale,
    y: camera.y + at.y / camera.scale - at.y / scale,
    scale,
  };
}

export function panCamera(camera: Camera, byX: number, byY: number): Camera {
  return { ...camera, x: camera.x + byX / camera.scale, y: camera.y + byY / camera.scale };
}

/** The least move that brings a point into view, with room around it. */
export function reveal(camera: Camera, point: { x: number; y: number }, size: Size, room: number): Camera {
  const at = { x: (point.x - camera.x) * camera.scale, y: (point.y - camera.y) * camera.scale };
  const [roomX, roomY] = [Math.min(room, size.width / 3), Math.min(room, size.height / 3)];
  const isIn = at.x >= roomX && at.x <= size.width - roomX && at.y >= roomY && at.y <= size.height - roomY;
  return isIn ? camera : centreOn(point, size, camera.scale);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
