/** What an exhibit would give, before anything is taken in: columns and first rows of a table, entities by schema of the rest. */
import type { InterchangeFormat } from '../../../shared/contract/interchange.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { entityTableOf, type ReadItem } from '../../../shared/domain/interchange/index.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { HostContext } from '../host.ts';
import { mappingForColumns } from './importSql.ts';
import { type ImportSource, openImportSource, UNFIT_SENTENCE } from './openSource.ts';
import { readItems } from './readItems.ts';
import { openTable, sheetsOf } from './tableRows.ts';

type Preview = OutputOf<'interchange.preview'>;

const SAMPLE_ROWS = 20;
/** A preview tells what a file is; the import counts all of it. */
const MOST_COUNTED = 50_000;
const ITEMS_A_TURN = 2000;

const NOTHING: Preview = {
  format: null,
  sentence: UNFIT_SENTENCE,
  needsMapping: false,
  sheets: [],
  sheet: '',
  columns: [],
  sample: [],
  rowCount: 0,
  mapping: null,
  schemata: [],
};

export async function previewExhibit(
  { session }: HostContext,
  { exhibitId, sheet, hasHeadings }: ParsedInputOf<'interchange.preview'>,
): Promise<Preview> {
  const { db } = session.queryContext();
  const source = await openImportSource(db, exhibitId);
  if (!source) return NOTHING;
  if (source.format !== 'csv' && source.format !== 'xlsx') return previewEntities(db, source, '');
  const sheets = sheetsOf(db, source);
  const chosen = sheets.includes(sheet) ? sheet : (sheets[0] ?? '');
  const { headings, rows } = await openTable(db, source, { sheet: chosen, hasHeadings });
  const own = entityTableOf(headings);
  if (own !== null) return { ...(await previewEntities(db, source, chosen)), columns: headings, sheets, sheet: chosen };
  const sample: string[][] = [];
  let rowCount = 0;
  for await (const { cells } of rows) {
    if (cells.every(cell => cell.trim() === '')) continue;
    rowCount += 1;
    if (sample.length < SAMPLE_ROWS) sample.push(headings.map((_, at) => cells[at] ?? ''));
    await turn(rowCount);
  }
  return {
    ...NOTHING,
    format: source.format,
    sentence:
      rowCount === 0
        ? 'The table has no rows.'
        : `A table of ${rowCount === 1 ? 'one row' : `${rowCount} rows`}. Say what its columns become.`,
    needsMapping: true,
    sheets,
    sheet: chosen,
    columns: headings,
    sample,
    rowCount,
    mapping: mappingForColumns(db, headings),
  };
}

async function previewEntities(db: ReadableDb, source: ImportSource, sheet: string): Promise<Preview> {
  const schemata = new Map<string, number>();
  const sample: string[][] = [];
  let entities = 0;
  let problems = 0;
  let counted = 0;
  for await (const item of readItems(db, source, { sheet, hasHeadings: true, mapping: null })) {
    counted += 1;
    if ('problem' in item) problems += 1;
    else {
      entities += 1;
      schemata.set(item.entity.schema, (schemata.get(item.entity.schema) ?? 0) + 1);
      if (sample.length < SAMPLE_ROWS) sample.push(sampleRow(item.entity));
    }
    if (counted >= MOST_COUNTED) break;
    await turn(counted);
  }
  return {
    ...NOTHING,
    format: source.format,
    sentence: entitiesSentence(source.format, { entities, problems, isCut: counted >= MOST_COUNTED }),
    columns: ['Schema', 'Name', 'ID'],
    sample,
    rowCount: entities,
    schemata: [...schemata]
      .map(([schema, count]) => ({ schema, count }))
      .sort((left, right) => right.count - left.count),
  };
}

function sampleRow({ id, schema, values }: Extract<ReadItem, { entity: unknown }>['entity']): string[] {
  const named = ['name', 'full', 'title', 'number', 'role'].flatMap(
    property => values.find(value => value.property === property) ?? [],
  );
  return [schema, named[0]?.value ?? '', id];
}

const FORMAT_NAMES: Record<InterchangeFormat, string> = {
  ftm: 'FollowTheMoney',
  csv: 'a table of entities',
  xlsx: 'a workbook of entities',
  graphml: 'a graph in GraphML',
  gexf: 'a graph in GEXF',
  geojson: 'a map in GeoJSON',
  kml: 'a map in KML',
  'dprk-reports': 'the DPRK Reports database',
  stix: 'a STIX bundle',
};

function entitiesSentence(
  format: InterchangeFormat,
  { entities, problems, isCut }: { entities: number; problems: number; isCut: boolean },
): string {
  const count = `${isCut ? 'More than ' : ''}${entities} ${entities === 1 ? 'entity' : 'entities'}`;
  const wrong =
    problems === 0
      ? ''
      : ` ${problems === 1 ? 'One row has' : `${problems} rows have`} a problem; the import will list each.`;
  return `${count}, from ${FORMAT_NAMES[format]}.${wrong}`;
}

/** Others have their turn while a long file is counted. */
async function turn(count: number): Promise<void> {
  if (count % ITEMS_A_TURN === 0) await new Promise(resolve => setImmediate(resolve));
}
