/** Places that files claim: a picture's GPS, the points of a map file. Anyone can write them, so they stay apart from what is stated. */
import type { MapFeature } from '../../../shared/contract/map.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { isWorldDate } from '../../../shared/kernel/dateSpan.ts';
import type { ClaimingFile } from './positionSql.ts';

export function claimedFeatures({
  exhibitId,
  exhibitNumber: number,
  title,
  mediaType,
  places,
}: ClaimingFile): MapFeature[] {
  const isPicture = mediaType.startsWith('image/');
  return places.map(({ name, latitude, longitude, at }, index) => {
    const [fromOn, toOn] = claimedTimes(at);
    return {
      id: `${exhibitId}/${index}`,
      source: 'claimed',
      title: `${exhibitNumber(number)} · ${name ?? title}`,
      kindLabel: isPicture ? 'claimed by a picture' : 'claimed by a file',
      latitude,
      longitude,
      // The map formats are WGS 84 by definition; cameras write what their maker chose.
      datum: isPicture ? 'not stated' : 'WGS 84',
      original: `${latitude}, ${longitude}`,
      fromOn,
      toOn,
      entityId: null,
      statementId: null,
      entityIds: [],
      exhibitId,
      pageIndex: null,
      strength: null,
      citationCount: 0,
    };
  });
}

/** `2021-03-07T04:10:00Z`, `2021:03:07 04:10:00 UTC`, `… to …`. A clock without a zone says the day only. */
export function claimedTimes(at: string | null): [from: string | null, to: string | null] {
  if (at === null) return [null, null];
  const sides = at.split(' to ').map(claimedTime);
  return [sides[0] ?? null, sides.at(-1) ?? null];
}

function claimedTime(written: string): string | null {
  const match =
    /^(\d{4})[:-](\d{2})[:-](\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)\d*\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?/.exec(
      written.trim(),
    );
  if (!match) return isWorldDate(written.trim()) ? written.trim() : null;
  const [, year, month, day, clock, zone] = match;
  const date = `${year}-${month}-${day}`;
  const time = clock && zone ? `${date}T${clock}${zone === 'UTC' ? 'Z' : zone}` : date;
  return isWorldDate(time) ? time : null;
}
