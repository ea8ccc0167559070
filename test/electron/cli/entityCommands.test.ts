/** `probatum entity …` and `probatum event list`, as a person runs them: the built program in a process of its own. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runBuilt } from '../../support/runBuilt.ts';

let folder: string;
let vault: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'probatum-cli-'));
  vault = join(folder, 'team.probatum');
  writeFileSync(join(folder, 'passphrase'), 'granite otter lantern seventeen\n');
  writeFileSync(join(folder, 'mail.txt'), 'Exercise. MV FABULA HERON, IMO 9000003, is owned by Quellmark Shipping.');
  expect(run('vault', 'create', vault, '--person', 'Test Person').status).toBe(0);
  expect(run('case', 'create', vault, '--ref', 'C-1', '--title', 'A case (exercise)').status).toBe(0);
  expect(run('import', vault, join(folder, 'mail.txt'), '--case', 'C-1').status).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runBuilt(...args, '--passphrase-file', join(folder, 'passphrase'));
const entity = (command: string, ...args: string[]) => run('entity', command, vault, ...args);
const json = (text: string) => JSON.parse(text);

test('an entity is made, stated of, tied and cited; show tells all of it', () => {
  const set = ['--set', 'name=FABULA HERON', '--set', 'imoNumber=9000003'];
  const vessel = entity('create', '--case', 'C-1', '--schema', 'Vessel', ...set, '--json');
  expect(vessel).toMatchObject({ status: 0, stderr: '' });
  const { entityId, statementIds } = json(vessel.stdout);
  expect(entity('create', '--case', 'C-1', '--schema', 'Company', '--set', 'name=Quellmark Shipping').status).toBe(0);
  const flag = ['--property', 'flag', '--value', 'pa', '--from', '2019', '--to', '2021-03'];
  expect(entity('state', 'Fabula Heron', '--case', 'C-1', ...flag).status).toBe(0);
  const tie = ['Quellmark Shipping', 'Ownership', entityId, '--case', 'C-1', '--set', 'startDate=2018'];
  expect(entity('relate', ...tie)).toMatchObject({ status: 0 });
  const cite = [statementIds[0], '--case', 'C-1', '--exhibit', 'EX-0001', '--quote', 'FABULA HERON'];
  expect(entity('cite', ...cite)).toMatchObject({ status: 0, stdout: expect.stringContaining('“FABULA HERON”') });
  expect(
    entity('cite', statementIds[0], '--case', 'C-1', '--exhibit', 'EX-0001', '--quote', 'other words'),
  ).toMatchObject({ status: 1, stderr: expect.stringContaining('other words') });
  const view = json(entity('show', entityId, '--json').stdout);
  expect(view).toMatchObject({ caption: 'FABULA HERON', links: [{ words: 'is owned by', fromOn: '2018' }] });
  expect(entity('show', 'FABULA HERON', '--as-at', '2022').stdout).not.toContain('flag');
  const listed = entity('list', '--case', 'C-1').stdout;
  expect(listed).toMatch(/Vessel {3}FABULA HERON +IMO 9000003/);
});

test('a merge needs more than a name, and is taken back by its judgement', () => {
  const make = (name: string) =>
    json(entity('create', '--case', 'C-1', '--schema', 'Person', '--set', `name=${name}`, '--json').stdout).entityId;
  const [left, right] = [make('Han Beispiel'), make('Han Beispiel')];
  expect(entity('show', 'Han Beispiel')).toMatchObject({ status: 2, stderr: expect.stringContaining('give the id') });
  expect(entity('merge', left, right)).toMatchObject({ status: 1, stderr: expect.stringContaining('a name alone') });
  const judged = entity('merge', left, right, '--reason', 'The same passport in both files.');
  expect(judged.status).toBe(0);
  expect(json(entity('show', right, '--json').stdout).members).toHaveLength(2);
  expect(entity('unmerge', judged.stdout.trim()).status).toBe(0);
  expect(json(entity('show', right, '--json').stdout).members).toHaveLength(1);
});

test('import admits the file and takes in its rows; refused ones are told and give exit 3; export gives them back', () => {
  const file = join(folder, 'ships.csv');
  writeFileSync(file, 'IMO,Ship,Flag\n9000015,SAEBYOK MORU 5,Panama\n9000027,NORDLICHT EXEMPEL,Atlantis\n');
  expect(entity('import', file, '--case', 'C-1')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('EX-0002'),
  });
  const property = (name: string, column: string) => ({ property: name, column, literal: '', split: '', entity: '' });
  const mapping = join(folder, 'mapping.json');
  const vesselOf = {
    key: 'vessel',
    schema: 'Vessel',
    keyColumns: ['IMO'],
    properties: [property('imoNumber', 'IMO'), property('name', 'Ship'), property('flag', 'Flag')],
  };
  writeFileSync(mapping, JSON.stringify({ entities: [vesselOf] }));
  const imported = entity('import', file, '--case', 'C-1', '--mapping', mapping, '--json');
  expect(imported.status).toBe(3);
  expect(json(imported.stdout)).toMatchObject({ entitiesAdded: 2, problems: [{ row: 3 }] });
  expect(entity('import', file, '--case', 'C-1', '--mapping', mapping).stdout).toContain(
    '0 entities and 0 statements added',
  );
  const out = join(folder, 'out.ftm.json');
  const exported = entity('export', '--case', 'C-1', '--out', out, '--entity', 'SAEBYOK MORU 5', '--json');
  expect(json(exported.stdout)).toMatchObject({ entities: 1, leftOut: [] });
  expect(json(readFileSync(out, 'utf8'))).toMatchObject({ schema: 'Vessel', properties: { flag: ['pa'] } });
  writeFileSync(mapping, '{"entities":7}');
  expect(entity('import', file, '--case', 'C-1', '--mapping', mapping)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('it is no mapping'),
  });
});

test('event list tells what happened, and an unknown name is told', () => {
  const set = ['--set', 'eventKind=port call', '--set', 'date=2019-05-03', '--set', 'participant=FABULA HERON'];
  expect(entity('create', '--case', 'C-1', '--schema', 'Event', ...set).status).toBe(0);
  const { status, stdout } = run('event', 'list', vault, '--case', 'C-1', '--json');
  expect(status).toBe(0);
  expect(json(stdout)).toMatchObject({ kind: 'event', caption: 'port call, 3 May 2019' });
  expect(entity('show', 'Nobody Beispiel')).toMatchObject({ status: 1, stderr: expect.stringContaining('Nobody') });
});
