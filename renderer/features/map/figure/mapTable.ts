/** The table that is equal to the map: the same rows on the screen, in a figure, and for those who do not see the picture. Pure. */
import type { EntityChip } from '../../../../shared/domain/entity/entity.ts';
import { dateWords } from '../../../../shared/domain/entity/caption.ts';
import type { FigureTable } from '../../../../shared/domain/figure.ts';
import { writeCoordinates, type WrittenNotation } from '../../../../shared/domain/geo/index.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import { type PlacedFeature, sourceWords } from '../mark/featureFacts.ts';
import { bearingWords } from '../panels/MeasurePanel.tsx';
import { DAY_MS, dayOf, extentOf } from '../time/timeFilter.ts';
import { durationWords, speedWords, type Track, type TrackLeg } from '../track/track.ts';

/** In the order of time, what has no date last. */
export function inOrder(features: readonly PlacedFeature[]): PlacedFeature[] {
  const key = ({ span }: PlacedFeature) => span?.from ?? span?.to ?? Number.POSITIVE_INFINITY;
  return [...features].sort((left, right) => key(left) - key(right) || left.title.localeCompare(right.title));
}

export function whenWords({ fromOn, toOn }: Pick<PlacedFeature, 'fromOn' | 'toOn'>): string {
  if (fromOn === null && toOn === null) return 'no date';
  if (fromOn === null) return `until ${dateWords(toOn ?? '')}`;
  return toOn === null || toOn === fromOn ? dateWords(fromOn) : `${dateWords(fromOn)} to ${dateWords(toOn)}`;
}

export function kindWords({
  source,
  kindLabel,
  strength,
}: Pick<PlacedFeature, 'source' | 'kindLabel' | 'strength'>): string {
  const kind = source === 'claimed' ? `${kindLabel}, not verified` : kindLabel || sourceWords[source];
  return strength === null ? kind : `${kind}, ${strength}`;
}

export function whoWords(
  { entityIds }: Pick<PlacedFeature, 'entityIds'>,
  chips: ReadonlyMap<EntityId, EntityChip>,
): string {
  return entityIds.flatMap(id => chips.get(id)?.caption ?? []).join('; ');
}

/** `38°45.500′N 125°12.000′E`, in the datum as stated. */
export function positionWords({ latitude, longitude }: PlacedFeature, notation: WrittenNotation): string {
  return writeCoordinates({ latitude, longitude }, notation);
}

export function legWords(leg: TrackLeg): string {
  const notes = [leg.isGap && 'gap', leg.isImpossible && 'faster than possible: an indicator, not a finding'].filter(
    Boolean,
  );
  return [`${leg.nm.toFixed(1)} nm`, bearingWords(leg.bearing), durationWords(leg), speedWords(leg), ...notes].join(
    ', ',
  );
}

/** How each stop of the track was reached, by the id of the feature. */
export function legsInto(track: Track | null): ReadonlyMap<string, TrackLeg> {
  return new Map((track?.legs ?? []).map(leg => [leg.to.id, leg]));
}

export function figureTable(
  features: readonly PlacedFeature[],
  chips: ReadonlyMap<EntityId, EntityChip>,
  notation: WrittenNotation,
  track: Track | null,
): FigureTable {
  const legs = legsInto(track);
  const columns = ['What', 'Kind', 'When', 'Position', 'As printed', 'Datum', 'Who'];
  return {
    columns: track
      ? [...columns, `Since the place before of ${chips.get(track.entityId)?.caption ?? 'the track'}`]
      : columns,
    rows: inOrder(features).map(feature => {
      const leg = legs.get(feature.id);
      const row = [
        feature.title,
        kindWords(feature),
        whenWords(feature),
        positionWords(feature, notation),
        feature.original,
        feature.datum,
        whoWords(feature, chips),
      ];
      return (track ? [...row, leg ? legWords(leg) : ''] : row).map(cell => cell.slice(0, 4000));
    }),
  };
}

export function proposedCaption(features: readonly PlacedFeature[]): string {
  const events = features.filter(feature => feature.source === 'event').length;
  const what = events > 0 ? `${events} ${events === 1 ? 'event' : 'events'}` : `${features.length} places`;
  const extent = extentOf(features);
  return `Map of ${what}${extent ? `, ${stretchWords(dayOf(extent.from), dayOf(extent.to - DAY_MS))}` : ''}`;
}

/** `2026`, `15 March 2026`, `10 January 2026 to 17 March 2026`. */
function stretchWords(from: string, to: string): string {
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  return from === to ? dateWords(from) : `${dateWords(from)} to ${dateWords(to)}`;
}

const MOST_NAMED = 12;

export function proposedAltText(features: readonly PlacedFeature[], notation: WrittenNotation): string {
  const named = inOrder(features)
    .slice(0, MOST_NAMED)
    .map(feature => `${feature.title} (${whenWords(feature)}) at ${positionWords(feature, notation)}`);
  const more = features.length > MOST_NAMED ? `; and ${features.length - MOST_NAMED} more, listed in the table` : '';
  return `Map with ${features.length} ${features.length === 1 ? 'mark' : 'marks'}: ${named.join('; ')}${more}.`.slice(
    0,
    2000,
  );
}
