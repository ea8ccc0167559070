import { DateText, LongName, VirtualList } from '../../ui/index.ts';
import type { CaseOverview } from '../../../shared/contract/case.ts';
import { type EdtfDate, isEdtf } from '../../../shared/kernel/dates.ts';
import { useNavigate } from '../../workbench/index.ts';

type Dated = CaseOverview['chronology'][number];

const ROW_HEIGHT = 30;
/** More than these scroll: the page stays one page. */
const ROWS_SHOWN = 8;

/** What lies where in time, in order; a press opens the exhibit. */
export function ChronologyList({ things }: { things: readonly Dated[] }) {
  const { go } = useNavigate();
  const open = (index: number) => {
    const thing = things[index];
    if (thing) go({ place: 'exhibits', exhibitId: thing.exhibitId });
  };
  return (
    <div className="strip-list" style={{ height: Math.min(things.length, ROWS_SHOWN) * ROW_HEIGHT }}>
      <VirtualList
        label="What the chronology holds"
        role="grid"
        count={things.length}
        rowHeight={ROW_HEIGHT}
        getKey={index => `${things[index]?.exhibitId} ${things[index]?.date}`}
        onActivate={open}
        renderRow={index => {
          const thing = things[index];
          if (!thing) return null;
          return (
            <button type="button" className="strip-thing" tabIndex={-1} onClick={() => open(index)}>
              <span className="strip-date one-line">
                {isEdtf(thing.date) ? <DateText date={thing.date as EdtfDate} /> : thing.date}
              </span>
              <LongName name={thing.label} className="strip-title" />
            </button>
          );
        }}
      />
    </div>
  );
}
