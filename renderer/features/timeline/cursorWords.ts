/** The time under the pointer, as exactly as the scale can tell it apart. Pure. */
import { DAY_MS, describeSpan, HOUR_MS, pyongyangWords, YEAR_MS } from '../../../shared/domain/timeline/index.ts';

export function cursorWords(at: number, msPerPx: number, withPyongyang: boolean): string {
  const iso = new Date(at).toISOString();
  const date = msPerPx > YEAR_MS / 24 ? iso.slice(0, 4) : msPerPx > 3 * DAY_MS ? iso.slice(0, 7) : iso.slice(0, 10);
  if (msPerPx > HOUR_MS) return describeSpan(date, date);
  const clock = `${describeSpan(date, date)}, ${iso.slice(11, 16)} UTC`;
  return withPyongyang ? `${clock} · ${pyongyangWords(at)}` : clock;
}
