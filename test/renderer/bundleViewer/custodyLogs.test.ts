import { expect, test } from 'vitest';
import { checkLog } from '../../../renderer/bundleViewer/views/custody/checkLog.ts';
import { blocksOf, loadBlock, shownLogs } from '../../../renderer/bundleViewer/views/custody/shownLogs.ts';
import { subjectNames } from '../../../renderer/bundleViewer/views/custody/subjectNames.ts';
import { BundleCase } from '../../../shared/domain/bundle.ts';
import { CITATIONS, exerciseCase } from '../../support/exerciseBundle.ts';
import { exerciseCustody } from '../../support/exerciseCustody.ts';

const events = exerciseCustody.custody.slice(0, 10);
const { custodyLogs: _, parts: __, ...before } = exerciseCase;

test('a bundle of the first format has one log, of which only the lines are told', async () => {
  const custody = events.map(({ seq, at, actor, action, subject, digest, hash }) => ({
    seq,
    at,
    actor,
    action,
    subject,
    digest,
    hash,
  }));
  const bundle = BundleCase.parse({ ...before, format: 'probatum-bundle/1', custody });
  const [log, ...others] = shownLogs(bundle);
  if (!log) throw new Error('no log');
  expect(others).toEqual([]);
  expect(log).toMatchObject({ name: 'The log of those who made this bundle', events: 3, checked: null });
  expect([blocksOf(log), await loadBlock(bundle, log, 0)]).toEqual([1, custody]);
  expect(await checkLog(bundle, log)).toEqual({
    ok: false,
    sentence: expect.stringContaining('made before the viewer could check its log'),
  });
});

test('where all that the hashes cover is there, the page reckons them, and misses no line', async () => {
  const bundle = BundleCase.parse({ ...before, custody: [...events] });
  const [log] = shownLogs(bundle);
  if (!log) throw new Error('no log');
  expect(await checkLog(bundle, log)).toMatchObject({ ok: true });
  expect(await checkLog({ ...bundle, custody: events.slice(1) }, log)).toEqual({
    ok: false,
    sentence: 'Of 3 events only 2 are here: lines are missing.',
  });
  const [first, ...more] = events;
  const changed = { ...bundle, custody: [{ ...first, actor: 'Somebody Else' }, ...more] } as BundleCase;
  expect((await checkLog(changed, log)).sentence).toMatch(/^Event 1198 does not have the hash/);
});

test('what an event was about has the name that this bundle gives it', () => {
  const names = subjectNames(exerciseCase);
  expect(names.get(CITATIONS.press)).toBe('F-1: It received refined petroleum from a tanker off Nampo.');
  expect(names.get(exerciseCase.sources?.[1]?.id ?? '')).toBe('모의 신문');
});
