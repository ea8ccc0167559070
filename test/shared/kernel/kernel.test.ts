import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../shared/kernel/canonicalJson.ts';
import { describeDate, EdtfDate, isEdtf, readDate } from '../../../shared/kernel/dates.ts';
import { CaseId, nextInOrder, uuidv7 } from '../../../shared/kernel/ids.ts';

test('ids carry their kind, sort by time, and are parsed as such', () => {
  const random = new Uint8Array(10).fill(0xab);
  expect(CaseId.safeParse(`cas-${uuidv7(1_790_000_000_000, random)}`).success).toBe(true);
  expect(CaseId.safeParse(`exh-${uuidv7(1_790_000_000_000, random)}`).success).toBe(false);
  fc.assert(
    fc.property(fc.nat(2 ** 40), fc.nat(2 ** 40), (left, right) => {
      if (left < right) expect(uuidv7(left, random) < uuidv7(right, random)).toBe(true);
    }),
  );
});

test('canonical JSON does not depend on the order of keys, and reads back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const text = canonicalJson(value as never);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

test.each([
  ['2021', '2021'],
  ['2021-03', 'March 2021'],
  ['2017-11-26', '26 November 2017'],
  ['2021-03~', 'c. March 2021'],
  ['2021?', '2021 (uncertain)'],
  ['202X', '2020s'],
  ['2021-03/2021-06', 'March 2021 to June 2021'],
  ['../2020', 'until 2020'],
  ['2020/..', 'from 2020'],
])('%s reads as %s', (edtf, words) => {
  expect(describeDate(EdtfDate.parse(edtf))).toBe(words);
});

test.each([
  ['26 November 2017', '2017-11-26'],
  ['c. March 2021', '2021-03~'],
  ['26.11.2017', '2017-11-26'],
  ['2017년 11월 26일', '2017-11-26'],
  ['1970年', '1970'],
  ['3/4/2020', null],
  ['soon', null],
])('“%s” is understood as %s', (typed, edtf) => {
  expect(readDate(typed)).toBe(edtf);
});

test.each(['2021-13', '2021-02-30', '../..', '2021-3', '20X1', 'x'])('%s is not a date', text => {
  expect(isEdtf(text)).toBe(false);
});

test('ids of one ms sort by when they were made', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), first => {
      const ids = [first];
      for (let made = 0; made < 300; made++) ids.push(nextInOrder(ids.at(-1) ?? first) as typeof first);
      // The very last of all counts, 2^74 of them, is followed by the first again.
      fc.pre(first.some((byte, at) => at > 2 && byte < 0xfe));
      const texts = ids.map(random => uuidv7(1_790_000_000_000, random));
      expect(texts).toEqual([...new Set(texts)].sort());
    }),
  );
});
