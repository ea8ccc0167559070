import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addRemark,
  afterSaving,
  emptyReview,
  isSeen,
  isUnsaved,
  mergeReviews,
  type ReviewState,
  remarksToSave,
  reviewOfFile,
  takeBack,
} from '../../../renderer/bundleViewer/review/reviewState.ts';
import { saidOf } from '../../../renderer/bundleViewer/review/saidOf.ts';
import { readReview, reviewedBundle, writeReview } from '../../../shared/domain/review.ts';
import { Instant } from '../../../shared/kernel/dates.ts';
import { exerciseCase } from '../../support/exerciseBundle.ts';
import { exerciseReviewer } from '../../support/exerciseReview.ts';

const bundle = reviewedBundle(exerciseCase);
const begun: ReviewState = { ...emptyReview, reviewer: exerciseReviewer };
const at = (second: number) => Instant.parse(`2026-11-25T12:00:${String(second).padStart(2, '0')}.000Z`);
const say = (state: ReviewState, text: string, second: number, instead: ReturnType<typeof idOf> | null = null) =>
  addRemark(
    state,
    {
      subject: { kind: 'finding', id: 'fnd-1', pageIndex: null },
      subjectName: 'F-1',
      quote: '',
      verdict: null,
      isDissent: false,
      text,
      at: at(second),
      parentId: null,
    },
    { bundle, instead },
  );
const idOf = (state: ReviewState, index = 0) => {
  const id = state.remarks[index]?.remark.id;
  if (!id) throw new Error('no such remark');
  return id;
};
const texts = (state: ReviewState) => state.remarks.filter(isSeen).map(({ remark }) => remark.text);

test('a remark needs somebody who makes it', () => {
  expect(say(emptyReview, 'By nobody.', 1)).toEqual(emptyReview);
});

test('what the file of a colleague brought is not for others to take back', () => {
  const colleague = say({ ...emptyReview, reviewer: { name: 'B. Other', team: 'elsewhere' } }, 'By the other.', 1);
  const reading = readReview(
    writeReview({ bundle, reviewer: { name: 'B. Other', team: 'elsewhere' }, remarks: remarksToSave(colleague) }),
  );
  if (reading.kind !== 'review') throw new Error(reading.kind);
  const state = mergeReviews(say(begun, 'By me.', 2), reviewOfFile(reading.review));
  const said = saidOf({ state, comments: [] }, () => true);
  expect(said.map(({ text, mine }) => [text, mine])).toEqual([
    ['By the other.', null],
    ['By me.', { inFile: false }],
  ]);
});

test('before any file has it a remark can be changed and taken away without a trace in the file', () => {
  const first = say(begun, 'A typo.', 1);
  const changed = say(first, 'No typo.', 2, idOf(first));
  expect(texts(changed)).toEqual(['No typo.']);
  const gone = takeBack(changed, idOf(changed, 1), at(3));
  expect([texts(gone), remarksToSave(gone)]).toEqual([[], []]);
});

test('once a file has it a remark is taken back in view, and that is new for the next file', () => {
  const saved = afterSaving(say(begun, 'Said.', 1), remarksToSave(say(begun, 'Said.', 1)));
  expect(saved.remarks.some(isUnsaved)).toBe(false);
  const taken = takeBack(saved, idOf(saved), at(2));
  expect([texts(taken), taken.remarks.some(isUnsaved)]).toEqual([['Said.'], true]);
  expect(remarksToSave(taken).map(({ withdrawnAt }) => withdrawnAt)).toEqual([at(2)]);
  expect(afterSaving(taken, remarksToSave(taken)).remarks.some(isUnsaved)).toBe(false);
});

test('a file loaded in another browser goes on where it was', () => {
  const state = say(say(begun, 'One.', 1), '둘.', 2);
  const text = writeReview({ bundle, reviewer: exerciseReviewer, remarks: remarksToSave(state) });
  const reading = readReview(text);
  if (reading.kind !== 'review') throw new Error(reading.kind);
  const loaded = mergeReviews(emptyReview, reviewOfFile(reading.review));
  expect(loaded).toEqual(afterSaving(state, remarksToSave(state)));
});

test('two tabs lose nothing of each other, whichever writes first and however often', () => {
  const step = fc.record({ tab: fc.constantFrom(0, 1), text: fc.constantFrom('a', 'b', 'c', 'd'), back: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), steps => {
      let tabs: [ReviewState, ReviewState] = [begun, begun];
      steps.forEach(({ tab, text, back }, second) => {
        const before = tabs[tab as 0 | 1];
        const last = before.remarks.at(-1)?.remark.id;
        const after = back && last ? takeBack(before, last, at(second)) : say(before, text, second);
        tabs = tab === 0 ? [after, tabs[1]] : [tabs[0], after];
      });
      const merged = mergeReviews(tabs[0], tabs[1]);
      expect(mergeReviews(tabs[1], tabs[0])).toEqual(merged);
      expect(mergeReviews(merged, tabs[0])).toEqual(merged);
      const all = new Set([...tabs[0].remarks, ...tabs[1].remarks].map(({ remark }) => remark.id));
      expect(new Set(merged.remarks.map(({ remark }) => remark.id))).toEqual(all);
    }),
  );
});
