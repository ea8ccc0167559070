/** Coordinates in the notations of charts, ship's papers and the press of the region. As printed; the datum is not in them. */
import { readCoordinates } from '../geo/index.ts';
import type { FoundProposal } from './proposal.ts';

const degree = '[°º˚]';
const minute = "[′'’ʹ]";
const second = "(?:[″\"”ʺ]|''|’’)";
/** One side: degrees, then minutes and seconds if given. A decimal comma is understood. */
const angle = `\\d{1,3}(?:${degree}|\\s|-)\\s?(?:\\d{1,2}(?:[.,]\\d+)?\\s?(?:${minute}|-)?\\s?(?:\\d{1,2}(?:[.,]\\d+)?\\s?${second}?)?)?`;
const decimal = `\\d{1,3}[.,]\\d{2,8}\\s?${degree}?`;
const eastAsianAngle =
  '\\d{1,3}\\s?[도度]\\s?(?:\\d{1,2}(?:[.,]\\d+)?\\s?[분分]\\s?(?:\\d{1,2}(?:[.,]\\d+)?\\s?[초秒])?)?';
const gap = '\\s{0,3}[,;/]?\\s{0,3}';
const north = '(?:북위|남위|北纬|南纬|北緯|南緯)';
const east = '(?:동경|서경|东经|西经|東経|西経|東經|西經)';

/** Where coordinates may stand in a text, by their shape; each says its hemispheres. What they say is read by `readCoordinates`. */
const SHAPES: readonly RegExp[] = [
  // 38°45′30″N 125°12′E, 38-45.5N 125-12.0E
  new RegExp(`(?<!\\d)${angle}\\s?[NS]${gap}${angle}\\s?[EW](?![A-Za-z])`, 'gu'),
  // N 38°45′ E 125°12′
  new RegExp(`(?<![A-Za-z])[NS]\\s?${angle}${gap}[EW]\\s?${angle}(?!\\d)`, 'gu'),
  // 38.7583 N, 125.2 E
  new RegExp(`(?<![\\d.])${decimal}\\s?[NS]${gap}${decimal}\\s?[EW](?![A-Za-z])`, 'gu'),
  // 3845N 12512E, 384530N 1251200E
  /(?<!\d)\d{4}(?:\d{2})?[NS]\s?\d{5}(?:\d{2})?[EW](?![A-Za-z])/gu,
  // 북위 38도 45분 30초 동경 125도 12분
  new RegExp(`${north}\\s?${eastAsianAngle}${gap}${east}\\s?${eastAsianAngle}`, 'gu'),
  // 北纬38°45′30″，东经125°12′
  new RegExp(`${north}\\s?${angle}[，,、]?${gap}${east}\\s?${angle}`, 'gu'),
  // 52S CH 12345 67890; three figures a side at least, so that no article number is a place
  /(?<![A-Za-z\d])(?:[1-9]|[1-5]\d|60)[C-HJ-NP-X]\s?[A-HJ-NP-Z][A-HJ-NP-V]\s?(?:\d{5}\s?\d{5}|\d{4}\s?\d{4}|\d{3}\s\d{3})(?![A-Za-z\d])/gu,
  // 8Q8GQ6M2+2X
  /(?<![A-Za-z\d])[2-9CFGHJMPQRVWX]{8}\+[2-9CFGHJMPQRVWX]{2,3}(?![A-Za-z\d])/gu,
];

export function findCoordinates(text: string): FoundProposal[] {
  const found: FoundProposal[] = [];
  for (const shape of SHAPES) {
    for (const match of text.matchAll(shape)) {
      const words = match[0].trimEnd();
      const read = readCoordinates(words);
      const place = read?.question === null ? read.readings[0] : undefined;
      if (place === undefined) continue;
      found.push({
        kind: 'place',
        start: match.index,
        end: match.index + words.length,
        words,
        value: `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`,
        sort: 'coordinates',
        note: 'Decimal degrees, computed from the words as printed; the datum is not stated.',
      });
    }
  }
  return found;
}
