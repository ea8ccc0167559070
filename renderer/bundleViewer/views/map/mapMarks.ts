/** Which places stand where on the screen: those too near each other as one mark with their number. Pure. */
import type { BundlePlace } from '../../../../shared/domain/bundle/bundleMap.ts';
import { toWgs84 } from '../../../../shared/domain/geo/datum.ts';
import type { Camera, Size } from '../../canvas/camera.ts';
import { type Point, toPoint } from './mercator.ts';

/** A place on the map; in another datum than the map's it is moved there. */
export interface PlacedPlace {
  place: BundlePlace;
  at: Point;
}

export interface Mark {
  key: string;
  places: PlacedPlace[];
  x: number;
  y: number;
  /** The words beside it, where there is room for them. */
  label: string | null;
}

export function placed(places: readonly BundlePlace[], middle: number): PlacedPlace[] {
  return places.map(place => {
    const { latitude, longitude } = toWgs84(place, place.datum) ?? place;
    return { place, at: toPoint(longitude, latitude, middle) };
  });
}

/** Nearer than this, two marks cannot be told apart or pressed. */
const APART_PX = 18;
const LABEL_PX = 150;
const LABEL_HEIGHT = 18;

export function marksOf(places: readonly PlacedPlace[], camera: Camera, { width, height }: Size): Mark[] {
  const marks: Mark[] = [];
  for (const one of places) {
    const [x, y] = [(one.at.x - camera.x) * camera.scale, (one.at.y - camera.y) * camera.scale];
    if (x < -APART_PX || y < -APART_PX || x > width + APART_PX || y > height + APART_PX) continue;
    const near = marks.find(mark => Math.hypot(mark.x - x, mark.y - y) < APART_PX);
    if (near) near.places.push(one);
    else marks.push({ key: one.place.id, places: [one], x, y, label: null });
  }
  return named(marks, width);
}

function named(marks: Mark[], width: number): Mark[] {
  const taken = marks.map(({ x, y }) => ({ left: x - 9, top: y - 9, right: x + 9, bottom: y + 9 }));
  return marks.map(mark => {
    const [only] = mark.places;
    if (mark.places.length > 1 || !only || mark.x + 12 + LABEL_PX > width) return mark;
    const room = {
      left: mark.x + 11,
      top: mark.y - LABEL_HEIGHT / 2,
      right: mark.x + 11 + LABEL_PX,
      bottom: mark.y + LABEL_HEIGHT / 2,
    };
    const isFree = !taken.some(
      one => one.left < room.right && one.right > room.left && one.top < room.bottom && one.bottom > room.top,
    );
    if (!isFree) return mark;
    taken.push(room);
    return { ...mark, label: only.place.title };
  });
}
