import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutBeforeEnd } from '../../../renderer/ui/marks/cutBeforeEnd.ts';

const endOf = (name: string) => {
  const at = cutBeforeEnd(name);
  return at === null ? null : name.slice(at);
};

test('what tells the names of a series apart stays in sight, from a word’s start where there is one', () => {
  expect(endOf('Corporate registry extract of the trading company 2017-05-02 no 88')).toBe('2017-05-02 no 88');
  expect(endOf('세 관할권을 경유한 송금에 대한 환거래은행 확인서와 실소유자 신고서의 사본 2019-03-15 no 239.txt')).toBe(
    'no 239.txt',
  );
  expect(endOf(`scan_${'0'.repeat(50)}_page_0012.tiff`)).toBe('page_0012.tiff');
});

test('a name that is not long is left whole', () => {
  expect(cutBeforeEnd('Transcript of register, FABULA HERON')).toBeNull();
});

test('no character is cut in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 44, maxLength: 120 }), name => {
      const at = cutBeforeEnd(name);
      if (at === null) return;
      expect(name.slice(0, at) + name.slice(at)).toBe(name);
      expect(/[\ud800-\udbff]/.test(name.charAt(at - 1)) && /[\udc00-\udfff]/.test(name.charAt(at))).toBe(false);
    }),
  );
});
