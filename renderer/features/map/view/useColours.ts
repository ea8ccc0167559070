import { useEffect, useState } from 'react';
import { DARK, LIGHT, type MapColours } from '../draw/mapColours.ts';

/** The colours of the theme that is on the document now, whoever changed it. */
export function useColours(): MapColours {
  const [isDark, setDark] = useState(isDarkNow);
  useEffect(() => {
    const watcher = new MutationObserver(() => setDark(isDarkNow()));
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => watcher.disconnect();
  }, []);
  return isDark ? DARK : LIGHT;
}

function isDarkNow(): boolean {
  return document.documentElement.dataset['theme'] === 'dark';
}
