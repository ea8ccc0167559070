/** Light, dark, or as the desktop has it; remembered, and set on the document before anything is drawn. */
import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'probatum.theme';
const watchers = new Set<() => void>();
let theme: Theme = rememberedTheme();

export function rememberedTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

function prefersDark(): MediaQueryList | null {
  return typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: dark)');
}

function draw(): void {
  const dark = theme === 'dark' || (theme === 'system' && prefersDark()?.matches === true);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

/** Sets and remembers a theme; without one, draws the remembered one and follows the desktop from then on. */
export function applyTheme(next?: Theme): void {
  if (next === undefined) {
    prefersDark()?.addEventListener('change', draw);
  } else {
    theme = next;
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // Without storage it holds for this start.
    }
    for (const watcher of [...watchers]) watcher();
  }
  draw();
}

export function useTheme(): Theme {
  return useSyncExternalStore(
    watcher => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => theme,
  );
}
