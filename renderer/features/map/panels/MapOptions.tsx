/** What the map shows and how: kinds of marks, names, projection, notation. */
import { SlidersHorizontal } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MapFeature } from '../../../../shared/contract/map.ts';
import { gazetteerSeas, notationWords, WRITTEN_NOTATIONS } from '../../../../shared/domain/geo/index.ts';
import { Button, Checkbox, formatCount, Popover, Select } from '../../../ui/index.ts';
import type { SeaNames } from '../draw/seaNames.ts';
import type { ChangeMap, MapSession } from '../mapSession.ts';
import { type PlacedFeature, sourceWords } from '../mark/featureFacts.ts';
import { projectionOptions } from '../view/mapView.ts';

export interface MapOptionsProps {
  session: MapSession;
  change: ChangeMap;
  all: readonly PlacedFeature[];
  seaNames: SeaNames;
  onSeaNames(names: SeaNames): void;
}

const SOURCES: readonly MapFeature['source'][] = ['event', 'address', 'claimed'];
const notationOptions = WRITTEN_NOTATIONS.map(value => ({ value, label: notationWords[value] }));
/** Seas to which States give different names. */
const contested = gazetteerSeas.filter(sea => sea.englishNames.length > 1);
const BOTH = '';

export function MapOptions({ session, change, all, seaNames, onSeaNames }: MapOptionsProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button ref={anchor} kind="quiet" icon={SlidersHorizontal} onPress={() => setOpen(now => !now)}>
        View
      </Button>
      <Popover
        open={open}
        onClose={() => setOpen(false)}
        anchor={anchor}
        label="What the map shows"
        placement="below-end"
      >
        <div className="map-options">
          <fieldset className="map-option-group">
            <legend>Marks</legend>
            {SOURCES.map(source => (
              <Checkbox
                key={source}
                label={`${sourceWords[source]} (${formatCount(all.filter(feature => feature.source === source).length)})`}
                checked={!session.hidden.includes(source)}
                onChange={on =>
                  change({ hidden: on ? session.hidden.filter(one => one !== source) : [...session.hidden, source] })
                }
              />
            ))}
            <Checkbox
              label="Those without a date"
              checked={session.withUndated}
              onChange={withUndated => change({ withUndated })}
            />
          </fieldset>
          <fieldset className="map-option-group">
            <legend>Names</legend>
            <Checkbox
              label="Beside the marks"
              checked={session.markNames}
              onChange={markNames => change({ markNames })}
            />
            <Checkbox label="Ports" checked={session.ports} onChange={ports => change({ ports })} />
            <Checkbox label="Seas and straits" checked={session.seas} onChange={seas => change({ seas })} />
            {contested.map(({ name, englishNames }) => (
              <Select
                key={name}
                label={`${englishNames.join(' / ')}: name printed`}
                value={seaNames[name] ?? BOTH}
                options={[
                  { value: BOTH, label: `All: ${englishNames.join(' / ')}` },
                  ...englishNames.map(one => ({ value: one, label: one })),
                ]}
                onChange={chosen => {
                  const { [name]: _, ...others } = seaNames;
                  onSeaNames(chosen === BOTH ? others : { ...others, [name]: chosen });
                }}
              />
            ))}
          </fieldset>
          <Select
            label="Projection"
            value={session.projection}
            options={projectionOptions}
            onChange={projection => change({ projection })}
          />
          <Select
            label="Coordinates are written in"
            value={session.notation}
            options={notationOptions}
            onChange={notation => change({ notation })}
          />
        </div>
      </Popover>
    </>
  );
}
