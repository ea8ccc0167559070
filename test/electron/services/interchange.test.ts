/** Entities in and out on a real vault: nothing lost, nothing twice, bad rows told, the same content the same bytes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InterchangeFormat, TableMapping } from '../../../shared/contract/interchange.ts';
import { schemaNamed, schemaNames } from '../../../shared/domain/ftm/index.ts';
import type { EntityId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
beforeAll(async () => {
  vault = await openTestCase();
});
afterAll(() => vault.close());

let count = 0;
async function admit(name: string, text: string | Uint8Array): Promise<ExhibitId> {
  count += 1;
  const [id] = await vault.admit(vault.write(`${count}-${name}`, text));
  if (!id) throw new Error('nothing was admitted');
  return id;
}

async function importFrom(exhibitId: ExhibitId, mapping: TableMapping | null = null, sheet = '') {
  const state = await vault.finish(
    await vault.run('interchange.import', { caseId: vault.caseId, exhibitId, mapping, sheet }),
  );
  if (state.state !== 'succeeded') throw new Error(JSON.stringify(state));
  const [latest] = await vault.run('interchange.imports', { caseId: vault.caseId });
  if (!latest?.report) throw new Error('no report');
  return latest.report;
}

async function exportAs(format: InterchangeFormat, entityIds: EntityId[] | null = null): Promise<Uint8Array> {
  count += 1;
  const path = join(vault.folder, `${count}.${format}`);
  const to = vault.core.grants.grant(path);
  const state = await vault.finish(
    await vault.run('interchange.export', { caseId: vault.caseId, format, entityIds, to }),
  );
  if (state.state !== 'succeeded') throw new Error(JSON.stringify(state));
  return readFileSync(path);
}

type Line = { id: string; schema: string; properties: Record<string, string[]> } & Record<string, unknown>;
const linesOf = (bytes: Uint8Array): Line[] =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
const sorted = (properties: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([, values]) => values.length > 0)
      .map(([name, values]): [string, string[]] => [name, [...new Set(values)].sort()])
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
const find = async (words: string): Promise<EntityId> => {
  const { rows } = await vault.run('entity.list', { caseId: null, words });
  const [row] = rows;
  if (!row) throw new Error(`${words} is not there`);
  return row.id;
};

/** Entities of every schema that is not abstract, with every property of it, at random. */
function randomEntities(seed: number): Line[] {
  const schemata = schemaNames().filter(name => !schemaNamed(name)?.isAbstract);
  const ids = schemata.map(name => `test-${name}`);
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter(text => text.trim() !== '' && !/[\0\p{Surrogate}]/u.test(text));
  const arbitrary = fc.tuple(
    ...schemata.map(schema => {
      const properties = [...(schemaNamed(schema)?.properties.values() ?? [])].filter(
        one => !one.isStub && !one.isOurs,
      );
      const values = Object.fromEntries(
        properties.map(({ name, type }) => [
          name,
          fc.array(type === 'entity' ? fc.constantFrom(...ids, 'elsewhere') : word, { maxLength: 3 }),
        ]),
      );
      return fc.record({
        id: fc.constant(`test-${schema}`),
        schema: fc.constant(schema),
        properties: fc.record(values),
        datasets: fc.array(word, { maxLength: 2 }),
        target: fc.boolean(),
        first_seen: word,
      });
    }),
  );
  return fc.sample(arbitrary, { seed, numRuns: 1 })[0] as Line[];
}

test('every property of every schema comes back as it went in, and the fields of the record with it', async () => {
  const given = randomEntities(7);
  const report = await importFrom(await admit('all.ftm.json', given.map(line => JSON.stringify(line)).join('\n')));
  expect(report.entitiesAdded).toBe(given.length);
  const back = new Map(linesOf(await exportAs('ftm')).map(line => [line.id, line]));
  for (const line of given) {
    const got = back.get(line.id);
    expect({ ...got, properties: sorted(got?.properties ?? {}) }).toMatchObject({
      ...line,
      properties: sorted(line.properties),
    });
  }
});

