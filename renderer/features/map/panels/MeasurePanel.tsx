/** What was measured, leg by leg: nautical miles, kilometres, the bearing at the start of each. */
import { Undo2, X } from 'lucide-react';
import {
  bearingDegrees,
  distanceKm,
  lengthKm,
  nauticalMiles,
  type Position,
  writeCoordinates,
  type WrittenNotation,
} from '../../../../shared/domain/geo/index.ts';
import { Button, IconButton } from '../../../ui/index.ts';

export interface MeasurePanelProps {
  points: readonly Position[];
  notation: WrittenNotation;
  onBack(): void;
  onClear(): void;
  onClose(): void;
}

export function MeasurePanel({ points, notation, onBack, onClear, onClose }: MeasurePanelProps) {
  return (
    <section className="map-measure" aria-label="Measuring">
      <header>
        <strong role="status">{points.length < 2 ? 'Set points on the map' : lengthWords(lengthKm(points))}</strong>
        <IconButton icon={X} size={15} label="Stop measuring" onPress={onClose} />
      </header>
      {points.length === 0 && (
        <p className="field-hint">
          Click, or press Enter for the middle of the map. Distances follow the great circle.
        </p>
      )}
      <ol className="map-legs">
        {points.map((point, index) => {
          const before = points[index - 1];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is where it stands in the line
            <li key={index}>
              <span className="position-figures">{writeCoordinates(point, notation)}</span>
              {before && (
                <span className="position-soft">
                  {lengthWords(distanceKm(before, point))}, {bearingWords(bearingDegrees(before, point))}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {points.length > 0 && (
        <div className="map-measure-actions">
          <Button kind="quiet" icon={Undo2} onPress={onBack}>
            Last point back
          </Button>
          <Button kind="quiet" onPress={onClear}>
            Clear
          </Button>
        </div>
      )}
    </section>
  );
}

export function lengthWords(km: number): string {
  const nm = nauticalMiles(km);
  return `${nm.toFixed(nm < 10 ? 2 : 1)} nm (${km.toFixed(km < 10 ? 2 : 1)} km)`;
}

/** `072° true`. */
export function bearingWords(bearing: number): string {
  return `${String(Math.round(bearing) % 360).padStart(3, '0')}° true`;
}
