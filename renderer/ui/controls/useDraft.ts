import { useEffect, useRef, useState } from 'react';

interface Draft {
  value: string;
  change(next: string): void;
  /** To be called on blur and on Enter: hands the draft over if it differs from what is saved. */
  commit(): void;
  /** Back to what is saved. */
  reset(): void;
}

/**
 * A field's text while it is typed. With `onChange` the owner holds the text; with `onCommit` alone the field holds it
 * until it is left. A saved value that changes meanwhile replaces the draft only if nothing was typed over it.
 */
export function useDraft(saved: string, onChange?: (next: string) => void, onCommit?: (next: string) => void): Draft {
  const [draft, setDraft] = useState(saved);
  const base = useRef(saved);
  useEffect(() => {
    setDraft(now => (now === base.current ? saved : now));
    base.current = saved;
  }, [saved]);
  const value = onChange ? saved : draft;
  return {
    value,
    change: next => (onChange ? onChange(next) : setDraft(next)),
    commit: () => {
      if (onChange || value !== saved) onCommit?.(value);
    },
    reset: () => setDraft(saved),
  };
}
