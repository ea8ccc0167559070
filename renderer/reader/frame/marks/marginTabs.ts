/** The small tabs beside a page: one a passage, at the height of its words, pushed apart where they would overlap. */
import type { FrameMark } from '../../frameMessages.ts';
import './marks.css';

/** `places` are fractions of the page's height from its top; null stands at the top. */
export function marginTabs(
  marks: readonly FrameMark[],
  places: readonly (number | null)[],
  onPress: (passageId: string) => void,
): HTMLElement {
  const list = document.createElement('div');
  list.className = 'mark-tabs';
  list.role = 'list';
  list.ariaLabel = 'Passages on this page';
  const order = marks.map((mark, index) => ({ mark, at: places[index] ?? 0 })).sort((a, b) => a.at - b.at);
  for (const { mark, at } of order) {
    const item = document.createElement('div');
    item.role = 'listitem';
    item.className = 'mark-tab-place';
    item.style.top = `calc(${at * 100}%)`;
    item.append(tab(mark, onPress));
    list.append(item);
  }
  // After layout, since the heights are the font's.
  requestAnimationFrame(() => spread(list));
  return list;
}

function tab(mark: FrameMark, onPress: (passageId: string) => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'mark-tab';
  if (mark.selected) button.ariaCurrent = 'true';
  const sign = document.createElement('span');
  sign.className = 'mark-tab-sign';
  sign.textContent = mark.sign;
  const label = document.createElement('span');
  label.className = 'mark-tab-label';
  label.textContent = mark.label;
  button.dataset.bearing = mark.bearing;
  const words = mark.kind === 'words' ? mark.quote.exact : 'region of the page';
  button.ariaLabel = `Passage ${mark.label}, ${mark.bearingWord}: ${words.slice(0, 120)}`;
  button.title = `${mark.label} (${mark.bearingWord}): ${words.slice(0, 240)}`;
  button.append(sign, label);
  button.addEventListener('click', () => onPress(mark.passageId));
  return button;
}

const GAP_PX = 2;

function spread(list: HTMLElement): void {
  let free = 0;
  for (const item of list.children) {
    if (!(item instanceof HTMLElement)) continue;
    item.style.transform = '';
    const top = item.offsetTop;
    if (top < free) item.style.transform = `translateY(${free - top}px)`;
    free = Math.max(top, free) + item.offsetHeight + GAP_PX;
  }
}
