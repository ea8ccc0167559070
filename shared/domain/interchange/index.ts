export { guardCell } from './cells.ts';
export { checkIncoming } from './checkIncoming.ts';
export { detectInterchange, type ReadableFormat } from './detectFormat.ts';
export { type EntityTable, entityTableOf, readEntityRow } from './entityRows.ts';
export { guessMapping, guessSchema, propertyOfHeading } from './guessMapping.ts';
export { headingRowOf, uniqueHeadings } from './headings.ts';
export type {
  InterchangeEntity,
  InterchangeValue,
  LeavingCitation,
  LeavingEntities,
  LeavingEntity,
  LeavingValue,
  ReadItem,
} from './interchangeEntity.ts';
export { placeOf } from './placed.ts';
export { readDprkReports } from './readDprkReports.ts';
export { readFtm } from './readFtm.ts';
export { readGeoJson } from './readGeoJson.ts';
export { openGexfReader } from './readGexf.ts';
export { openGraphmlReader } from './readGraphml.ts';
export { openKmlReader } from './readKml.ts';
export { mappingProblems, openRowMapping, type RowMapping, type TableRow } from './tableMapping.ts';
export { writeCsv } from './writeTable.ts';
export { writeFtm } from './writeFtm.ts';
export { writeGeoJson } from './writeGeoJson.ts';
export { writeGexf } from './writeGexf.ts';
export { writeGraphml } from './writeGraphml.ts';
export { writeKml } from './writeKml.ts';
export { type WorkbookPart, writeXlsx } from './writeXlsx.ts';
export type { XmlHandler } from './xml.ts';
