/** Whose places are joined in the order of time, and what counts as a gap and as impossible. */
import { Route } from 'lucide-react';
import { useRef, useState } from 'react';
import type { EntityChip } from '../../../../shared/domain/entity/entity.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import { Button, Popover, Select, TextField } from '../../../ui/index.ts';
import type { ChangeMap, MapSession } from '../mapSession.ts';
import type { PlacedFeature } from '../mark/featureFacts.ts';
import { impossibleWords, type Track, trackable } from '../track/track.ts';

export interface TrackPickerProps {
  session: MapSession;
  change: ChangeMap;
  all: readonly PlacedFeature[];
  chips: ReadonlyMap<EntityId, EntityChip>;
  track: Track | null;
}

const NOBODY = '';

export function TrackPicker({ session, change, all, chips, track }: TrackPickerProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const candidates = trackable(all);
  const impossible = track?.legs.filter(leg => leg.isImpossible).length ?? 0;
  const of = session.trackOf === null ? undefined : chips.get(session.trackOf);
  return (
    <>
      <Button ref={anchor} kind="quiet" icon={Route} onPress={() => setOpen(now => !now)}>
        <span className="map-track-name one-line">{of ? `Track: ${of.caption}` : 'Track'}</span>
      </Button>
      <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} label="Track" placement="below-start">
        <div className="map-options">
          {candidates.length === 0 ? (
            <p className="field-hint">
              A track joins two or more dated places of one entity: events that it took part in, or positions of its
              own.
            </p>
          ) : (
            <Select
              label="Joins the places of"
              value={session.trackOf ?? NOBODY}
              options={[
                { value: NOBODY, label: 'Nobody' },
                ...candidates.map(({ entityId, count }) => ({
                  value: String(entityId),
                  label: `${chips.get(entityId)?.caption ?? '…'} (${count} places)`,
                })),
              ]}
              onChange={chosen =>
                change({ trackOf: candidates.find(({ entityId }) => entityId === chosen)?.entityId ?? null })
              }
            />
          )}
          {track && (
            <>
              <Limit
                label="A gap is more than, hours"
                value={session.limits.gapHours}
                onCommit={gapHours => change({ limits: { ...session.limits, gapHours } })}
              />
              <Limit
                label="Impossible above, knots"
                value={session.limits.mostKnots}
                onCommit={mostKnots => change({ limits: { ...session.limits, mostKnots } })}
              />
              {track.undated > 0 && (
                <p className="field-hint">{track.undated} of its places have no date and are not joined.</p>
              )}
              {impossible > 0 && (
                <p className="field-problem">
                  {impossible} {impossible === 1 ? 'leg is' : 'legs are'} {impossibleWords(session.limits)}
                </p>
              )}
              <Button kind="quiet" onPress={() => change({ shows: 'table' })}>
                Legs and speeds in the table
              </Button>
            </>
          )}
        </div>
      </Popover>
    </>
  );
}

function Limit({ label, value, onCommit }: { label: string; value: number; onCommit(value: number): void }) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <TextField
      label={label}
      type="number"
      value={String(value)}
      problem={problem}
      onCommit={typed => {
        const number = Number(typed);
        setProblem(number > 0 ? null : 'Write a number above nought.');
        if (number > 0) onCommit(number);
      }}
    />
  );
}
