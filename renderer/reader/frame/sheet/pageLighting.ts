/** Marks, target and what find has found, as lights of one page's cells; counted once, until one of them changes. */
import type { FrameMark } from '../../frameMessages.ts';
import type { Light } from '../text/textLights.ts';
import type { TextMatch } from '../text/textFinder.ts';
import { cellAt } from '../../../../shared/domain/sheet.ts';
import { type LandedCells, landMarkOnCells, landOnCells, PageCellLights } from './cellLights.ts';
import type { CellPoint } from './cellSelection.ts';
import type { SheetPage } from './sheetPage.ts';

export interface SheetTarget {
  pageIndex: number;
  quote: FrameMark['quote'];
  position: FrameMark['position'];
}

interface Lit {
  lights: PageCellLights;
  marks: { mark: FrameMark; landed: LandedCells; row: number }[];
  /** Marks whose words are not there any more: their tabs stand in the first row. */
  lost: FrameMark[];
}

export class PageLighting {
  marks: readonly FrameMark[] = [];
  target: SheetTarget | null = null;
  found: readonly (TextMatch & { now: boolean })[] = [];
  readonly #lit = new Map<number, Lit>();

  change(change: Partial<Pick<PageLighting, 'marks' | 'target' | 'found'>>): void {
    Object.assign(this, change);
    this.#lit.clear();
  }

  lightsOf(page: SheetPage): PageCellLights {
    return this.#litOf(page).lights;
  }

  marksAt(page: SheetPage, row: number): FrameMark[] {
    const { marks, lost } = this.#litOf(page);
    return [...(row === 0 ? lost : []), ...marks.filter(one => one.row === row).map(({ mark }) => mark)];
  }

  /** The passage that a cell belongs to. */
  markOn(page: SheetPage, { row, column }: Pick<CellPoint, 'row' | 'column'>): string | null {
    const { lights } = this.#litOf(page);
    if (!lights.of(row, column).some(({ light }) => light.startsWith('mark-'))) return null;
    const found = this.#litOf(page).marks.find(({ mark, landed }) => {
      const own = new PageCellLights();
      own.add(page, `mark-${mark.bearing}`, landed);
      return own.of(row, column).length > 0;
    });
    return found?.mark.passageId ?? null;
  }

  #litOf(page: SheetPage): Lit {
    let lit = this.#lit.get(page.index);
    if (lit === undefined) {
      lit = this.#light(page);
      this.#lit.set(page.index, lit);
    }
    return lit;
  }

  #light(page: SheetPage): Lit {
    const lit: Lit = { lights: new PageCellLights(), marks: [], lost: [] };
    for (const mark of this.marks) {
      if (mark.pageIndex !== page.index) continue;
      const landed = landMarkOnCells(page, mark.quote, mark.position);
      if (landed === null) {
        lit.lost.push(mark);
        continue;
      }
      lit.lights.add(page, `mark-${mark.bearing}`, landed);
      lit.marks.push({ mark, landed, row: landed.area?.top ?? cellAt(page.text, landed.span.start).row });
    }
    for (const match of this.found) {
      if (match.pageIndex !== page.index) continue;
      const light: Light = match.now ? 'found-now' : 'found';
      lit.lights.add(page, light, { span: match, area: null });
    }
    const { target } = this;
    const landed = target?.pageIndex === page.index ? landOnCells(page, target.quote, target.position) : null;
    if (landed !== null) lit.lights.add(page, 'target', landed);
    return lit;
  }
}
