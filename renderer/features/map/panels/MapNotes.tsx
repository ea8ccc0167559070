/** What stands over and under the map in words: where one is, whose borders, and why nothing shows. */
import { Map as MapIcon } from 'lucide-react';
import { type Position, writeCoordinates, type WrittenNotation } from '../../../../shared/domain/geo/index.ts';
import { Empty } from '../../../ui/index.ts';
import { BOUNDARY_SENTENCE } from '../draw/drawMap.ts';

export interface MapFootProps {
  at: Position;
  /** Else it is the middle of the map. */
  isPointer: boolean;
  notation: WrittenNotation;
}

export function MapFoot({ at, isPointer, notation }: MapFootProps) {
  return (
    <footer className="map-foot">
      <span className="map-cursor">
        <span className="position-soft">{isPointer ? 'Pointer' : 'Middle'}</span>{' '}
        <span className="position-figures">{writeCoordinates(at, notation)}</span>
      </span>
      <span className="position-soft one-line" title={BOUNDARY_SENTENCE}>
        {BOUNDARY_SENTENCE}
      </span>
    </footer>
  );
}

export function NothingHere({ isFiltered }: { isFiltered: boolean }) {
  return (
    <div className="map-empty">
      {isFiltered ? (
        <Empty title="Nothing is shown" text="The time or the kinds chosen leave nothing; choose more under View." />
      ) : (
        <Empty
          icon={MapIcon}
          title="Nothing has a place yet"
          text="Events with a position, addresses with coordinates, and the places that pictures and map files claim stand here. Record an event under Entities and give its position in any notation."
        />
      )}
    </div>
  );
}

export function NoBaseMap({ onRetry }: { onRetry(): void }) {
  return (
    <div className="map-note" role="alert">
      The base map could not be read. Marks stand where they belong.{' '}
      <button type="button" className="map-link" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
