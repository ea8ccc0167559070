/** Where a picture's file says it was taken. A claim of the file, never checked: positions are typed in as easily as read. */
import type { ClaimedPlace } from '../../../../shared/domain/extraction.ts';
import { dateOf, hemisphereOf, rationals } from './pictureFacts.ts';
import { type PictureTag, type TagGroup, wordsOf } from './readTags.ts';

export function claimedPlaceOf(exif: TagGroup, warn: (sentence: string) => void): ClaimedPlace[] {
  if (exif['GPSLatitude'] === undefined && exif['GPSLongitude'] === undefined) return [];
  const latitude = angleOf(exif['GPSLatitude'], exif['GPSLatitudeRef'], 'N', 'S');
  const longitude = angleOf(exif['GPSLongitude'], exif['GPSLongitudeRef'], 'E', 'W');
  if (latitude === null || longitude === null) {
    warn('The picture’s file gives a position that is incomplete or not readable; no place was made of it.');
    return [];
  }
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    warn('The picture’s file gives a position that is nowhere on Earth; no place was made of it.');
    return [];
  }
  if (latitude === 0 && longitude === 0)
    warn('The picture’s file gives the position 0° N, 0° E, as devices do that had none.');
  return [{ name: null, latitude, longitude, altitudeM: altitudeOf(exif), at: timeOf(exif) }];
}

/** Null without a hemisphere: half of all guesses would be wrong. */
function angleOf(
  angle: PictureTag | undefined,
  reference: PictureTag | undefined,
  positive: 'N' | 'E',
  negative: 'S' | 'W',
): number | null {
  const parts = rationals(angle);
  const hemisphere = hemisphereOf(reference);
  if (parts === null || (hemisphere !== positive && hemisphere !== negative)) return null;
  const [degrees = 0, minutes = 0, seconds = 0] = parts;
  const value = degrees + minutes / 60 + seconds / 3600;
  if (value === 0) return 0;
  return Math.round((hemisphere === negative ? -value : value) * 1e7) / 1e7;
}

function altitudeOf(exif: TagGroup): number | null {
  const value = exif['GPSAltitude']?.value;
  const metres = Array.isArray(value) ? Number(value[0]) / Number(value[1]) : Number.NaN;
  if (!Number.isFinite(metres)) return null;
  const isBelow = Number(exif['GPSAltitudeRef']?.value) === 1;
  return Math.round((isBelow ? -metres : metres) * 100) / 100;
}

/** The satellites' own time, which is UTC; else the camera's, as written. */
function timeOf(exif: TagGroup): string | null {
  const date = wordsOf(exif, 'GPSDateStamp');
  const time = rationals(exif['GPSTimeStamp']);
  if (date !== undefined && time !== null) {
    const clock = time.map(part => String(Math.floor(part)).padStart(2, '0')).join(':');
    return `${date} ${clock} UTC`.slice(0, 60);
  }
  return dateOf(exif, 'DateTimeOriginal', 'SubSecTimeOriginal', 'OffsetTimeOriginal')?.slice(0, 60) ?? null;
}
