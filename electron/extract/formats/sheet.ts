/**
 * XLSX workbooks: a page for each two hundred rows or so of a sheet, cells as they are shown. Formulas are never evaluated;
 * what they showed when the workbook was saved is read. Text boxes, charts and margins of a sheet follow its cells.
 */
import { ExtractionFailure } from '../extractionFailure.ts';
import type { ExtractContext, Extractor } from '../extractor.ts';
import { walkXml } from '../text/xmlWalk.ts';
import { addEmbeddedParts } from './office/embeddedParts.ts';
import { type OfficePackage, openOfficePackage } from './office/officePackage.ts';
import { readOfficeProperties } from './office/officeProperties.ts';
import { findMainPart, tellExternalTargets } from './office/relationships.ts';
import { readBesideSheet } from './sheet/besideSheet.ts';
import { openSheetPages, pageScale } from './sheet/sheetPages.ts';
import { openSheetReport } from './sheet/sheetReport.ts';
import { readCellFormats, readSharedStrings, readWorkbook, type WorkbookSheet } from './sheet/workbookParts.ts';
import { readWorksheet } from './sheet/worksheet.ts';

const TEXT_PARTS = /^(docProps\/[^/]+\.xml|xl\/.+\.xml|(.*\/)?_rels\/[^/]*\.rels)$/i;
export const EMBEDDED_IN_WORKBOOK = {
  files: /^xl\/embeddings\/[^/]+$/i,
  pictures: /^xl\/media\/[^/]+$/i,
};

export const extractSheet: Extractor = async context => {
  const pack = await openOfficePackage(context, name => TEXT_PARTS.test(name));
  const main = await findMainPart(pack, /^xl\/workbook\.xml$/i);
  const workbookXml = main === undefined ? undefined : await pack.read(main);
  if (main === undefined || workbookXml === undefined)
    throw new ExtractionFailure('unreadable', 'The workbook is damaged: the list of its sheets is missing.');
  const { sheets, date1904 } = await readWorkbook(pack, main, workbookXml);
  const strings = readSharedStrings(await pack.read(siblingOf(main, 'sharedStrings.xml')));
  const formats = readCellFormats(await pack.read(siblingOf(main, 'styles.xml')));
  const report = openSheetReport(context);
  const scale = scaleOf(pack, sheets, context);
  for (const sheet of sheets) {
    report.addSheet(sheet);
    const bytes = await pack.read(sheet.part);
    if (bytes === undefined) {
      context.warn(`The sheet “${sheet.name}” is missing from the workbook.`);
      continue;
    }
    const pages = openSheetPages(context, sheet, scale);
    const { margins, isWhole } = await readWorksheet(bytes, {
      name: sheet.name,
      pages,
      report,
      strings,
      formats,
      date1904,
    });
    if (!isWhole) context.warn(`The sheet “${sheet.name}” ends in the middle; what follows is missing.`);
    const beside = await readBesideSheet(pack, { part: sheet.part, name: sheet.name, remarks: report.remarks });
    const text = [...beside, ...margins].join('\n\n');
    if (text !== '') await context.addPage({ label: sheet.name, text });
  }
  await addEmbeddedParts(pack, context, EMBEDDED_IN_WORKBOOK);
  await tellWhatReachesOut(pack, context);
  const { metadata, remarks } = report.end();
  const properties = await readOfficeProperties(pack);
  return {
    engine: 'probatum-sheet',
    engineVersion: '1',
    title: properties.title,
    metadata: { ...properties.metadata, ...metadata },
    remarks,
  };
};

function siblingOf(part: string, name: string): string {
  return part.replace(/[^/]*$/, name);
}

/** Rows are not counted beforehand; a row takes a hundred bytes of XML and more. */
function scaleOf(pack: OfficePackage, sheets: readonly WorkbookSheet[], { limits }: ExtractContext): number {
  const bytes = sheets.reduce((sum, sheet) => sum + (pack.entry(sheet.part)?.expandedBytes ?? 0), 0);
  return pageScale(bytes / 100, bytes / 4, limits.maxPages);
}

/** Other workbooks, data connections, DDE and macros: named, not followed. */
export async function tellWhatReachesOut(pack: OfficePackage, { warn }: ExtractContext): Promise<void> {
  await tellExternalTargets(pack, warn);
  const calls: string[] = [];
  for (const name of pack.names) {
    if (!/^xl\/(connections|externalLinks\/[^/]+|queryTables\/[^/]+)\.xml$/i.test(name)) continue;
    const bytes = await pack.read(name);
    if (bytes === undefined) continue;
    walkXml(bytes, {
      open(element, { ddeService, ddeTopic, connection, url }) {
        if (element === 'x:ddeLink') calls.push(`DDE ${ddeService ?? ''} ${ddeTopic ?? ''}`);
        else if (element === 'x:dbPr' && connection !== undefined) calls.push(connection);
        else if (element === 'x:webPr' && url !== undefined) calls.push(url);
      },
    });
  }
  if (calls.length > 0)
    warn(
      `The workbook has ${calls.length === 1 ? 'a connection' : `${calls.length} connections`} to data elsewhere, which ${calls.length === 1 ? 'was' : 'were'} not opened: ${calls
        .slice(0, 5)
        .map(call => call.slice(0, 100))
        .join('; ')}`,
    );
  if (pack.names.some(name => /(^|\/)vbaProject\.bin$/i.test(name)))
    warn('The workbook holds macros; they were not run.');
  if (pack.names.some(name => /^xl\/macrosheets\//i.test(name)))
    warn('The workbook holds macro sheets of Excel 4; they were not run.');
}
