/** The page of a container that lists its members, as a sheet. It is sent row by row, so that no list is held whole. */
import { sheetText } from '../../../shared/domain/sheet.ts';
import type { ExtractContext } from '../extractor.ts';

const ROWS_PER_PAGE = 500;
const MAX_PAGE_CHARS = 200_000;

export interface Listing {
  add(row: readonly string[]): Promise<void>;
  end(): Promise<void>;
}

/** @param pageAdded is told the index among the listing's own pages, before each is added */
export function openListing(
  name: string,
  columns: readonly string[],
  addPage: ExtractContext['addPage'],
  pageAdded: () => void = () => {},
): Listing {
  let rows: (readonly string[])[] = [columns];
  let chars = 0;
  let firstRow = 0;

  async function flush(): Promise<void> {
    if (rows.length === 0) return;
    const text = sheetText(rows);
    pageAdded();
    await addPage({ text, label: name, sheet: { name, firstRow, firstColumn: 0, isHidden: false } });
    firstRow += rows.length;
    rows = [];
    chars = 0;
  }

  return {
    async add(row) {
      rows.push(row);
      for (const cell of row) chars += cell.length;
      if (rows.length >= ROWS_PER_PAGE || chars > MAX_PAGE_CHARS) await flush();
    },
    end: flush,
  };
}