test('the same file twice changes nothing, nor does what was written here and read again', async () => {
  const text = [
    '{"id":"twice-1","schema":"Vessel","properties":{"name":["FABULA HERON"],"imoNumber":["IMO9000003"]}}',
    '{"id":"twice-2","schema":"Company","properties":{"name":["Quellmark Shipping"]}}',
    '{"id":"twice-3","schema":"Ownership","properties":{"owner":["twice-2"],"asset":["twice-1"],"startDate":["2019-05"]}}',
  ].join('\n');
  expect(await importFrom(await admit('twice.ftm.json', text))).toMatchObject({
    entitiesAdded: 3,
    statementsAdded: 6,
    problems: [],
  });
  const again = await importFrom(await admit('twice again.ftm.json', `${text}\n`));
  expect(again).toMatchObject({ entitiesAdded: 0, statementsAdded: 0, statementsKnown: 6, problems: [] });
  for (const format of ['ftm', 'csv', 'graphml', 'gexf'] as const) {
    const ids = [await find('FABULA HERON'), await find('Quellmark Shipping')];
    const bytes = await exportAs(format, ids);
    const report = await importFrom(await admit(`back.${format === 'ftm' ? 'ftm.json' : format}`, bytes));
    expect({ format, ...report }).toMatchObject({ format, entitiesAdded: 0, statementsAdded: 0 });
  }
});

test('a bad line is told with its row, and the good ones are kept', async () => {
  const report = await importFrom(
    await admit(
      'bad.ftm.json',
      [
        '{"id":"bad-1","schema":"Person","properties":{"name":["Han Myong"]}}',
        '{"id":"bad-2","schema":"Person","properties":{"name":["Broken"]',
        '{"schema":"Person","properties":{"name":["Nobody"]}}',
        '{"id":"bad-4","schema":"Directorship","properties":{"director":["bad-1"],"organization":["bad-not-here"]}}',
      ].join('\n'),
    ),
  );
  expect(report).toMatchObject({ entitiesAdded: 2, statementsAdded: 3 });
  expect(report.problems.map(({ row }) => row)).toEqual([2, 3, 4]);
  expect(report.problems[2]?.sentence).toContain('bad-not-here');
  // Once what it names comes in, the tie is whole.
  await importFrom(
    await admit('later.ftm.json', '{"id":"bad-not-here","schema":"Company","properties":{"name":["Later Trading"]}}'),
  );
  const view = await vault.run('entity.get', { entityId: await find('Later Trading') });
  expect(view.links).toMatchObject([{ words: 'is directed by', other: { caption: 'Han Myong' } }]);
});

const ownerMapping: TableMapping = {
  entities: [
    {
      key: 'vessel',
      schema: 'Vessel',
      keyColumns: ['IMO'],
      properties: [
        { property: 'imoNumber', column: 'IMO', literal: '', split: '', entity: '' },
        { property: 'name', column: 'Ship', literal: '', split: '/', entity: '' },
        { property: 'flag', column: 'Flag', literal: '', split: '', entity: '' },
      ],
    },
    {
      key: 'owner',
      schema: 'Company',
      keyColumns: ['Owner'],
      properties: [
        { property: 'name', column: 'Owner', literal: '', split: '', entity: '' },
        { property: 'country', column: null, literal: 'hk', split: '', entity: '' },
      ],
    },
    {
      key: 'owns',
      schema: 'Ownership',
      keyColumns: [],
      properties: [
        { property: 'owner', column: null, literal: '', split: '', entity: 'owner' },
        { property: 'asset', column: null, literal: '', split: '', entity: 'vessel' },
        { property: 'startDate', column: 'Since', literal: '', split: '', entity: '' },
      ],
    },
  ],
};
const ships = [
  'Fleet list,,,,',
  'IMO,Ship,Flag,Owner,Since',
  '9000015,SAEBYOK MORU 5/새벽 모루 5,Panama,"Tidewater ""Example"" Ltd",3 May 2019',
  '9000027,NORDLICHT EXEMPEL,Sierra Leone,,',
  '9000015,SAEBYOK MORU 5,Atlantis,Second Example Ltd,some day',
].join('\r\n');

