/** The bar above the grid: the address of the cell one is on, which can be typed over, and all of its text. */
import { columnName } from '../../../../shared/domain/sheet.ts';
import { offsetsOf, readLayer } from '../layerText.ts';
import { textLanguage } from '../text/textLanguage.ts';
import { PageLights } from '../text/textLights.ts';
import type { CellLight } from './cellLights.ts';
import { lightCell } from './gridRows.ts';

export interface CellBarContent {
  address: string;
  text: string;
  lights: readonly CellLight[];
}

export interface CellBar {
  element: HTMLElement;
  show(content: CellBarContent | null): void;
  /** Offsets of what is selected in the cell's text. */
  selectedWords(): { start: number; end: number } | null;
  rectOfSelection(): DOMRect | null;
}

/** @param onAddress goes to the cell; answers whether there is one */
export function makeCellBar(
  languages: readonly string[],
  onAddress: (place: { row: number; column: number }) => Promise<boolean>,
  onLeave: () => void,
): CellBar {
  const element = document.createElement('div');
  element.className = 'cell-bar';
  const address = document.createElement('input');
  address.className = 'cell-address';
  address.ariaLabel = 'Cell, such as B12: type another and press Enter to go there';
  address.autocomplete = 'off';
  address.spellcheck = false;
  address.maxLength = 40;
  address.placeholder = 'Cell';
  const text = document.createElement('div');
  text.className = 'cell-text';
  text.role = 'region';
  text.ariaLabel = 'Text of the cell';
  text.ariaLive = 'polite';
  text.tabIndex = 0;
  element.append(address, text);
  const lights = new PageLights();
  let shown = '';

  address.addEventListener('focus', () => address.select());
  address.addEventListener('input', () => {
    address.ariaInvalid = readAddress(address.value) === null ? 'true' : 'false';
  });
  address.addEventListener('blur', () => {
    address.value = shown;
    address.ariaInvalid = 'false';
  });
  address.addEventListener('keydown', event => {
    // Letters here are letters, and none of the page's keys; the window's own shortcuts have a modifier.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    if (event.key === 'Escape') onLeave();
    if (event.key === 'Enter') void go();
  });
  text.addEventListener('keydown', event => {
    // Arrows scroll the cell's text or extend what is selected in it.
    if (event.key.startsWith('Arrow')) event.stopPropagation();
  });

  async function go(): Promise<void> {
    const place = readAddress(address.value);
    if (place !== null && (await onAddress(place))) onLeave();
    else address.ariaInvalid = 'true';
  }

  return {
    element,
    show(content) {
      lights.clear();
      shown = content?.address ?? '';
      if (document.activeElement !== address) address.value = shown;
      text.textContent = content?.text.replaceAll('\u2028', '\n') ?? '';
      delete text.dataset.lit;
      text.dir = 'auto';
      text.lang = (content === null ? undefined : textLanguage(content.text, languages)) ?? '';
      text.scrollTop = 0;
      for (const light of content?.lights ?? []) lightCell(text, light, lights);
      bringLightIntoView(text, content?.lights ?? []);
    },
    selectedWords() {
      const selection = document.getSelection();
      if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
      const range = selection.getRangeAt(0);
      return text.contains(range.startContainer) || text.contains(range.endContainer)
        ? offsetsOf(readLayer(text), range)
        : null;
    },
    rectOfSelection: () => document.getSelection()?.getRangeAt(0).getBoundingClientRect() ?? null,
  };
}

function bringLightIntoView(text: HTMLElement, lights: readonly CellLight[]): void {
  const wanted = lights.find(({ light }) => light === 'target' || light === 'found-now');
  const node = text.firstChild;
  if (wanted === undefined || wanted.isWhole || !(node instanceof Text)) return;
  const range = document.createRange();
  range.setStart(node, Math.min(wanted.start, node.length));
  range.setEnd(node, Math.min(wanted.end, node.length));
  const [box, room] = [range.getBoundingClientRect(), text.getBoundingClientRect()];
  if (box.bottom > room.bottom) text.scrollTop += box.top - room.top - 4;
}

const ADDRESS = /^(?:.*!)?\$?([A-Za-z]{1,4})?\$?(\d{1,9})?$/;

/** `B12`, `Crew list!B12`, `b` or `12`, counted from 0; what is not named is the first. */
export function readAddress(written: string): { column: number; row: number } | null {
  const [, letters, digits] = ADDRESS.exec(written.trim()) ?? [];
  if (letters === undefined && digits === undefined) return null;
  const row = digits === undefined ? 0 : Number(digits) - 1;
  let column = 0;
  for (const letter of (letters ?? 'A').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return row < 0 ? null : { column: column - 1, row };
}

export function addressOf(place: { firstRow: number; firstColumn: number }, row: number, column: number): string {
  return `${columnName(place.firstColumn + column)}${place.firstRow + row + 1}`;
}
