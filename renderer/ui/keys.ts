/** Names of keys as this platform prints them. */
export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

const macSigns: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Backspace: '⌫' };
const words: Record<string, string> = {
  Mod: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** `Mod+Shift+Z` as the parts to print: `⌘ ⇧ Z`, or `Ctrl Shift Z`. A sequence gives its keys one after the other. */
export function printedKeys(shortcut: string): string[] {
  return shortcut.split(' ').flatMap(chord => {
    const parts = chord.endsWith('+') ? [...chord.slice(0, -1).split('+').filter(Boolean), '+'] : chord.split('+');
    return parts.map(
      part => (isMac ? macSigns[part] : undefined) ?? words[part] ?? (part.length === 1 ? part.toUpperCase() : part),
    );
  });
}

/** For `aria-keyshortcuts`: `Control+K` or `Meta+K`; sequences have no notation there. */
export function ariaKeys(shortcut: string | undefined): string | undefined {
  if (!shortcut || shortcut.includes(' ')) return undefined;
  return shortcut.replace('Mod', isMac ? 'Meta' : 'Control');
}