test('a table becomes entities by its mapping, and what cannot be read stands as written, with its row', async () => {
  const exhibitId = await admit('ships.csv', ships);
  const preview = await vault.run('interchange.preview', { exhibitId });
  expect(preview).toMatchObject({ format: 'csv', needsMapping: true, rowCount: 3, mapping: null });
  expect(preview.columns).toEqual(['IMO', 'Ship', 'Flag', 'Owner', 'Since']);
  const report = await importFrom(exhibitId, ownerMapping);
  expect(report).toMatchObject({ entitiesAdded: 6 });
  expect(report.problems.map(({ row, sentence }) => [row, sentence.slice(0, 10)])).toEqual([
    [5, '“Atlantis”'],
    [5, '“some day”'],
  ]);
  const view = await vault.run('entity.get', { entityId: await find('SAEBYOK MORU 5') });
  expect(
    view.statements
      .filter(({ property }) => property === 'name')
      .map(({ value }) => value)
      .sort(),
  ).toEqual(['SAEBYOK MORU 5', '새벽 모루 5']);
  expect(view.statements.find(({ value }) => value === 'pa')).toMatchObject({
    original: 'Panama',
    importedFrom: { exhibitId, row: 3 },
  });
  expect(view.links.map(({ words, fromOn }) => [words, fromOn])).toContainEqual(['is owned by', '2019-05-03']);
  const again = await importFrom(exhibitId, ownerMapping);
  expect(again).toMatchObject({ entitiesAdded: 0, statementsAdded: 0 });
});

test('a table without headings is read from its first row on', async () => {
  const exhibitId = await admit('bare.csv', 'Kim Beispiel,kp\nRi Muster,kp\n');
  const preview = await vault.run('interchange.preview', { exhibitId, hasHeadings: false });
  expect(preview).toMatchObject({ columns: ['Column A', 'Column B'], rowCount: 2 });
  const property = { property: 'name', column: 'Column A', literal: '', split: '', entity: '' };
  const mapping = { entities: [{ key: 'person', schema: 'Person', keyColumns: [], properties: [property] }] };
  const state = await vault.finish(
    await vault.run('interchange.import', { caseId: vault.caseId, exhibitId, hasHeadings: false, mapping }),
  );
  expect(state).toMatchObject({ state: 'succeeded', result: { rows: 2, entitiesAdded: 2 } });
});

test('a saved mapping is proposed again for a table with the same columns', async () => {
  const { columns } = await vault.run('interchange.preview', { exhibitId: await admit('first.csv', `${ships}\r\n`) });
  await vault.run('interchange.saveMapping', { name: 'Fleet', columns, mapping: ownerMapping });
  const preview = await vault.run('interchange.preview', {
    exhibitId: await admit('next.csv', 'Owner,IMO,Ship,Flag,Since\nA,9000003,B,kp,2020'),
  });
  expect(preview.mapping).toMatchObject({ name: 'Fleet', mapping: ownerMapping });
});

test('a table without a mapping that fits is refused with what is missing, and nothing is imported', async () => {
  const exhibitId = await admit('other.csv', 'A,B\n1,2');
  await expect(importFrom(exhibitId, ownerMapping)).rejects.toThrow(/no column “IMO”/);
  await expect(importFrom(exhibitId)).rejects.toThrow(/Say first/);
  await expect(importFrom(await admit('note.txt', 'A note.'))).rejects.toThrow(/no table/);
  const imports = await vault.run('interchange.imports', { caseId: vault.caseId });
  expect(imports.every(({ report }) => report !== null)).toBe(true);
});

