/** What happened when: drawn in lanes, one for each of those who took part in most, and as a chronology beneath. */
import { useMemo, useRef, useState } from 'react';
import type { BundleTimeline } from '../../../../shared/domain/bundle/bundleTimeline.ts';
import { loadTimeline } from '../../content/loadParts.ts';
import { useLoaded } from '../../content/useLoaded.ts';
import type { PlaceProps } from '../../Place.tsx';
import { toCitation, toExhibit } from '../../route.ts';
import { ChronologyTable } from '../ChronologyTable.tsx';
import { EntityDetail } from '../entity/EntityDetail.tsx';
import { Failure } from '../Failure.tsx';
import { FilterBox, isWanted } from '../FilterBox.tsx';
import { counted } from '../words.ts';
import { TimelineDrawing, type TimelineHandle } from './TimelineDrawing.tsx';
import { TimelineTable } from './TimelineTable.tsx';
import { type DatedItem, timelineData } from './timedItems.ts';

export function TimelineView(props: PlaceProps) {
  const loaded = useLoaded('timeline', () => loadTimeline(props.index.bundle));
  if (loaded.state === 'failed') return <Failure title="The timeline cannot be shown" error={loaded.error} />;
  if (loaded.state === 'loading') return <p role="status" aria-label="Opening the timeline" />;
  if (loaded.value.items.length === 0) return <ChronologyTable {...props} />;
  return <Timeline timeline={loaded.value} {...props} />;
}

function Timeline({ timeline, ...props }: PlaceProps & { timeline: BundleTimeline }) {
  const { route, go } = props;
  const [allLanes, setAllLanes] = useState(false);
  const [filter, setFilter] = useState('');
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const handle = useRef<TimelineHandle>(null);
  const data = useMemo(() => timelineData(timeline, allLanes), [timeline, allLanes]);
  const wanted = useMemo(
    () =>
      data.items.filter(({ item }) =>
        isWanted(filter, [item.title, item.kindLabel, item.fromOn ?? '', item.place?.words ?? '']),
      ),
    [data, filter],
  );
  const captions = useMemo(() => new Map(timeline.lanes.map(({ id, caption }) => [id, caption] as const)), [timeline]);
  const ofEntity =
    route.item === null
      ? null
      : wanted.filter(({ item }) => item.entityId === route.item || item.entityIds.some(id => id === route.item));
  const shown = ofEntity && ofEntity.length > 0 ? ofEntity : wanted;
  const select = (item: DatedItem | null): void => {
    setSelectedId(item?.id ?? null);
    if (item) go(placeOf(item));
  };
  return (
    <div className="canvas-view timeline-view">
      <div className="canvas-tools" role="toolbar" aria-label="Drawing">
        <span className="zoom">
          <button type="button" aria-label="Farther" onClick={() => handle.current?.zoom(false)}>
            −
          </button>
          <button type="button" aria-label="Nearer" onClick={() => handle.current?.zoom(true)}>
            +
          </button>
          <button type="button" onClick={() => handle.current?.fit()}>
            All
          </button>
        </span>
        {(data.moreLanes > 0 || allLanes) && (
          <button type="button" aria-pressed={allLanes} onClick={() => setAllLanes(!allLanes)}>
            {allLanes ? 'Fewer lanes' : `${data.moreLanes} more lanes`}
          </button>
        )}
        {route.item !== null && captions.has(route.item) && (
          <span className="chip">
            {captions.get(route.item)}{' '}
            <button type="button" aria-label="Show all again" onClick={() => go({ item: null })}>
              ✕
            </button>
          </span>
        )}
      </div>
      <TimelineDrawing {...{ data, selectedId, handle }} litEntity={route.item} onSelect={select} />
      <div className={route.item === null ? 'canvas-room' : 'canvas-room with-detail'}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard */}
        <section className="canvas-table" tabIndex={0} aria-label="Chronology">
          <FilterBox
            label="Filter what happened"
            placeholder="Filter by words, kind, date or place"
            {...{ filter, setFilter }}
            told={
              shown.length === data.items.length
                ? counted(shown.length, 'entry', 'entries')
                : `${shown.length} of ${counted(data.items.length, 'entry', 'entries')}`
            }
          />
          {shown.length === 0 ? (
            <p className="empty-list">Nothing has “{filter}” in it.</p>
          ) : (
            <TimelineTable items={shown} selectedId={selectedId} onSelect={select} {...props} />
          )}
        </section>
        {route.item !== null && (
          <div className="canvas-detail">
            <button type="button" className="plain-button close" aria-label="Close" onClick={() => go({ item: null })}>
              ✕
            </button>
            <EntityDetail id={route.item} {...props} />
          </div>
        )}
      </div>
    </div>
  );
}

/** What an item leads to: its exhibit, the first citation of its claim, or all that is recorded of its entity. */
function placeOf({ record }: DatedItem): Partial<PlaceProps['route']> {
  if (record.source === 'exhibit' && record.exhibitNumber !== null) return toExhibit(record.exhibitNumber);
  const [first] = record.citationIds;
  if (record.source === 'claim' && first !== undefined) return toCitation(first);
  return record.entityId === null ? {} : { item: record.entityId };
}
