/** The outline as a list of buttons, indented by level. */
export interface OutlineEntry {
  title: string;
  /** Counted from 1. */
  level: number;
  /** Null for a heading that leads nowhere. */
  go: (() => void) | null;
}

export function outlineList(entries: readonly OutlineEntry[]): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'outline';
  list.ariaLabel = 'Outline';
  const top = Math.min(...entries.map(({ level }) => level));
  for (const { title, level, go } of entries) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = title;
    button.title = title;
    button.style.paddingInlineStart = `${8 + Math.min(8, level - top) * 12}px`;
    button.disabled = go === null;
    if (go !== null) button.addEventListener('click', go);
    item.append(button);
    list.append(item);
  }
  return list;
}
