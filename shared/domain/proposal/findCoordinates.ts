/** Coordinates in the notations of charts, ship's papers and the press of the region. As printed; the datum is not in them. */
import type { FoundProposal } from './proposal.ts';

const degree = '[°º˚]';
const minute = "[′'’ʹ]";
const second = "(?:[″\"”ʺ]|''|’’)";
/** One side: degrees, then minutes and seconds if given. A decimal comma is understood. */
const angle = `(\\d{1,3})(?:${degree}|\\s|-)\\s?(?:(\\d{1,2}(?:[.,]\\d+)?)\\s?${minute}?\\s?(?:(\\d{1,2}(?:[.,]\\d+)?)\\s?${second}?)?)?`;
const decimal = `(\\d{1,3}[.,]\\d{2,8})\\s?${degree}?`;
const eastAsianAngle =
  '(\\d{1,3})\\s?[도度]\\s?(?:(\\d{1,2}(?:[.,]\\d+)?)\\s?[분分]\\s?(?:(\\d{1,2}(?:[.,]\\d+)?)\\s?[초秒])?)?';
const gap = '\\s{0,3}[,;/]?\\s{0,3}';

interface Notation {
  pattern: RegExp;
  read(groups: readonly (string | undefined)[]): { latitude: number; longitude: number } | null;
}

const NOTATIONS: readonly Notation[] = [
  // 38°45′30″N 125°12′E, 38-45.5N 125-12.0E
  {
    pattern: new RegExp(`(?<!\\d)${angle}\\s?([NS])${gap}${angle}\\s?([EW])(?![A-Za-z])`, 'gu'),
    read: ([d, m, s, ns, d2, m2, s2, ew]) => signed(sexagesimal(d, m, s), ns, sexagesimal(d2, m2, s2), ew),
  },
  // N 38°45′ E 125°12′
  {
    pattern: new RegExp(`(?<![A-Za-z])([NS])\\s?${angle}${gap}([EW])\\s?${angle}(?!\\d)`, 'gu'),
    read: ([ns, d, m, s, ew, d2, m2, s2]) => signed(sexagesimal(d, m, s), ns, sexagesimal(d2, m2, s2), ew),
  },
  // 38.7583 N, 125.2 E
  {
    pattern: new RegExp(`(?<![\\d.])${decimal}\\s?([NS])${gap}${decimal}\\s?([EW])(?![A-Za-z])`, 'gu'),
    read: ([lat, ns, lon, ew]) => signed(number(lat), ns, number(lon), ew),
  },
  // 3845N 12512E, 384530N 1251200E
  {
    pattern: /(?<!\d)(\d{2})(\d{2})(\d{2})?([NS])\s?(\d{3})(\d{2})(\d{2})?([EW])(?![A-Za-z])/gu,
    read: ([d, m, s, ns, d2, m2, s2, ew]) => signed(sexagesimal(d, m, s), ns, sexagesimal(d2, m2, s2), ew),
  },
  // 북위 38도 45분 30초 동경 125도 12분
  {
    pattern: new RegExp(
      `(북위|남위|北纬|南纬|北緯|南緯)\\s?${eastAsianAngle}${gap}(동경|서경|东经|西经|東経|西経|東經|西經)\\s?${eastAsianAngle}`,
      'gu',
    ),
    read: readEastAsian,
  },
  // 北纬38°45′30″，东经125°12′
  {
    pattern: new RegExp(
      `(북위|남위|北纬|南纬|北緯|南緯)\\s?${angle}[，,、]?${gap}(동경|서경|东经|西经|東経|西経|東經|西經)\\s?${angle}`,
      'gu',
    ),
    read: readEastAsian,
  },
];

function readEastAsian([ns, d, m, s, ew, d2, m2, s2]: (string | undefined)[]): ReturnType<typeof signed> {
  const latitude = /남|南/.test(ns ?? '') ? 'S' : 'N';
  const longitude = /서|西/.test(ew ?? '') ? 'W' : 'E';
  return signed(sexagesimal(d, m, s), latitude, sexagesimal(d2, m2, s2), longitude);
}

export function findCoordinates(text: string): FoundProposal[] {
  const found: FoundProposal[] = [];
  for (const { pattern, read } of NOTATIONS) {
    for (const match of text.matchAll(pattern)) {
      const place = read(match.slice(1));
      if (place === null) continue;
      const start = match.index;
      const words = match[0].trimEnd();
      found.push({
        kind: 'place',
        start,
        end: start + words.length,
        words,
        value: `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`,
        sort: 'coordinates',
        note: 'Decimal degrees, computed from the words as printed; the datum is not stated.',
      });
    }
  }
  return found;
}

function number(text: string | undefined): number {
  return Number((text ?? '0').replace(',', '.'));
}

/** Null where minutes or seconds are none. */
function sexagesimal(degrees?: string, minutes?: string, seconds?: string): number | null {
  const [m, s] = [number(minutes), number(seconds)];
  return m >= 60 || s >= 60 ? null : number(degrees) + m / 60 + s / 3600;
}

function signed(
  latitude: number | null,
  northSouth: string | undefined,
  longitude: number | null,
  eastWest: string | undefined,
): { latitude: number; longitude: number } | null {
  if (latitude === null || longitude === null || latitude > 90 || longitude > 180) return null;
  return {
    latitude: northSouth === 'S' ? -latitude : latitude,
    longitude: eastWest === 'W' ? -longitude : longitude,
  };
}
