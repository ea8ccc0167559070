/** A frame around cells, drawn over the rows and once more over the headings that stay above them. */
import type { CellArea } from '../../../../shared/domain/sheetQuote.ts';
import type { GridGeometry } from './gridGeometry.ts';
import { makePart } from './gridParts.ts';
import { LETTERS_PX } from './sheetLayout.ts';

export class CellOverlay {
  readonly inBody: HTMLElement;
  readonly inHead: HTMLElement;
  #wanted: { pageIndex: number; area: CellArea } | null = null;

  constructor(className: string) {
    this.inBody = makePart(className);
    this.inHead = makePart(className);
  }

  set(wanted: { pageIndex: number; area: CellArea } | null): void {
    this.#wanted = wanted;
  }

  place(geometry: GridGeometry): void {
    const wanted = this.#wanted;
    const box = wanted === null ? null : geometry.boxOf(wanted.pageIndex, wanted.area);
    this.inBody.hidden = wanted === null || box === null || geometry.isHeading(wanted.pageIndex, wanted.area.bottom);
    this.inHead.hidden = wanted === null || box === null || !geometry.isHeading(wanted.pageIndex, wanted.area.top);
    if (wanted === null || box === null) return;
    const { left, width, height } = box;
    putAt(this.inBody, { left, width, height, top: geometry.pxOf(box.top / geometry.scale - LETTERS_PX) });
    putAt(this.inHead, { left, width, height, top: LETTERS_PX * geometry.scale });
  }
}

function putAt(element: HTMLElement, box: { top: number; left: number; width: number; height: number }): void {
  for (const side of ['top', 'left', 'width', 'height'] as const) element.style[side] = `${box[side]}px`;
}
