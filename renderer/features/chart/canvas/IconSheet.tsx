import { useLayoutEffect, useRef } from 'react';
import { schemaIcon } from '../../entity/index.ts';

/**
 * Draws the signs of schemata unseen, and hands out their markup: the canvas and the picture that leaves need them as text,
 * and so have the very signs that lists have.
 */
export function IconSheet({ schemata, onIcons }: { schemata: readonly string[]; onIcons(icons: Icons): void }) {
  const sheet = useRef<HTMLDivElement>(null);
  const told = useRef(onIcons);
  told.current = onIcons;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when other schemata are drawn
  useLayoutEffect(() => {
    const found = [...(sheet.current?.querySelectorAll<HTMLElement>('[data-schema]') ?? [])];
    told.current(new Map(found.map(one => [one.dataset['schema'] ?? '', one.querySelector('svg')?.innerHTML ?? ''])));
  }, [schemata]);
  return (
    <div ref={sheet} hidden>
      {schemata.map(schema => {
        const Icon = schemaIcon(schema);
        return (
          <span key={schema} data-schema={schema}>
            <Icon size={24} aria-hidden />
          </span>
        );
      })}
    </div>
  );
}

/** By schema: what stands inside its `<svg>`. */
export type Icons = ReadonlyMap<string, string>;

/** Attributes that the signs are drawn with, wherever they stand. */
export function iconGroup(markup: string, colour: string): string {
  return `<g fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${markup}</g>`;
}

/** Stands clear of light and of dark ground: 3 : 1, as signs must. A picture for paper is drawn with the same. */
const ICON_COLOUR = '#787c83';

export function iconUri(markup: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 24 24">${iconGroup(markup, ICON_COLOUR)}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
