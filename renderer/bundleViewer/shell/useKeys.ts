/** Single keys of the viewer, heard wherever one is but in a field or a panel that floats above. */
import { useEffect, useRef } from 'react';

/** By `KeyboardEvent.key`, or `Shift+N`. Answers true where it did something. */
export type Keys = Readonly<Record<string, () => void>>;

export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const name = nameOf(event);
      const run = latest.current[name];
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}

/** With a Korean or a Cyrillic layout the place of the key counts, not the letter on it. */
export function nameOf({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  const letter = /^[a-z]$/i.test(key) ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? null);
  if (letter === null) return shiftKey && /^F\d/.test(key) ? `Shift+${key}` : key;
  return shiftKey ? `Shift+${letter.toUpperCase()}` : letter.toLowerCase();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

/** F6 goes from region to region, as in browsers: places, list, exhibit. */
export function focusNextRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const at = regions.findIndex(region => region.contains(document.activeElement));
  const next = regions[(at + by + regions.length) % regions.length];
  if (!next) return;
  const inside = next.querySelector<HTMLElement>('[aria-current], a, button, input, [tabindex="0"]');
  const target = next.tabIndex >= 0 ? next : inside;
  target?.focus();
}
