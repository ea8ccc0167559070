/** The window's theme, for the frame, which shares no stylesheet with it. */
import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

export function useTheme(): Theme {
  return useSyncExternalStore(watchTheme, currentTheme);
}

function currentTheme(): Theme {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
