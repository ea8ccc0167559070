/** From instants to pixels, and the years to write above them. Pure. */

interface Extent {
  from: number;
  to: number;
}

const DAY_MS = 86_400_000;

/** With a little room to both sides, so that a bar which begins or ends with the extent is seen to do so. */
export function timeScale({ from, to }: Extent, left: number, right: number): (at: number) => number {
  const room = Math.max((to - from) * 0.03, 30 * DAY_MS);
  const [first, last] = [from - room, to + room];
  return at => left + ((at - first) / (last - first)) * (right - left);
}

/** At most so many, at even steps of 1, 2, 5, 10 … years. */
export function yearTicks({ from, to }: Extent, most: number): { at: number; label: string }[] {
  const [first, last] = [new Date(from).getUTCFullYear(), new Date(to).getUTCFullYear()];
  const steps = [1, 2, 5, 10, 20, 50, 100, 200];
  const step = steps.find(one => (last - first) / one + 1 <= Math.max(2, most)) ?? 500;
  const ticks: { at: number; label: string }[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    const at = new Date(0);
    at.setUTCFullYear(year, 0, 1);
    if (at.getTime() >= from - 31 * DAY_MS && at.getTime() <= to) ticks.push({ at: at.getTime(), label: String(year) });
  }
  return ticks;
}
