/** The colours of a chart in the window, light or dark: the canvas cannot read CSS variables by itself. */
import { useEffect, useState } from 'react';
import { type ChartPalette, paperPalette } from '../../../../shared/domain/chart/index.ts';

const VARIABLES: Record<Exclude<keyof ChartPalette, 'strength'>, string> = {
  ground: '--surface-raised',
  text: '--text',
  textSoft: '--text-soft',
  nodeFill: '--surface',
  nodeLine: '--text-soft',
  eventFill: '--accent-soft',
  foldedFill: '--surface-sunken',
  box: '--surface',
  boxLine: '--line-strong',
  note: '--warning-soft',
  noteLine: '--warning',
  accent: '--accent',
  accentSoft: '--accent-soft',
};
const STRENGTHS: Record<keyof ChartPalette['strength'], string> = {
  confirmed: '--established',
  probable: '--probable',
  possible: '--reported',
  contested: '--contested',
};

export function windowPalette(): ChartPalette {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
  const plain = Object.entries(VARIABLES).map(([key, name]) => [
    key,
    read(name, paperPalette[key as keyof typeof VARIABLES]),
  ]);
  const strength = Object.entries(STRENGTHS).map(([key, name]) => [
    key,
    read(name, paperPalette.strength[key as keyof typeof STRENGTHS]),
  ]);
  return { ...paperPalette, ...Object.fromEntries(plain), strength: Object.fromEntries(strength) };
}

/** Read anew when the theme changes. */
export function useWindowPalette(): ChartPalette {
  const [palette, setPalette] = useState(windowPalette);
  useEffect(() => {
    const watcher = new MutationObserver(() => setPalette(windowPalette()));
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => watcher.disconnect();
  }, []);
  return palette;
}
