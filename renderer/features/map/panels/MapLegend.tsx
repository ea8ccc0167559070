import { MousePointerClick } from 'lucide-react';
import { PaneHeader } from '../../../ui/index.ts';
import { CLUSTER_WORDS, legendOf } from '../draw/markLayer.ts';
import { MarkSign } from '../MarkSign.tsx';
import type { PlacedFeature } from '../mark/featureFacts.ts';

/** What the inspector holds while nothing is in hand: what the shapes mean. */
export function MapLegend({ features }: { features: readonly PlacedFeature[] }) {
  return (
    <>
      <PaneHeader title="Legend" />
      <ul className="map-inspector map-marks">
        {legendOf(features).map(({ label, source, strength }) => (
          <li key={label} className="map-kind">
            <MarkSign source={source} strength={strength} /> {label}
          </li>
        ))}
        {features.length > 0 && <li className="position-soft">{CLUSTER_WORDS}.</li>}
        <li className="map-kind position-soft">
          <MousePointerClick size={16} aria-hidden /> A click on a mark shows its position and the words that it rests
          on.
        </li>
      </ul>
    </>
  );
}
