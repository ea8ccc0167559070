/** The date of the chart: a slider over the days on which something begins or ends, a date to type, or all times. */
import { useId, useMemo } from 'react';
import { turningDays } from '../../../../shared/domain/chart/index.ts';
import { dateWords } from '../../../../shared/domain/entity/caption.ts';
import type { EdtfDate } from '../../../../shared/kernel/dates.ts';
import { dateSpan } from '../../../../shared/kernel/dateSpan.ts';
import { Checkbox, DateField } from '../../../ui/index.ts';
import type { Chart } from '../state/useChart.ts';

export function AsOfBar({ chart }: { chart: Chart }) {
  const { graph, state, settle } = chart;
  const id = useId();
  const days = useMemo(() => turningDays(graph), [graph]);
  const { asAt } = state;
  // Looking at another date changes nothing of the chart: it leaves no trace in undo.
  const show = (date: string | null) => settle(now => ({ ...now, asAt: date }));
  const last = days.length - 1;
  const at =
    asAt === null
      ? last
      : Math.max(
          0,
          days.findLastIndex(day => day <= startOf(asAt)),
        );
  return (
    <div className="chart-as-of">
      <Checkbox
        label="All times"
        checked={asAt === null}
        onChange={all => show(all ? null : (days[last] ?? new Date().toISOString().slice(0, 10)))}
      />
      {days.length > 1 && (
        <>
          <span className="chart-as-of-day">{year(days[0])}</span>
          <label className="visually-hidden" htmlFor={id}>
            As at
          </label>
          <input
            id={id}
            type="range"
            min={0}
            max={last}
            step={1}
            value={at}
            aria-valuetext={asAt === null ? 'all times' : dateWords(asAt)}
            onChange={event => show(days[Number(event.target.value)] ?? null)}
          />
          <span className="chart-as-of-day">{year(days[last])}</span>
        </>
      )}
      {asAt !== null && <span className="chart-as-of-words">{dateWords(asAt)}</span>}
      <div className="chart-as-of-date">
        <DateField
          label="As at"
          hideLabel
          value={asAt as EdtfDate | null}
          placeholder={days.length === 0 ? 'As at: nothing is dated yet' : 'As at, e.g. March 2021'}
          onCommit={show}
        />
      </div>
    </div>
  );
}

function startOf(date: string): string {
  const from = dateSpan(date)?.from;
  return from == null ? date : new Date(from).toISOString().slice(0, 10);
}

function year(day: string | undefined): string {
  return day?.slice(0, 4) ?? '';
}
