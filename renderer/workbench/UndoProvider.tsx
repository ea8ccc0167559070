import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useToast } from './ToastProvider.tsx';
import { type UndoableStep, UndoStack, type UndoState } from './undoStack.ts';

export interface Undo extends UndoState {
  push(step: UndoableStep): void;
  /** Both tell the outcome in a toast and never reject. */
  undo(): Promise<void>;
  redo(): Promise<void>;
}

const UndoContext = createContext<Undo | null>(null);

export function UndoProvider({ children }: { children: ReactNode }) {
  const toast = useToast();
  const [state, setState] = useState<UndoState>({ next: null, nextRedo: null });
  const [stack] = useState(() => new UndoStack(setState));
  const actions = useMemo(() => {
    const tell = async (act: () => Promise<string | null>, word: string) => {
      try {
        const label = await act();
        if (label !== null) toast({ text: `${word}: ${label}`, kind: 'done' });
      } catch (error) {
        toast({ text: error instanceof Error ? error.message : 'This step could not be taken back.', kind: 'problem' });
      }
    };
    return {
      push: (step: UndoableStep) => stack.push(step),
      undo: () => tell(() => stack.undo(), 'Undone'),
      redo: () => tell(() => stack.redo(), 'Redone'),
    };
  }, [stack, toast]);
  const value = useMemo(() => ({ ...actions, ...state }), [actions, state]);
  return <UndoContext value={value}>{children}</UndoContext>;
}

export function useUndo(): Undo {
  const undo = useContext(UndoContext);
  if (!undo) throw new Error('useUndo outside the workbench');
  return undo;
}
