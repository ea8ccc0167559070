/**
 * The time of day in the DPRK. Its clocks stood at UTC+8:30 from 15 August 2015 until 4 May 2018, 23:30, and at UTC+9 before and
 * since (IANA time zone database, Asia/Pyongyang; years before 1945, when the peninsula's clocks differed, are not looked at).
 */
const HALF_HOUR_BEGAN = Date.UTC(2015, 7, 14, 15, 0);
const HALF_HOUR_ENDED = Date.UTC(2018, 4, 4, 15, 0);

export function pyongyangOffsetMinutes(at: number): 510 | 540 {
  return at >= HALF_HOUR_BEGAN && at < HALF_HOUR_ENDED ? 510 : 540;
}

/** `11:10 in Pyongyang (UTC+9)`, with the day where it is another than in UTC. */
export function pyongyangWords(at: number): string {
  const offset = pyongyangOffsetMinutes(at);
  const there = new Date(at + offset * 60_000).toISOString();
  const isNextDay = there.slice(0, 10) !== new Date(at).toISOString().slice(0, 10);
  return `${there.slice(11, 16)} ${isNextDay ? 'the next day ' : ''}in Pyongyang (UTC+${offset === 540 ? '9' : '8:30'})`;
}