test('properties of ours, dates of validity and citations leave beside the model, and come back', async () => {
  const { entityId: seller } = await vault.run('entity.create', {
    caseId: vault.caseId,
    schema: 'Company',
    statements: [{ property: 'name', value: 'Muster Handel', fromOn: '2015', toOn: '2018-03', quality: 'former' }],
  });
  const { entityId: event } = await vault.run('entity.create', {
    caseId: vault.caseId,
    schema: 'Event',
    statements: [
      { property: 'eventKind', value: 'ship-to-ship transfer' },
      { property: 'date', value: '2018-05-03' },
      { property: 'participant', value: seller, targetId: seller, detail: { role: 'broker' } },
      {
        property: 'position',
        value: '38°10′N 124°40′E',
        detail: {
          position: { latitude: 38.1666667, longitude: 124.6666667, datum: 'WGS 84', notation: 'degrees and minutes' },
        },
      },
    ],
  });
  const [first, second] = linesOf(await exportAs('ftm', [event, seller]));
  const [company, told] = first?.schema === 'Company' ? [first, second] : [second, first];
  expect(told?.properties).toEqual({ date: ['2018-05-03'], involved: [seller] });
  expect(company?.['probatum']).toEqual({
    statements: [{ property: 'name', value: 'Muster Handel', quality: 'former', from: '2015', to: '2018-03' }],
  });
  for (const format of ['graphml', 'gexf', 'csv'] as const) {
    const report = await importFrom(await admit(`event.${format}`, await exportAs(format, [event, seller])));
    expect({ format, ...report }).toMatchObject({ format, entitiesAdded: 0, statementsAdded: 0 });
  }
  const other = await openTestCase();
  try {
    const lines = [company, told].map(line => JSON.stringify(line)).join('\n');
    const [exhibitId] = await other.admit(other.write('from elsewhere.ftm.json', lines));
    if (!exhibitId) throw new Error('nothing was admitted');
    await other.finish(await other.run('interchange.import', { caseId: other.caseId, exhibitId }));
    const { rows } = await other.run('entity.list', { caseId: other.caseId, kinds: ['event'] });
    const [row] = rows;
    if (!row) throw new Error('the event did not come');
    const view = await other.run('entity.get', { entityId: row.id });
    expect(view.statements.map(({ property }) => property).sort()).toEqual([
      'date',
      'eventKind',
      'participant',
      'position',
    ]);
    expect(view.statements.find(({ property }) => property === 'participant')).toMatchObject({
      detail: { role: 'broker' },
      targetCaption: 'Muster Handel',
    });
    const names = await other.run('entity.list', { caseId: other.caseId, words: 'Muster' });
    const name = await other.run('entity.get', { entityId: names.rows[0]?.id ?? row.id });
    expect(name.statements[0]).toMatchObject({ fromOn: '2015', toOn: '2018-03', quality: 'former' });
  } finally {
    await other.close();
  }
});

test('what has a place goes on the map and comes back; what has none is counted', async () => {
  const heron = await find('FABULA HERON');
  const { rows } = await vault.run('entity.list', { caseId: vault.caseId, kinds: ['event'], words: 'transfer' });
  const ids = [...rows.map(({ id }) => id), heron];
  for (const format of ['geojson', 'kml'] as const) {
    const bytes = await exportAs(format, ids);
    expect(new TextDecoder().decode(bytes)).toContain('124.6666667');
    expect(new TextDecoder().decode(bytes)).not.toContain('FABULA HERON');
    const report = await importFrom(await admit(`back.${format}`, bytes));
    expect({ format, ...report }).toMatchObject({ format, entitiesAdded: 0, statementsAdded: 0, problems: [] });
  }
  const jobs = await vault.run('job.list', {});
  const states = jobs.filter(({ kind }) => kind === 'interchange.export').map(({ status }) => status);
  expect(states[0]).toMatchObject({
    state: 'succeeded',
    result: { leftOut: [expect.stringContaining('no position')] },
  });
});

