/** A feature as the map works with it: where it is drawn, and when it was. Pure. */
import type { MapFeature } from '../../../../shared/contract/map.ts';
import type { Strength } from '../../../../shared/domain/entity/entity.ts';
import { type Position, toWgs84 } from '../../../../shared/domain/geo/index.ts';
import { dateSpan } from '../../../../shared/kernel/dateSpan.ts';

export interface PlacedFeature extends MapFeature {
  /** In WGS 84, as the base map is: computed where another datum is stated. */
  drawn: Position;
  /** Ms UTC; null where no date is known, or that side is open. */
  span: { from: number | null; to: number | null; isExact: boolean } | null;
}

export function placed(feature: MapFeature): PlacedFeature {
  const { latitude, longitude, datum } = feature;
  return {
    ...feature,
    drawn: toWgs84({ latitude, longitude }, datum) ?? { latitude, longitude },
    span: spanOf(feature),
  };
}

/** Without an end it is taken for a moment: what is on a map was there then, and not ever after. */
function spanOf({ fromOn, toOn }: MapFeature): PlacedFeature['span'] {
  const start = dateSpan(fromOn ?? toOn ?? '');
  const end = dateSpan(toOn ?? fromOn ?? '');
  if (!start && !end) return null;
  return {
    from: start?.from ?? null,
    to: end?.to ?? null,
    isExact: start?.precision === 'time' && end?.precision === 'time' && end.to === (start.from ?? 0) + 1,
  };
}

export const sourceWords: Record<MapFeature['source'], string> = {
  event: 'Event',
  address: 'Address',
  claimed: 'Claimed by the file',
};

export const strengthWords: Record<Strength, string> = {
  confirmed: 'confirmed',
  probable: 'probable',
  possible: 'possible',
  contested: 'contested',
};
