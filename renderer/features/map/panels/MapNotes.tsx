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
  /** Of the view, pixels a radian. */
  scale: number;
}

/** Nearer than this the coasts of the atlas are rougher than they look. */
const COARSE_FROM_SCALE = 15_000;
const COARSE_SENTENCE = 'Coasts are drawn to about two kilometres: read no distance to the shore off them.';

export function MapFoot({ at, isPointer, notation, scale }: MapFootProps) {
  const words = scale > COARSE_FROM_SCALE ? `${COARSE_SENTENCE} ${BOUNDARY_SENTENCE}` : BOUNDARY_SENTENCE;
  return (
    <footer className="map-foot">
      <span className="map-cursor">
        <span className="position-soft">{isPointer ? 'Pointer' : 'Middle'}</span>{' '}
        <span className="position-figures">{writeCoordinates(at, notation)}</span>
      </span>
      <span className="position-soft one-line" title={words}>
        {words}
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