test('a foreign map becomes an address, or an event where it is dated', async () => {
  const features = [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [125.3, 38.7] },
      properties: { name: 'Depot Beispiel', colour: 'red' },
    },
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [124, 38] },
      properties: { name: 'Seen at sea', date: '2019-02-03' },
    },
    { type: 'Feature', geometry: { type: 'Point', coordinates: [200, 38] }, properties: { name: 'Nowhere' } },
  ];
  const report = await importFrom(await admit('map.geojson', JSON.stringify({ type: 'FeatureCollection', features })));
  expect(report).toMatchObject({ entitiesAdded: 2, problems: [{ row: 3 }] });
  const depot = await vault.run('entity.get', { entityId: await find('Depot Beispiel') });
  expect(depot.statements.map(({ property, value }) => [property, value]).sort()).toEqual([
    ['colour', 'red'],
    ['full', 'Depot Beispiel'],
    ['latitude', '38.7'],
    ['longitude', '125.3'],
  ]);
});

test('the same content makes the same bytes in every format, and a formula stays text', async () => {
  await importFrom(
    await admit(
      'formula.ftm.json',
      '{"id":"f","schema":"Person","properties":{"name":["=HYPERLINK(\\"x\\")"],"phone":["+850 2 381"]}}',
    ),
  );
  for (const format of ['ftm', 'csv', 'xlsx', 'graphml', 'gexf', 'geojson', 'kml'] as const) {
    const [first, second] = [await exportAs(format), await exportAs(format)];
    expect(Buffer.compare(first, second), format).toBe(0);
  }
  const csv = new TextDecoder().decode(await exportAs('csv', [await find('HYPERLINK')]));
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  expect(csv).toContain("'+850 2 381");
});

test('a workbook that was written here is read again, sheet by sheet', async () => {
  const bytes = await exportAs('xlsx', [await find('FABULA HERON'), await find('Quellmark Shipping')]);
  const exhibitId = await admit('back.xlsx', bytes);
  const preview = await vault.run('interchange.preview', { exhibitId });
  expect(preview).toMatchObject({
    format: 'xlsx',
    needsMapping: false,
    sheets: ['Company', 'Ownership', 'Vessel'],
    sheet: 'Company',
  });
  for (const sheet of preview.sheets)
    expect(await importFrom(exhibitId, null, sheet)).toMatchObject({
      entitiesAdded: 0,
      statementsAdded: 0,
      problems: [],
    });
});

test('records that are merged leave as one, and come back without a change', async () => {
  await importFrom(
    await admit(
      'merge.ftm.json',
      [
        '{"id":"m1","schema":"Person","properties":{"name":["Ri Beispiel"]}}',
        '{"id":"m2","schema":"Person","properties":{"name":["Lee Beispiel"],"birthDate":["1970"]}}',
        '{"id":"m3","schema":"Family","properties":{"person":["m2"],"relative":["bad-1"]}}',
      ].join('\n'),
    ),
  );
  const [left, right] = [await find('Ri Beispiel'), await find('Lee Beispiel')];
  await vault.run('entity.merge', { leftId: left, rightId: right, reason: 'The same passport.' });
  const bytes = await exportAs('ftm', [left, await find('Han Myong')]);
  const lines = linesOf(bytes);
  // Both were made in one moment: which of them stands for the other is chance.
  const whole = lines.find(({ id }) => id === 'm1' || id === 'm2');
  expect(whole).toMatchObject({
    properties: { name: ['Lee Beispiel', 'Ri Beispiel'], birthDate: ['1970'] },
    referents: [whole?.id === 'm1' ? 'm2' : 'm1'],
  });
  expect(lines.find(({ id }) => id === 'm3')?.properties).toMatchObject({ person: [whole?.id] });
  expect(await importFrom(await admit('merged.ftm.json', bytes))).toMatchObject({
    entitiesAdded: 0,
    statementsAdded: 0,
  });
});

test('import and export are custody events with their counts and digest', async () => {
  const { events } = await vault.run('custody.list', { caseId: vault.caseId, limit: 500 });
  const of = (action: string) => events.find(event => event.action === action);
  expect(of('entities-imported')).toMatchObject({ sha256: expect.any(String), details: { rows: expect.any(String) } });
  expect(of('entities-exported')).toMatchObject({ sha256: expect.any(String), details: { format: 'ftm' } });
  expect(await vault.run('custody.verify', {})).toMatchObject({ ok: true });
});

