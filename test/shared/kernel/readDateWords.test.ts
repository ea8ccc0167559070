// Dates as papers print them are read no more exactly than they are written, and never guessed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeDate, isEdtf, readDate } from '../../../shared/kernel/dates.ts';
import { readDateWords } from '../../../shared/kernel/readDateWords.ts';

const datesOf = (written: string): string[] => {
  const reading = readDateWords(written);
  if (reading.kind === 'unread') return [];
  return reading.kind === 'date' ? [reading.date] : reading.dates;
};

describe('a date in words', () => {
  test.each([
    ['1967-1969.', '1967/1969'],
    ['1967-69', '1967/1969'],
    ['1967~1969', '1967/1969'],
    ['between 1967 and 1969', '1967/1969'],
    ['1957年頃-1960年', '1957~/1960'],
    ['from March 2017 to May 2017', '2017-03/2017-05'],
    ['26.11.2017-28.11.2017', '2017-11-26/2017-11-28'],
    ['before 1 March 2016', '../2016-02-29'],
    ['after December 2017', '2018-01/..'],
    ['2017년 이후', '2017/..'],
    ['until March 2017', '../2017-03'],
    ['1958年頃', '1958~'],
    ['약 1958년', '1958~'],
    ['circa 1958', '1958~'],
    ['около 1958 г.', '1958~'],
    ['possibly 1970', '1970?'],
    ['about 1970?', '1970%'],
    ['1970年', '1970'],
    ['１９７０年', '1970'],
    ['1970年代', '197X'],
    ['the 1960s', '196X'],
    ['November 26, 2017', '2017-11-26'],
    ['26th of November 2017', '2017-11-26'],
    ['26-Nov-2017', '2017-11-26'],
    ['26 ноября 2017 г.', '2017-11-26'],
    ['2017. 11. 26.', '2017-11-26'],
    ['26/11/2017', '2017-11-26'],
    ['11/1972', '1972-11'],
    ['4/4/2020', '2020-04-04'],
    ['Juche 106', '2017'],
    ['주체106(2017)년 11월 26일', '2017-11-26'],
    ['中華民國106年5月3日', '2017-05-03'],
    ['昭和45年', '1970'],
    ['令和元年', '2019'],
  ])('%s is %s', (written, expected) => {
    expect(datesOf(written)).toEqual([expected]);
    expect(readDate(written)).toBe(expected);
  });

  test.each([
    ['dd/mm/1972', '1972'],
    ['00/00/1972', '1972'],
    ['1972-00-00', '1972'],
    ['00/03/1972', '1972-03'],
    ['15/mm/1972', '1972'],
  ])('keeps only what is known of %s', (written, expected) => {
    expect(readDateWords(written)).toMatchObject({
      kind: 'date',
      date: expected,
      note: expect.stringContaining('known'),
    });
  });

  test.each([
    ['a) 1964 b) 28.8.1962', ['1964', '1962-08-28']],
    ['(1) 1964 (2) 1965', ['1964', '1965']],
    ['1964 or 1965', ['1964', '1965']],
    ['1964, 1965', ['1964', '1965']],
    // Which number is the day cannot be told.
    ['3/4/2020', ['2020-04-03', '2020-03-04']],
    // The years of Taiwan or those of the Republic of Korea.
    ['민국 106년', ['2017', '2024']],
  ])('that leaves a choice gives all of it, and is no one date: %s', (written, expected) => {
    expect(readDateWords(written)).toMatchObject({ kind: 'alternatives', dates: expected });
    expect(readDate(written)).toBeNull();
  });

  test.each([
    ['106', 'another beginning'],
    ['106年5月3日', 'another beginning'],
    ['106. 5. 3.', 'another beginning'],
    ['昭和70年', 'no year 70'],
    ['주체106(2016)년', '2016 stands beside it'],
    ['28.8.62', 'century'],
    ['음력 1970년 5월 3일', 'lunar'],
    ['1969-1967', 'end is before the start'],
    ['30.02.2017', 'no such day'],
    ['unknown', 'not known'],
    ['1964; soon', '“soon”'],
    ['soon', 'not read'],
  ])('that cannot be told is not guessed, and it says why: %s', (written, why) => {
    const reading = readDateWords(written);
    expect(reading.kind === 'unread' ? reading.why : reading).toContain(why);
  });

  test('that this program wrote out is read back as it was', () => {
    const day = fc.date({ min: new Date('1800-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const date = fc
      .tuple(day, fc.constantFrom(4, 7, 10), fc.constantFrom('', '~', '?'))
      .map(([at, length, mark]) => `${at.toISOString().slice(0, length)}${mark}`);
    fc.assert(
      fc.property(date, edtf => {
        const words = describeDate(edtf as Parameters<typeof describeDate>[0]).replace('(uncertain)', '(?)');
        expect(readDate(words)).toBe(edtf);
      }),
    );
  });

  test('of any text whatever is answered, and what is answered is EDTF', () => {
    const signs = fc.constantFrom(...'0123456789-/.~? ,;ab)年月日년월경頃Juche주체or', 'or ', 'to ', '19', '20');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(signs, { maxLength: 20 }).map(all => all.join('')),
    );
    fc.assert(
      fc.property(text, written => {
        for (const date of datesOf(written)) expect(isEdtf(date)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
