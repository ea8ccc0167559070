/** What is remembered between starts: widths and what is folded. Never anything of a case. */
export interface PaneState {
  width: number;
  collapsed: boolean;
}

const PREFIX = 'probatum.pane.';

export function rememberedPane(id: string): PaneState | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PREFIX + id) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return null;
    const { width, collapsed } = stored as Partial<Record<keyof PaneState, unknown>>;
    return typeof width === 'number' && width > 0 ? { width, collapsed: collapsed === true } : null;
  } catch {
    return null;
  }
}

export function rememberPane(id: string, state: PaneState): void {
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify(state));
  } catch {
    // Widths are a comfort: without storage the panes begin as designed.
  }
}
