import { expect, test } from 'vitest';
import { pyongyangOffsetMinutes } from '../../../../shared/domain/timeline/index.ts';

test('clocks in Pyongyang went back half an hour on 15 August 2015, and forward on 4 May 2018', () => {
  const at = (text: string) => pyongyangOffsetMinutes(Date.parse(text));
  expect(at('2015-08-14T14:59Z')).toBe(540);
  expect(at('2015-08-14T15:00Z')).toBe(510);
  expect(at('2018-05-04T14:59Z')).toBe(510);
  expect(at('2018-05-04T15:00Z')).toBe(540);
});

test('the offsets are those of the time zone database', () => {
  const zone = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Pyongyang', timeZoneName: 'longOffset' });
  for (let at = Date.UTC(2014, 0, 1); at < Date.UTC(2020, 0, 1); at += 6 * 3_600_000) {
    const said = zone.formatToParts(at).find(part => part.type === 'timeZoneName')?.value;
    expect(said).toBe(pyongyangOffsetMinutes(at) === 540 ? 'GMT+09:00' : 'GMT+08:30');
  }
});
