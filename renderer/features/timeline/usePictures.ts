/** Taking the timeline elsewhere: as a figure of the report, a picture, or a table. */
import { type RefObject, useDeferredValue, useMemo } from 'react';
import type { FigureTable } from '../../../shared/domain/figure.ts';
import { describeSpan, extentOf, layRows } from '../../../shared/domain/timeline/index.ts';
import { countOf } from '../../ui/index.ts';
import { useToast } from '../../workbench/index.ts';
import { savePicture } from '../figure/index.ts';
import { reportOf } from '../../api/index.ts';
import { timelinePng, timelineSvg } from './exportPicture.ts';
import { COLUMNS, rowOf } from './timelineData.ts';
import { timelineCsv } from './toCsv.ts';
import type { TimelineInHand } from './useTimeline.ts';
import { fitExtent, type Viewport } from './viewport.ts';

const DEFAULT_WIDTH_PX = 1000;
/** As a figure allows. */
const MOST_IDS = 20_000;
const MOST_CELL = 4000;
const NARROWEST_PX = 700;

export function usePictures(timeline: TimelineInHand, widthPx: RefObject<number>) {
  const { caseId, shown, nameOf } = timeline;
  // What a figure would hold is told once the drawing has come to rest.
  const state = useDeferredValue(timeline.state);
  const toast = useToast();
  return useMemo(() => {
    const seen = () => {
      const width = widthPx.current || DEFAULT_WIDTH_PX;
      const view = state.view ?? fitExtent(extentOf(shown.items), width, Date.now());
      const until = view.from + view.msPerPx * width;
      const inView = shown.items.filter(
        ({ span }) => (span.from ?? view.from) <= until && (span.to ?? until) >= view.from,
      );
      const items = inView.map(one => one.item);
      const names = shown.lanes.flatMap(lane => (lane.entity ? [lane.label] : []));
      // What is told is what is known, not the empty margins around it.
      const known = extentOf(inView);
      const range = `${day(Math.max(view.from, known?.from ?? view.from))} to ${day(Math.min(until, (known?.to ?? until) - 1))}`;
      const title = `Timeline of ${someOf(names)}, ${range}`;
      const description = `${countOf(items.length, 'dated item')} in ${countOf(shown.lanes.length, 'lane')}, ${range}. Each is in the table beside it.`;
      return { width, view, items, title, description };
    };
    const drawn = () => {
      const now = atLeast(NARROWEST_PX, seen());
      return { ...now, lanes: layRows(shown.lanes, now.view.msPerPx, extentOf(shown.items)) };
    };
    const save = (name: string, what: string, make: () => Uint8Array | Promise<Uint8Array>) => {
      const run = async () => {
        const items = shown.items.map(one => one.item);
        const path = await savePicture(caseId, name, await make(), what, {
          citationIds: items.flatMap(item => item.citationIds),
          exhibitIds: items.flatMap(item => item.exhibitId ?? []),
        });
        if (path !== null) toast({ text: `Saved as ${path}.` });
      };
      void run().catch(error => toast({ text: reportOf(error).sentence, kind: 'problem' }));
    };
    const what = () => `Timeline, ${countOf(seen().items.length, 'item')}`;
    const { items, title, description } = seen();
    return {
      title,
      description,
      entityIds: unique(items.flatMap(item => [...item.entityIds, ...(item.entityId === null ? [] : [item.entityId])])),
      citationIds: unique(items.flatMap(item => item.citationIds)),
      png: () => timelinePng(drawn()),
      table: (): FigureTable => ({
        columns: [...COLUMNS],
        rows: seen()
          .items.slice(0, MOST_IDS)
          .map(item => rowOf(item, nameOf, state.withPyongyang).map(cell => cell.slice(0, MOST_CELL))),
      }),
      saveSvg: () => save('timeline.svg', what(), () => timelineSvg(drawn())),
      savePng: () => save('timeline.png', what(), () => timelinePng(drawn())),
      saveCsv: () =>
        save('timeline.csv', `Timeline as a table, ${countOf(shown.items.length, 'row')}`, () =>
          timelineCsv(
            shown.items.map(one => one.item),
            nameOf,
            state.withPyongyang,
          ),
        ),
    };
  }, [caseId, state, shown, nameOf, toast, widthPx]);
}

/** The same stretch of time, drawn wider where the window is narrow: a page has room. */
function atLeast<Seen extends { view: Viewport; width: number }>(width: number, seen: Seen): Seen {
  if (seen.width >= width) return seen;
  return { ...seen, width, view: { ...seen.view, msPerPx: (seen.view.msPerPx * seen.width) / width } };
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)].slice(0, MOST_IDS);
}

function day(at: number): string {
  const iso = new Date(at).toISOString().slice(0, 10);
  return describeSpan(iso, iso);
}

function someOf(names: readonly string[]): string {
  if (names.length === 0) return 'the case';
  const first = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${first} and ${names.length - 3} more` : first;
}
