/** KML 2.2: a placemark an entity that has a place, with its time; the entity itself goes along as FollowTheMoney. */
import { dateSpan } from '../../kernel/dateSpan.ts';
import type { LeavingEntities, LeavingEntity } from './interchangeEntity.ts';
import { type Fix, type LeavingPlace, placeOf } from './placed.ts';
import { ftmObject } from './writeFtm.ts';
import { XML_HEAD, xmlAttributes, xmlText } from './xml.ts';

export const FTM_DATA = 'ftm';

export function* writeKml(source: LeavingEntities): Generator<string> {
  yield `${XML_HEAD}<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n`;
  for (const entity of source.entities()) {
    const place = placeOf(entity);
    if (place) yield placemark(place);
  }
  yield '</Document>\n</kml>\n';
}

function placemark({ entity, fixes, on, from, to }: LeavingPlace): string {
  const parts = [
    `<name>${xmlText(entity.caption)}</name>`,
    timeOf(on, from, to),
    `<ExtendedData>${data('schema', entity.schema)}${valueData(entity)}${data(FTM_DATA, JSON.stringify(ftmObject(entity)))}</ExtendedData>`,
    geometry(fixes),
  ];
  return `<Placemark>${parts.join('')}</Placemark>\n`;
}

function data(name: string, value: string): string {
  return `<Data${xmlAttributes({ name })}><value>${xmlText(value)}</value></Data>`;
}

/** For whoever looks at it in a map program. */
function valueData({ values }: LeavingEntity): string {
  return values.map(({ property, value, target }) => data(property, target?.caption ?? value)).join('');
}

function geometry(fixes: readonly Fix[]): string {
  const points = fixes.map(
    ({ longitude, latitude }) => `<Point><coordinates>${longitude},${latitude}</coordinates></Point>`,
  );
  return points.length === 1 ? (points[0] ?? '') : `<MultiGeometry>${points.join('')}</MultiGeometry>`;
}

/** KML knows years, months, days and instants; of a date that is only about, its bounds. */
function timeOf(on: string | null, from: string | null, to: string | null): string {
  if (on !== null && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(on)) return `<TimeStamp><when>${on}</when></TimeStamp>`;
  const begin = bound(from ?? on, 'from');
  const end = bound(to ?? on, 'to');
  if (begin === null && end === null) return '';
  const tag = (name: string, value: string | null) => (value === null ? '' : `<${name}>${value}</${name}>`);
  return `<TimeSpan>${tag('begin', begin)}${tag('end', end)}</TimeSpan>`;
}

function bound(date: string | null, side: 'from' | 'to'): string | null {
  const at = date === null ? null : (dateSpan(date)?.[side] ?? null);
  return at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z');
}