test('an import that was stopped goes on where it was, and counts as one', async () => {
  const lines = Array.from({ length: 3000 }, (_, at) =>
    JSON.stringify({ id: `many-${at}`, schema: 'Person', properties: { name: [`Person ${at} Beispiel`] } }),
  );
  const exhibitId = await admit('many.ftm.json', lines.join('\n'));
  const started = await vault.run('interchange.import', { caseId: vault.caseId, exhibitId });
  const stop = () => vault.core.jobs.pause(started.jobId);
  const watch = setInterval(() => {
    const last = vault.events.findLast(event => event.event === 'job' && event.job.id === started.jobId);
    if (last?.event === 'job' && last.job.status.state === 'running' && last.job.status.progress) stop();
  }, 1);
  const state = await vault.finish(started);
  clearInterval(watch);
  expect(state.state).toBe('paused');
  await vault.run('job.resume', { jobId: started.jobId });
  expect(await vault.finish(started)).toMatchObject({
    state: 'succeeded',
    result: { rows: 3000, entitiesAdded: 3000, statementsAdded: 3000, statementsKnown: 0, problemCount: 0 },
  });
});

test('what another case states stays with it, and values that rest only on withheld exhibits do not go', async () => {
  const other = await vault.run('case.create', {
    reference: 'C-ELSEWHERE',
    title: 'Another (exercise)',
    workstream: 'cyber',
    handlingMark: 'TLP:AMBER',
    standard: 'un-panel',
    lead: '',
    isExercise: true,
  });
  const { entityId } = await vault.run('entity.create', {
    caseId: vault.caseId,
    schema: 'Company',
    statements: [{ property: 'name', value: 'Shared Lantern Ltd' }],
  });
  await vault.run('entity.record', {
    caseId: other.id,
    entityId,
    statement: { property: 'notes', value: 'Known to the other team alone' },
  });
  const exhibitId = await admit('red.txt', 'The account is 4711-0815.');
  await vault.run('exhibit.update', { exhibitIds: [exhibitId], change: { handlingMark: 'TLP:RED' } });
  const passage = await vault.run('passage.mark', {
    exhibitId,
    selection: { kind: 'words', pageIndex: 0, quote: { exact: '4711-0815', prefix: '', suffix: '' }, rects: [] },
  });
  const { statementId } = await vault.run('entity.record', {
    caseId: vault.caseId,
    entityId,
    statement: { property: 'registrationNumber', value: '4711-0815' },
  });
  await vault.run('entity.cite', { statementId, passageId: passage.id });
  const { entityId: foreign } = await vault.run('entity.create', {
    caseId: other.id,
    schema: 'Company',
    statements: [{ property: 'name', value: 'Other Business Ltd' }],
  });
  const words = new TextDecoder().decode(await exportAs('ftm', [entityId, foreign]));
  expect(words).toContain('Shared Lantern Ltd');
  for (const kept of ['Known to the other team alone', '4711-0815', 'Other Business Ltd'])
    expect(words).not.toContain(kept);
});

