/** What an exhibit gives, item by item, whatever its format: the one way for the preview and for the import. */
import type { TableMapping } from '../../../shared/contract/interchange.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import {
  entityTableOf,
  mappingProblems,
  openGexfReader,
  openGraphmlReader,
  openKmlReader,
  openRowMapping,
  type ReadItem,
  readDprkReports,
  readEntityRow,
  readFtm,
  readGeoJson,
} from '../../../shared/domain/interchange/index.ts';
import { readStix } from '../../../shared/domain/stix/index.ts';
import { assertNever } from '../../../shared/kernel/assertNever.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { ImportSource } from './openSource.ts';
import { openTable, type TableChoice } from './tableRows.ts';
import { xmlItems } from './xmlItems.ts';

export interface Reading extends TableChoice {
  mapping: TableMapping | null;
}

/** @throws import-unfit for a table without a mapping that fits it */
export async function* readItems(db: ReadableDb, source: ImportSource, reading: Reading): AsyncGenerator<ReadItem> {
  const { format, scope } = source;
  if (format === 'csv' || format === 'xlsx') {
    yield* tableItems(db, source, reading);
    return;
  }
  const { pieces } = await source.decode();
  switch (format) {
    case 'stix':
      yield* readStix(pieces);
      return;
    case 'ftm':
      yield* readFtm(pieces());
      return;
    case 'dprk-reports':
      yield* readDprkReports(pieces());
      return;
    case 'geojson':
      yield* readGeoJson(pieces(), scope);
      return;
    case 'graphml':
      yield* xmlItems(pieces(), emit => openGraphmlReader(scope, emit));
      return;
    case 'gexf':
      yield* xmlItems(pieces(), emit => openGexfReader(scope, emit));
      return;
    case 'kml':
      yield* xmlItems(pieces(), emit => openKmlReader(scope, emit));
      return;
    default:
      assertNever(format);
  }
}

async function* tableItems(
  db: ReadableDb,
  source: ImportSource,
  { mapping, ...choice }: Reading,
): AsyncGenerator<ReadItem> {
  const { headings, rows } = await openTable(db, source, choice);
  const own = entityTableOf(headings);
  if (mapping === null && own !== null) {
    for await (const row of rows) yield* readEntityRow(own, headings, row);
    return;
  }
  const problems = mapping === null ? ['Say first what its columns become.'] : mappingProblems(mapping, headings);
  if (mapping === null || problems.length > 0)
    throw new ProbatumError('import-unfit', {
      exhibit: exhibitNumber(source.exhibit.number),
      problem: problems.join(' '),
    });
  const read = openRowMapping(mapping, headings, `${source.scope}/${choice.sheet}`);
  for await (const row of rows) yield* read(row);
}
