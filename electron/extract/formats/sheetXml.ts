/** Workbooks of Excel 2003 as one XML file (SpreadsheetML): sheets page by page of cells, as they are shown. */
import type { Extractor } from '../extractor.ts';
import { openSheetReport } from './sheet/sheetReport.ts';
import { readCells } from './sheetXml/cells.ts';
import { readWorkbookFrame } from './sheetXml/workbookFrame.ts';

const MAX_LISTED_LINKS = 50;

export const extractSheetXml: Extractor = async context => {
  const bytes = await context.source.readAll();
  const report = openSheetReport(context);
  const frame = readWorkbookFrame(bytes);
  for (const connection of frame.connections) report.formulas.addElsewhere(connection);
  const { links, isWhole } = await readCells(bytes, { frame, report, context });
  if (!isWhole) context.warn('The workbook ends in the middle; what follows is missing.');
  const { metadata, remarks } = report.end();
  const { title, metadata: properties } = frame.properties;
  return {
    engine: 'probatum-sheet-xml',
    engineVersion: '1',
    title,
    metadata: { ...properties, ...metadata, links: links.slice(0, MAX_LISTED_LINKS).join(' ') || undefined },
    remarks,
  };
};
