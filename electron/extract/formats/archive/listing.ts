/** An archive's own pages: its directory as a sheet, so that what it holds can be searched and cited. */
import { sheetText } from '../../../../shared/domain/sheet.ts';
import type { ExtractContext } from '../../extractor.ts';
import type { ArchiveMember } from './members.ts';

const COLUMNS = ['Name', 'Size', 'Modified', 'Note'];
const PAGE_ROWS = 200;
const PAGE_CHARS = 20_000;
/** Sheet names of spreadsheet programs are no longer than this, and the reader shows them in a tab. */
const SHEET_NAME = 'Contents';

export interface ListedMember extends ArchiveMember {
  note: string;
}

export async function addListing(members: readonly ListedMember[], context: ExtractContext): Promise<void> {
  // Room for the listing of any archive that may be unpacked, whatever the number of pages is limited to.
  const rowsAtOnce = Math.max(PAGE_ROWS, Math.ceil(members.length / (context.limits.maxPages * 0.5)));
  let rows: string[][] = [COLUMNS];
  let chars = 0;
  let firstRow = 0;
  const addPage = async () => {
    await context.addPage({
      text: sheetText(rows),
      sheet: { name: SHEET_NAME, firstRow, firstColumn: 0, isHidden: false },
    });
    firstRow += rows.length;
    rows = [];
    chars = 0;
  };
  for (const member of members) {
    if (rows.length >= rowsAtOnce || (chars > PAGE_CHARS && rowsAtOnce === PAGE_ROWS)) await addPage();
    const row = rowOf(member);
    rows.push(row);
    chars += row.join('\t').length;
  }
  if (rows.length > 0) await addPage();
}

function rowOf({ name, isFolder, sizeBytes, modifiedAt, note }: ListedMember): string[] {
  const shown = isFolder && !name.endsWith('/') ? `${name}/` : name;
  return [shown, isFolder || sizeBytes === null ? '' : String(sizeBytes), modifiedAt ?? '', note];
}
