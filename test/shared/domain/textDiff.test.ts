import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countChanges, type DiffRun, diffTexts } from '../../../shared/domain/textDiff.ts';

const side = (runs: readonly DiffRun[], which: 'left' | 'right') => runs.map(run => run[which]).join('');
const changes = (left: string, right: string) =>
  diffTexts(left, right).runs.flatMap(run => (run.kind === 'changed' ? [[run.left.trim(), run.right.trim()]] : []));

test('only the words that differ are told', () => {
  expect(changes('The Kum Un San 3 left Nampo on 12 March.', 'The Kum Un San left Nampo port on 12 March.')).toEqual([
    ['3', ''],
    ['', 'port'],
  ]);
  expect(changes('one two', 'one two')).toEqual([]);
  expect(changes('', 'new words')).toEqual([['', 'new words']]);
});

test('white space and line breaks do not count, and stand on each side as they were', () => {
  const { runs } = diffTexts('  one\ntwo  three', 'one two three\n');
  expect(runs).toEqual([{ kind: 'same', left: '  one\ntwo  three', right: 'one two three\n' }]);
});

test('Korean and Chinese differ by characters', () => {
  expect(changes('석탄 5,000톤을 환적하였다', '석탄 7,000톤을 환적하였다')).toEqual([['5', '7']]);
  expect(changes('煤炭转运', '煤炭的转运')).toEqual([['', '的']]);
});

test('the runs give both texts back, equal runs are equal, and like texts have few changes', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', ' ', '\n', '한', '中', ','), { maxLength: 120 });
  fc.assert(
    fc.property(words, words, (left, right) => {
      const [a, b] = [left.join(' '), right.join(' ')];
      const { runs } = diffTexts(a, b);
      expect(side(runs, 'left').trim()).toBe(a.trim());
      expect(side(runs, 'right').trim()).toBe(b.trim());
      for (const run of runs)
        if (run.kind === 'same') expect(run.left.replace(/\s/g, '')).toBe(run.right.replace(/\s/g, ''));
      expect(diffTexts(a, a).runs.filter(run => run.kind === 'changed')).toEqual([]);
    }),
  );
});

test('any two strings are compared', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      const { runs } = diffTexts(a, b);
      expect(side(runs, 'left').trim()).toBe(a.trim());
      expect(side(runs, 'right').trim()).toBe(b.trim());
    }),
  );
});

test('texts that have nothing in common, and that repeat one word, end soon', () => {
  const unlike = diffTexts(
    Array.from({ length: 20_000 }, (_, at) => `l${at}`).join(' '),
    Array.from({ length: 20_000 }, (_, at) => `r${at}`).join(' '),
  );
  expect(countChanges(unlike)).toBe(1);
  expect(countChanges(diffTexts('a b '.repeat(10_000), 'b c '.repeat(10_000)))).toBeGreaterThan(0);
});

test('what is longer than is compared is said', () => {
  const diff = diffTexts('a b c d', 'a b x d', 2);
  expect(diff).toEqual({ runs: [{ kind: 'same', left: 'a b ', right: 'a b ' }], isWhole: false });
});
