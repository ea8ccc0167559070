import { useCallback } from 'react';
import { reportOf } from '../../api/index.ts';
import { type UndoableStep, useToast, useUndo } from '../../workbench/index.ts';

/** Answers true when the step was taken; a failure is told in a toast and answers false. */
export type TakeStep = (act: () => Promise<UndoableStep>, done?: string) => Promise<boolean>;

/** Takes a step that is saved at once and can be taken back. `done` is told where the change leaves the screen. */
export function useStep(): TakeStep {
  const { push } = useUndo();
  const toast = useToast();
  return useCallback(
    async (act, done) => {
      try {
        push(await act());
        if (done) toast({ text: done, undo: true });
        return true;
      } catch (error) {
        toast({ text: reportOf(error).sentence, kind: 'problem' });
        return false;
      }
    },
    [push, toast],
  );
}
