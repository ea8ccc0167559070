/** The same content as the map, row by row, in the order of time. */
import { useState } from 'react';
import type { EntityChip } from '../../../shared/domain/entity/entity.ts';
import { writeCoordinates, type WrittenNotation } from '../../../shared/domain/geo/index.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import { Button, Empty, formatCount, Table, type TableColumn } from '../../ui/index.ts';
import { inOrder, kindWords, legsInto, legWords, positionWords, whenWords, whoWords } from './figure/mapTable.ts';
import type { PlacedFeature } from './mark/featureFacts.ts';
import { MarkSign } from './MarkSign.tsx';
import { impossibleWords, type Track, type TrackLimits } from './track/track.ts';

export interface MapTableProps {
  features: readonly PlacedFeature[];
  chips: ReadonlyMap<EntityId, EntityChip>;
  notation: WrittenNotation;
  track: Track | null;
  limits: TrackLimits;
  isLit(feature: PlacedFeature): boolean;
  onSelect(feature: PlacedFeature): void;
}

const ROWS_AT_ONCE = 200;

export function MapTable({ features, chips, notation, track, limits, isLit, onSelect }: MapTableProps) {
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const legs = legsInto(track);
  const columns: TableColumn<PlacedFeature>[] = [
    {
      id: 'what',
      label: 'What',
      width: '22%',
      cell: feature => (
        <button
          type="button"
          className="map-row-title"
          aria-pressed={isLit(feature)}
          onClick={event => {
            event.stopPropagation();
            onSelect(feature);
          }}
        >
          <MarkSign source={feature.source} strength={feature.strength} />
          <span dir="auto">{feature.title}</span>
        </button>
      ),
    },
    { id: 'kind', label: 'Kind', cell: kindWords },
    { id: 'when', label: 'When', cell: whenWords },
    {
      id: 'where',
      label: 'Position',
      width: '230px',
      cell: feature => <Where feature={feature} notation={notation} />,
    },
    {
      id: 'who',
      label: 'Who',
      cell: feature => <span dir="auto">{whoWords(feature, chips)}</span>,
    },
  ];
  if (track)
    columns.push({
      id: 'leg',
      label: 'Since the place before',
      width: '210px',
      cell: feature => {
        const leg = legs.get(feature.id);
        return leg && <span className={leg.isImpossible ? 'map-impossible' : undefined}>{legWords(leg)}</span>;
      },
    });
  return (
    <div className="map-table">
      {track && (
        <p className="position-soft">
          Track of {chips.get(track.entityId)?.caption}: speeds are computed between what is stated, along the great
          circle. {track.legs.some(leg => leg.isImpossible) && `Marked: ${impossibleWords(limits)}`}
        </p>
      )}
      <Table
        label="What is on the map"
        columns={columns}
        rows={inOrder(features).slice(0, most)}
        getKey={feature => feature.id}
        onActivate={onSelect}
        empty={
          <Empty title="Nothing is shown" text="The time or the kinds chosen leave nothing; choose more under View." />
        }
      />
      {features.length > most && (
        <Button kind="quiet" onPress={() => setMost(now => now + 5 * ROWS_AT_ONCE)}>
          Show more of {formatCount(features.length)}
        </Button>
      )}
    </div>
  );
}

/** As written in the notation chosen; as printed beneath, with the datum and what it comes to in WGS 84. */
function Where({ feature, notation }: { feature: PlacedFeature; notation: WrittenNotation }) {
  const { drawn, latitude, longitude, datum, original } = feature;
  const isComputed = drawn.latitude !== latitude || drawn.longitude !== longitude;
  return (
    <span className="map-where">
      <span className="position-figures">{positionWords(feature, notation)}</span>
      <span className="position-soft" dir="auto">
        “{original}”, {datum === 'not stated' ? 'datum not stated' : datum}
      </span>
      {isComputed && <span className="position-soft">WGS 84: {writeCoordinates(drawn, notation)}</span>}
    </span>
  );
}
