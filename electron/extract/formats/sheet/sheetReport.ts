/** What a workbook holds beside the values of its cells, gathered while it is read. */
import type { ExtractContext } from '../../extractor.ts';
import { openRemarkList } from '../office/remarkList.ts';
import { openFormulaList } from './formulas.ts';
import type { SheetName } from './sheetPages.ts';

export function openSheetReport({ warn }: Pick<ExtractContext, 'warn'>) {
  const remarks = openRemarkList(warn);
  const formulas = openFormulaList();
  const sheets: SheetName[] = [];
  let hiddenRows = 0;
  let hiddenColumns = 0;

  return {
    remarks,
    formulas,
    addSheet(sheet: SheetName): void {
      sheets.push(sheet);
    },
    hideRows(count = 1): void {
      hiddenRows += count;
    },
    hideColumns(count = 1): void {
      hiddenColumns += count;
    },
    end() {
      const hidden = sheets.filter(sheet => sheet.isHidden).map(sheet => `“${sheet.name}”`);
      if (hidden.length > 0)
        warn(
          `The document hides ${hidden.length === 1 ? 'the sheet' : `${hidden.length} sheets:`} ${hidden.slice(0, 20).join(', ')}; ${hidden.length === 1 ? 'it was' : 'they were'} read like the others.`,
        );
      if (hiddenRows + hiddenColumns > 0)
        warn(`The document hides ${hiddenRows} rows and ${hiddenColumns} columns; they were read like the others.`);
      formulas.tell(warn);
      const found = remarks.result();
      return {
        remarks: found,
        metadata: {
          sheets: sheets.map(sheet => `${sheet.name}${sheet.isHidden ? ' (hidden)' : ''}`).join('; ') || undefined,
          sheetCount: String(sheets.length),
          formulas: formulas.count() > 0 ? String(formulas.count()) : undefined,
          comments: found.length > 0 ? String(found.length) : undefined,
        },
      };
    },
  };
}

export type SheetReport = ReturnType<typeof openSheetReport>;