test('an entity of which nothing may go stays whole, unless what goes names it; it is counted in what stays', async () => {
  const exhibitId = await admit('withheld.txt', 'Paid by Quiet Marten Ltd and by Loud Marten Ltd.');
  const named = async (name: string) => {
    const { id: passageId } = await vault.run('passage.mark', {
      exhibitId,
      selection: { kind: 'words', pageIndex: 0, quote: { exact: name, prefix: '', suffix: '' }, rects: [] },
    });
    const { entityId, statementIds } = await vault.run('entity.create', {
      caseId: vault.caseId,
      schema: 'Company',
      statements: [{ property: 'name', value: name }],
    });
    for (const statementId of statementIds) await vault.run('entity.cite', { statementId, passageId });
    return entityId;
  };
  const [quiet, loud] = [await named('Quiet Marten Ltd'), await named('Loud Marten Ltd')];
  const shared = await find('Shared Lantern');
  const { entityId: tie } = await vault.run('entity.create', {
    caseId: vault.caseId,
    schema: 'Ownership',
    statements: [
      { property: 'owner', value: 'the owner', targetId: loud },
      { property: 'asset', value: 'what is owned', targetId: shared },
    ],
  });
  const chosen = [quiet, loud, shared, tie];
  const words = async () => new TextDecoder().decode(await exportAs('ftm', chosen));
  const before = await words();
  const preFlight = () =>
    vault.run('interchange.preFlight', { caseId: vault.caseId, format: 'ftm', entityIds: chosen });
  expect((await preFlight()).concerns).toEqual([]);
  await vault.run('redaction.mark', {
    exhibitId,
    selection: { kind: 'words', pageIndex: 0, quote: { exact: 'Paid by', prefix: '', suffix: '' }, rects: [] },
    reason: 'privileged',
  });
  expect((await preFlight()).concerns).toEqual([
    expect.stringMatching(/^EX-\d+ is quoted, though marked for redaction or there is a redacted copy\./),
  ]);
  await vault.run('exhibit.update', { exhibitIds: [exhibitId], change: { handlingMark: 'TLP:RED' } });
  const after = await words();
  for (const format of ['csv', 'xlsx', 'graphml', 'gexf'] as const) {
    const bytes = await exportAs(format, chosen);
    const parts = format === 'xlsx' ? Object.values(unzipSync(bytes)) : [bytes];
    expect([format, parts.some(part => new TextDecoder().decode(part).includes('Marten'))]).toEqual([format, false]);
  }
  expect(
    [quiet, loud, 'Quiet Marten', 'Loud Marten'].map(known => [before.includes(known), after.includes(known)]),
  ).toEqual([
    [true, false],
    [true, true],
    [true, false],
    [true, false],
  ]);
  expect(await preFlight()).toMatchObject({
    entityCount: 3,
    concerns: ['1 entity stays: all that is stated of it rests on exhibits that may not leave.'],
  });
});

test('before it is written, the list of what goes and stays is the one that is recorded after, in each format', async () => {
  await vault.run('source.create', {
    name: 'Hollis Quennerby',
    kind: 'witness',
    reliability: 'B',
    confidential: true,
    codeName: 'WILLOW',
    note: '',
    originIds: [],
  });
  const shared = await find('Shared Lantern');
  const foreign = await find('Other Business');
  await vault.run('entity.record', {
    caseId: vault.caseId,
    entityId: shared,
    statement: { property: 'summary', value: `Told by Hollis Quennerby. ${'Said at length. '.repeat(2100)}` },
  });
  const entityIds = [shared, foreign];
  const preFlight = (format: InterchangeFormat) =>
    vault.run('interchange.preFlight', { caseId: vault.caseId, format, entityIds });
  const concerns = [
    '1 of those chosen stays: it is withdrawn, or known by other cases alone.',
    '1 entity is stated with the name of a confidential source. What is sent has the code name there; read it once more.',
  ];
  const before = await preFlight('ftm');
  expect(before).toMatchObject({
    entityCount: 1,
    findingCount: 0,
    citedCount: 0,
    strictestMark: 'TLP:GREEN',
    concerns,
  });
  expect(before.stays).toEqual([{ what: 'exhibit', name: expect.stringMatching(/^EX-/), why: 'TLP:RED' }]);
  expect((await preFlight('kml')).concerns[0]).toBe('1 entity has no position and stays off the map.');
  expect((await preFlight('xlsx')).concerns[1]).toContain('longer than Excel can hold');
  for (const format of ['ftm', 'csv', 'xlsx', 'graphml', 'gexf', 'geojson', 'kml'] as const) {
    const told = await preFlight(format);
    await exportAs(format, entityIds);
    const [left] = (await vault.run('departure.list', { caseId: vault.caseId })).departures;
    expect({ format, listSha256: left?.listSha256 }).toEqual({ format, listSha256: told.listSha256 });
  }
  await expect(preFlight('dprk-reports')).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(
    vault.run('interchange.preFlight', { caseId: vault.caseId, format: 'ftm', audience: 'public' }),
  ).rejects.toMatchObject({ code: 'audience-forbids' });
});
