import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NarrativeSaver, type SavingState } from '../../../../renderer/features/finding/narrative/narrativeSaver.ts';
import type { Narrative } from '../../../../shared/domain/narrative.ts';

const words = (text: string): Narrative => [{ type: 'paragraph', runs: [{ type: 'text', text }] }];
const report = { code: 'disk-full', sentence: 'The disk is full.', reference: null };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function saverWith(save: (narrative: Narrative) => Promise<unknown>) {
  const states: SavingState['kind'][] = [];
  const saver = new NarrativeSaver({
    save,
    reportOf: () => report,
    changed: state => states.push(state.kind),
    delayMs: 700,
  });
  return { saver, states };
}

test('many keys make one save, of the last words, a moment after the last', async () => {
  const saved: Narrative[] = [];
  const { saver } = saverWith(async narrative => saved.push(narrative));
  saver.schedule(() => words('a'));
  await vi.advanceTimersByTimeAsync(500);
  saver.schedule(() => words('ab'));
  await vi.advanceTimersByTimeAsync(699);
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(saved).toEqual([words('ab')]);
  expect(saver.dirty).toBe(false);
});

test('leaving saves at once, and nothing twice', async () => {
  const saved: Narrative[] = [];
  const { saver, states } = saverWith(async narrative => saved.push(narrative));
  saver.schedule(() => words('a'));
  await Promise.all([saver.flush(), saver.flush()]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(saved).toEqual([words('a')]);
  expect(states).toEqual(['waiting', 'saving', 'saved']);
});

test('words typed while a save runs are saved after it, never beside it', async () => {
  const saved: Narrative[] = [];
  const releases: (() => void)[] = [];
  const { saver } = saverWith(narrative => {
    saved.push(narrative);
    return new Promise<void>(resolve => releases.push(resolve));
  });
  saver.schedule(() => words('a'));
  void saver.flush();
  saver.schedule(() => words('ab'));
  const second = saver.flush();
  expect(saved).toEqual([words('a')]);
  releases[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toEqual([words('a'), words('ab')]);
  releases[1]?.();
  await second;
  expect(saver.dirty).toBe(false);
});

test('a failed save keeps the words and says so; the next try saves them', async () => {
  let broken = true;
  const saved: Narrative[] = [];
  const { saver, states } = saverWith(async narrative => {
    if (broken) throw new Error('full');
    saved.push(narrative);
  });
  saver.schedule(() => words('a'));
  await saver.flush();
  expect(states.at(-1)).toBe('failed');
  expect(saver.dirty).toBe(true);
  broken = false;
  await saver.flush();
  expect(saved).toEqual([words('a')]);
  expect(states.at(-1)).toBe('saved');
});
