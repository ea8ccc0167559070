/** Times of members as the formats keep them, brought to the text that is shown. */

const MAX_SECONDS = 253_402_300_799;

/** Null where there is none: archives write 0 for it. */
export function utcTime(seconds: number): string | null {
  if (!Number.isFinite(seconds) || seconds <= 0 || seconds > MAX_SECONDS) return null;
  return new Date(Math.floor(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

/** DOS keeps the local time of the machine that packed and not its zone. Null where it is no time. */
export function dosTime(date: number, time: number): string | null {
  const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31];
  const [hour, minute, second] = [time >> 11, (time >> 5) & 63, (time & 31) * 2];
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null;
  // 1 January 1980 at 0:00 is what programs write that keep no time.
  if (date === 0x21 && time === 0) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

const WINDOWS_TO_UNIX_SECONDS = 11_644_473_600n;

/** Windows counts tenths of microseconds from 1601. */
export function windowsTime(ticks: bigint): string | null {
  return utcTime(Number(ticks / 10_000_000n - WINDOWS_TO_UNIX_SECONDS));
}
