/** GeoJSON (RFC 7946): a feature an entity that has a place; the entity itself goes along as FollowTheMoney, under `ftm`. */
import type { LeavingEntities } from './interchangeEntity.ts';
import { placeOf } from './placed.ts';
import { ftmObject } from './writeFtm.ts';

export function* writeGeoJson(source: LeavingEntities): Generator<string> {
  yield '{"type":"FeatureCollection","features":[';
  let comma = '\n';
  for (const entity of source.entities()) {
    const place = placeOf(entity);
    if (!place) continue;
    const points = place.fixes.map(({ latitude, longitude }) => [longitude, latitude]);
    const [only] = points;
    const feature = {
      type: 'Feature',
      id: entity.id,
      geometry:
        points.length === 1 ? { type: 'Point', coordinates: only } : { type: 'MultiPoint', coordinates: points },
      properties: {
        name: entity.caption,
        schema: entity.schema,
        ...(place.on ? { date: place.on } : {}),
        ...(place.from ? { startDate: place.from } : {}),
        ...(place.to ? { endDate: place.to } : {}),
        ftm: ftmObject(entity),
      },
    };
    yield comma + JSON.stringify(feature);
    comma = ',\n';
  }
  yield '\n]}\n';
}
