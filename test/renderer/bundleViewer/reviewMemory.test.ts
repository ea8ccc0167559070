// @vitest-environment jsdom
/** Where a review waits: what a browser keeps is read again, what it refuses is said, and nothing in it breaks the page. */
import { afterEach, expect, test, vi } from 'vitest';
import { keepingSentences, openReviewMemory } from '../../../renderer/bundleViewer/review/reviewMemory.ts';
import { emptyReview, type ReviewState } from '../../../renderer/bundleViewer/review/reviewState.ts';
import { exerciseRemark, exerciseReviewer } from '../../support/exerciseReview.ts';

const DIGEST = 'a'.repeat(64);
const said: ReviewState = {
  reviewer: exerciseReviewer,
  remarks: [{ remark: exerciseRemark({ text: '이 문장은 그렇게 말하지 않는다.' }), inFile: 'no' }],
};
afterEach(() => {
  vi.restoreAllMocks();
  window.localStorage.clear();
});

test('what was said is there again, for this bundle alone, until it is taken out', () => {
  const memory = openReviewMemory(DIGEST);
  expect(memory.write(said)).toBe(true);
  expect(openReviewMemory(DIGEST).read()).toEqual(said);
  expect(openReviewMemory('b'.repeat(64)).read()).toEqual(emptyReview);
  memory.forget();
  expect(openReviewMemory(DIGEST).read()).toEqual(emptyReview);
});

test('a browser that refuses its store to pages from disk is told of, and the page goes on without', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  const memory = openReviewMemory(DIGEST);
  expect([memory.keeping, memory.read(), memory.write(said)]).toEqual(['page', emptyReview, false]);
  expect(keepingSentences[memory.keeping]).toContain('Save the review file before');
});

test('a full store says so and keeps what it had', () => {
  const memory = openReviewMemory(DIGEST);
  memory.write(said);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(memory.write(emptyReview)).toBe(false);
  expect(memory.read()).toEqual(said);
});

test.each(['', 'null', '{', '{"reviewer":7}', JSON.stringify({ reviewer: null, remarks: [{}] })])(
  'what another program left in the store (%s) is no review',
  text => {
    window.localStorage.setItem(`probatum-review:${DIGEST}`, text);
    expect(openReviewMemory(DIGEST).read()).toEqual(emptyReview);
  },
);

test('another tab with the same bundle tells what it wrote; other keys tell nothing', () => {
  const told = vi.fn();
  const stop = openReviewMemory(DIGEST).onOther(told);
  window.dispatchEvent(new StorageEvent('storage', { key: 'something else' }));
  expect(told).not.toHaveBeenCalled();
  window.dispatchEvent(new StorageEvent('storage', { key: `probatum-review:${DIGEST}` }));
  stop();
  window.dispatchEvent(new StorageEvent('storage', { key: `probatum-review:${DIGEST}` }));
  expect(told).toHaveBeenCalledOnce();
});
