/** The timeline of a case: lanes by entity, uncertain dates drawn as such, gaps and clashes, and the same as a table. */
import { CalendarRange, ChartGantt, Download, Maximize, Table2, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import { extentOf, middleOf, timeSpanOf } from '../../../shared/domain/timeline/index.ts';
import {
  Button,
  Empty,
  Failed,
  IconButton,
  Loading,
  MenuButton,
  PaneHeader,
  Panes,
  Segmented,
  TextField,
  Toolbar,
} from '../../ui/index.ts';
import { useCommands, useNavigate, useRoute } from '../../workbench/index.ts';
import { AddFigure } from '../figure/index.ts';
import { LanesPanel } from './LanesPanel.tsx';
import { Legend } from './Legend.tsx';
import { LookPanel } from './LookPanel.tsx';
import { ShowPanel } from './ShowPanel.tsx';
import { TimelineDrawing } from './TimelineDrawing.tsx';
import { TimelineInspector } from './TimelineInspector.tsx';
import type { TimelineState } from './timelineMemory.ts';
import { TimelineTable } from './TimelineTable.tsx';
import { usePictures } from './usePictures.ts';
import { useTimeline } from './useTimeline.ts';
import { fitExtent, type Viewport, ZOOM_STEP, zoomAt } from './viewport.ts';
import './timeline.css';

const shapes = [
  { value: 'drawing', label: 'Drawing', icon: ChartGantt },
  { value: 'table', label: 'Table', icon: Table2 },
] as const;

/** By key one zooms towards the item in hand, else towards the middle. */
function anchorOf(item: TimelineItem | null, view: Viewport, widthPx: number): number {
  const span = item && timeSpanOf(item.fromOn, item.toOn);
  const px = span ? (middleOf(span) - view.from) / view.msPerPx : -1;
  return px >= 0 && px <= widthPx ? px : widthPx / 2;
}

export function TimelinePlace() {
  const timeline = useTimeline();
  const { caseId, state, data, error, refetch, items, byId, nameOf, shown, clashes, gaps, kinds, selected, chosen } =
    timeline;
  const { entityId } = useRoute();
  const { go } = useNavigate();
  const widthPx = useRef(0);
  const pictures = usePictures(timeline, widthPx);
  const change = (part: Partial<TimelineState>) => timeline.change(now => ({ ...now, ...part }));

  const open = (item: TimelineItem) => {
    if (item.claimId !== null && item.findingId !== null)
      go({ place: 'findings', findingId: item.findingId, claimId: item.claimId });
    else if (item.exhibitId !== null) go({ place: 'exhibits', exhibitId: item.exhibitId });
    else if (item.entityId !== null) go({ place: 'entities', entityId: item.entityId });
  };
  const select = (item: TimelineItem | null) => {
    change({ selectedId: item?.id ?? null });
    // The lanes that somebody chose stay as they are.
    if (item === null || item.source === 'exhibit' || state.lanes === 'chosen') return;
    chosen.choose(item.entityId === null ? item.entityIds : [item.entityId]);
  };
  /** A clash or a gap may lie in what is filtered away. */
  const show = (item: TimelineItem) => {
    if (!shown.items.some(one => one.item.id === item.id))
      change({ hiddenSources: [], hiddenKinds: [], words: '', lanes: 'all', selectedId: item.id });
    else select(item);
  };
  const zoom = (factor: number) => {
    const width = widthPx.current || 1000;
    const view = state.view ?? fitExtent(extentOf(shown.items), width, Date.now());
    change({ view: zoomAt(view, factor, anchorOf(selected, view, width)) });
  };

  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (!data || entityId === undefined || asked.current === entityId) return;
    asked.current = entityId;
    const item = data.items.find(one => one.id === entityId);
    chosen.choose([entityId]);
    timeline.change(now => ({
      ...now,
      selectedId: item?.id ?? null,
      ...(item ? {} : { lanes: 'chosen' as const, view: null }),
    }));
  }, [data, entityId, chosen, timeline.change]);

  const isDrawn = state.shape === 'drawing';
  useCommands([
    {
      id: 'timeline.zoomIn',
      title: 'Zoom in',
      section: 'Timeline',
      shortcut: '+',
      when: isDrawn,
      run: () => zoom(ZOOM_STEP),
    },
    {
      id: 'timeline.zoomOut',
      title: 'Zoom out',
      section: 'Timeline',
      shortcut: '-',
      when: isDrawn,
      run: () => zoom(1 / ZOOM_STEP),
    },
    {
      id: 'timeline.fit',
      title: 'Show all of the time',
      section: 'Timeline',
      shortcut: '0',
      when: isDrawn,
      run: () => change({ view: null }),
    },
    {
      id: 'timeline.shape',
      title: isDrawn ? 'Show the timeline as a table' : 'Draw the timeline',
      section: 'Timeline',
      run: () => change({ shape: isDrawn ? 'table' : 'drawing' }),
    },
    {
      id: 'timeline.chosen',
      title: 'Lanes of the chosen entities',
      section: 'Timeline',
      run: () => change({ lanes: 'chosen' }),
    },
    { id: 'timeline.all', title: 'Lanes of all entities', section: 'Timeline', run: () => change({ lanes: 'all' }) },
    {
      id: 'timeline.pyongyang',
      title: state.withPyongyang ? 'Show times of day in UTC alone' : 'Show Pyongyang time too',
      section: 'Timeline',
      run: () => change({ withPyongyang: !state.withPyongyang }),
    },
    { id: 'timeline.svg', title: 'Save the timeline as SVG', section: 'Timeline', run: pictures.saveSvg },
    { id: 'timeline.png', title: 'Save the timeline as PNG', section: 'Timeline', run: pictures.savePng },
    { id: 'timeline.csv', title: 'Save the timeline as CSV', section: 'Timeline', run: pictures.saveCsv },
  ]);

  if (error && !data)
    return (
      <div className="timeline-alone">
        <PaneHeader level={1} title="Timeline" />
        <Failed error={error} onRetry={refetch} />
      </div>
    );
  if (!data)
    return (
      <div className="timeline-alone">
        <PaneHeader level={1} title="Timeline" />
        <Loading label="Reading what is dated" />
      </div>
    );
  if (items.length === 0)
    return (
      <div className="timeline-alone">
        <PaneHeader level={1} title="Timeline" />
        <Empty
          icon={CalendarRange}
          title="Nothing in this case has a date yet"
          text="Events, ties and values with dates stand here, claims with the day they tell of, and exhibits with the day they were published."
          action={<Button onPress={() => go({ place: 'entities' })}>Go to the entities</Button>}
        />
      </div>
    );

  const nothingShown = shown.items.length === 0;
  const main = (
    <>
      <PaneHeader
        level={1}
        title="Timeline"
        count={shown.items.length}
        actions={
          <>
            <AddFigure
              caseId={caseId}
              kind="timeline"
              caption={pictures.title.slice(0, 500)}
              altText={pictures.description.slice(0, 2000)}
              entityIds={pictures.entityIds}
              citationIds={pictures.citationIds}
              picture={pictures.png}
              table={pictures.table}
              disabled={nothingShown}
            />
            <MenuButton
              label="Export"
              icon={Download}
              disabled={nothingShown}
              items={[
                { label: 'Picture (SVG)', hint: 'Words stay words', onSelect: pictures.saveSvg },
                { label: 'Picture (PNG)', hint: 'At print size', onSelect: pictures.savePng },
                { label: 'Table (CSV)', onSelect: pictures.saveCsv },
              ]}
            />
          </>
        }
      />
      <Toolbar label="Timeline">
        <Segmented label="Timeline as" options={shapes} value={state.shape} onChange={shape => change({ shape })} />
        <LanesPanel
          caseId={caseId}
          lanes={state.lanes}
          chosen={[...chosen.ids].flatMap(id => byId.get(id) ?? [])}
          onLanes={lanes => change({ lanes })}
          onToggle={chosen.toggle}
        />
        <ShowPanel items={items} kinds={kinds} state={state} onChange={change} />
        <div className="timeline-find">
          <TextField
            label="Find in the timeline"
            hideLabel
            type="search"
            placeholder="Find in the timeline"
            value={state.words}
            onChange={words => change({ words })}
          />
        </div>
        {isDrawn && (
          <span className="timeline-zoom">
            <IconButton icon={ZoomOut} label="Zoom out" shortcut="-" onPress={() => zoom(1 / ZOOM_STEP)} />
            <IconButton icon={ZoomIn} label="Zoom in" shortcut="+" onPress={() => zoom(ZOOM_STEP)} />
            <IconButton
              icon={Maximize}
              label="Show all of the time"
              shortcut="0"
              onPress={() => change({ view: null })}
            />
            <Legend />
          </span>
        )}
      </Toolbar>
      {nothingShown ? (
        <Empty
          icon={CalendarRange}
          title={state.lanes === 'chosen' ? 'The chosen entities have nothing dated here' : 'No item fits'}
          text={
            state.lanes === 'chosen'
              ? 'Choose entities in “Lanes …”, in the chart, on the map, or by the name of a lane.'
              : 'Another word, or less left out, brings items back.'
          }
          action={
            <Button onPress={() => change({ hiddenSources: [], hiddenKinds: [], words: '', lanes: 'busiest' })}>
              Show everything
            </Button>
          }
        />
      ) : isDrawn ? (
        <TimelineDrawing
          shown={shown}
          view={state.view}
          selected={selected}
          chosen={chosen.ids}
          withPyongyang={state.withPyongyang}
          nameOf={nameOf}
          onView={view => change({ view })}
          onSelect={select}
          onOpen={open}
          onToggle={chosen.toggle}
          widthPx={widthPx}
        />
      ) : (
        <TimelineTable
          items={shown.items}
          byId={byId}
          selected={selected}
          withPyongyang={state.withPyongyang}
          nameOf={nameOf}
          onSelect={select}
        />
      )}
    </>
  );
  const right = (
    <div className="timeline-side">
      {selected && (
        <TimelineInspector
          item={selected}
          byId={byId}
          clashes={clashes}
          withPyongyang={state.withPyongyang}
          onOpen={open}
          onSelect={show}
        />
      )}
      <LookPanel
        clashes={clashes}
        gaps={gaps}
        gapDays={state.gapDays}
        onGapDays={gapDays => change({ gapDays })}
        onSelect={show}
        onStretch={(from, to) =>
          change({ shape: 'drawing', view: fitExtent({ from, to }, widthPx.current || 1000, to) })
        }
      />
    </div>
  );
  return <Panes id="timeline" main={main} mainLabel="Timeline" right={right} rightLabel="Item" rightWidth={320} />;
}
