/** A preference of this window that outlives it: a small yes or no. Storage may be missing or full; then it is forgotten. */
import { useState } from 'react';

export function useRememberedFlag(name: string): [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => readFlag(name));
  return [
    value,
    next => {
      setValue(next);
      try {
        localStorage.setItem(name, next ? '1' : '0');
      } catch {
        // Nothing to do: it is only a convenience.
      }
    },
  ];
}

function readFlag(name: string): boolean {
  try {
    return localStorage.getItem(name) === '1';
  } catch {
    return false;
  }
}
