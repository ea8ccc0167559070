import { expect, test } from 'vitest';
import { UndoStack, type UndoState } from '../../../renderer/workbench/undoStack.ts';

function stack() {
  const state: { now: UndoState } = { now: { next: null, nextRedo: null } };
  const done: string[] = [];
  const undo = new UndoStack(next => {
    state.now = next;
  });
  const step = (label: string, fails = false) => ({
    label,
    undo: async () => {
      if (fails) throw new Error('no');
      done.push(`undo ${label}`);
    },
    redo: async () => {
      done.push(`redo ${label}`);
    },
  });
  return { undo, state, done, step };
}

test('steps are taken back newest first and done again in order', async () => {
  const { undo, state, done, step } = stack();
  undo.push(step('mark'));
  undo.push(step('cite'));
  expect(state.now).toEqual({ next: 'cite', nextRedo: null });
  await undo.undo();
  await undo.undo();
  expect(await undo.undo()).toBeNull();
  await undo.redo();
  expect(done).toEqual(['undo cite', 'undo mark', 'redo mark']);
  expect(state.now).toEqual({ next: 'mark', nextRedo: 'cite' });
});

test('a new step forgets what was taken back', async () => {
  const { undo, state, step } = stack();
  undo.push(step('mark'));
  await undo.undo();
  undo.push(step('cite'));
  expect(state.now).toEqual({ next: 'cite', nextRedo: null });
});

test('a step that cannot be taken back stays, and the stack goes on', async () => {
  const { undo, state, step } = stack();
  undo.push(step('mark', true));
  await expect(undo.undo()).rejects.toThrow('no');
  expect(state.now.next).toBe('mark');
});

test('a held key takes back one step after the other', async () => {
  const { undo, done, step } = stack();
  undo.push(step('one'));
  undo.push(step('two'));
  await Promise.all([undo.undo(), undo.undo()]);
  expect(done).toEqual(['undo two', 'undo one']);
});
