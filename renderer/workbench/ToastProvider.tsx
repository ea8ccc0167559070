import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

export interface ToastMessage {
  text: string;
  kind?: 'done' | 'problem';
  /** Offers the undo of what was done last. */
  undo?: boolean;
}

export interface ShownToast extends ToastMessage {
  id: number;
}

interface Toasts {
  shown: readonly ShownToast[];
  dismiss(id: number): void;
}

const ShowContext = createContext<((message: ToastMessage) => void) | null>(null);
const ToastsContext = createContext<Toasts | null>(null);
let nextId = 1;

/** More than this at once cannot be read. */
const MOST = 3;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly ShownToast[]>([]);
  const show = useCallback((message: ToastMessage) => {
    const toast = { ...message, id: nextId++ };
    // Only what was done last can be undone from its message: an older one would take back something else.
    const standing = (now: readonly ShownToast[]) => (toast.undo ? now.map(one => ({ ...one, undo: false })) : now);
    setShown(now => [...standing(now).filter(one => one.text !== toast.text), toast].slice(-MOST));
  }, []);
  const dismiss = useCallback((id: number) => setShown(now => now.filter(one => one.id !== id)), []);
  const value = useMemo(() => ({ shown, dismiss }), [shown, dismiss]);
  return (
    <ShowContext value={show}>
      <ToastsContext value={value}>{children}</ToastsContext>
    </ShowContext>
  );
}

/** Tells something in passing. What must be acted on belongs beside its cause instead. */
export function useToast(): (message: ToastMessage) => void {
  const show = useContext(ShowContext);
  if (!show) throw new Error('useToast outside the workbench');
  return show;
}

export function useShownToasts(): Toasts {
  const toasts = useContext(ToastsContext);
  if (!toasts) throw new Error('useShownToasts outside the workbench');
  return toasts;
}
