/**
 * Every command of the program, from its own tree: each either takes something out of the vault, and then refuses what never
 * leaves and says so, or is known not to, and why. One that is added must be put in one of the two lists.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeProgram } from '../../../electron/cli/program.ts';
import { passphrase } from '../../support/openTestCore.ts';
import { runProgram } from '../../support/runProgram.ts';
import { OPEN_WORDS, openReportCase, type ReportCase, SECRET_WORDS } from '../services/reportCase.ts';

const REASON = 'Lent by a State for reading on the spot';
const ofCase = ['--case', 'C-TEST-1'];

let testCase: ReportCase;
let departureId: string;
beforeAll(async () => {
  testCase = await openReportCase();
  const { run, caseId, exhibits, granted, folder } = testCase;
  writeFileSync(join(folder, 'passphrase'), `${passphrase}\n`);
  await run('exhibit.export', { exhibitId: exhibits.unused, to: granted('taken.txt') });
  departureId = (await run('departure.list', { caseId })).departures[0]?.id ?? '';
  await run('entity.create', { caseId, schema: 'Person', statements: [{ property: 'name', value: 'Ada Exercise' }] });
  await run('compartment.mark', { caseId, exhibitId: exhibits.open, reason: REASON });
  await testCase.core.close();
}, 60_000);
afterAll(() => testCase.close());

/** What goes out, and with what it is asked for; `out` stands for a file. */
const out = (name: string) => ['--out', join(testCase.folder, `out-${name}`)];
const waysOut: Record<string, () => string[]> = {
  'archive seal': () => [...ofCase, '--archive-passphrase-file', join(testCase.folder, 'passphrase'), ...out('a.age')],
  'bundle export': () => [...ofCase, '--recipient', 'Reviewer One', ...out('b.zip')],
  'comment list': () => ofCase,
  'comment received': () => ofCase,
  'custody export': () => [...ofCase, ...out('c.json')],
  'departure show': () => [departureId],
  'entity export': () => [...ofCase, ...out('e.json')],
  'entity list': () => [],
  'entity show': () => ['Ada Exercise'],
  'event list': () => ofCase,
  'exhibit about': () => ['EX-0001', ...ofCase],
  'exhibit export': () => ['EX-0001', ...ofCase, ...out('x.txt')],
  'exhibit proposals': () => ['EX-0001', ...ofCase],
  'exhibit text': () => ['EX-0001', ...ofCase],
  'exhibit thread': () => ['EX-0001', ...ofCase],
  'exhibit translations': () => ['EX-0001', ...ofCase],
  'reference export': () => [...ofCase, ...out('r.json')],
  'reference show': () => ['EX-0001', ...ofCase],
  'report compile': () => [...ofCase, '--format', 'md', ...out('r.md')],
  search: () => ['hulls', ...ofCase],
  'stix export': () => [...ofCase, ...out('s.json')],
};

const noWayOut: Record<string, string> = {
  'archive inspect': 'tells of a file that was given',
  'archive list': 'tells of files that were given',
  'archive merge': 'takes in',
  'archive settle': 'decides within the vault',
  'archive take-back': 'changes the vault',
  'bundle verify': 'tells of a file that was given',
  'case create': 'changes the vault',
  'case list': 'references and titles, by which one finds what to unmark',
  'comment accept': 'changes the vault',
  'comment add': 'changes the vault',
  'comment import': 'takes in, and tells of the files that were given',
  'comment reject': 'changes the vault',
  'comment reopen': 'changes the vault',
  'comment withdraw': 'changes the vault',
  'compartment lift': 'changes the vault',
  'compartment list': 'tells what never leaves',
  'compartment mark': 'changes the vault',
  'contact add': 'changes the vault',
  'contact change': 'changes the vault',
  'contact doubt': 'changes the vault',
  'contact list': 'people and their keys, of no case',
  'contact restore': 'changes the vault',
  'contact show': 'a person and their keys, of no case',
  'contact verify': 'changes the vault',
  'contact withdraw': 'changes the vault',
  'departure disclose': 'changes the vault',
  'departure list': 'what left before, with digests, and nothing of its content',
  'entity cite': 'changes the vault',
  'entity create': 'changes the vault',
  'entity import': 'takes in',
  'entity merge': 'changes the vault',
  'entity relate': 'changes the vault',
  'entity state': 'changes the vault',
  'entity unmerge': 'changes the vault',
  'exhibit copies': 'numbers and titles',
  'exhibit list': 'numbers, digests and titles, by which one finds what to unmark',
  'exhibit read': 'changes the vault',
  'exhibit redact': 'makes a copy in the vault, which stays like its original',
  'exhibit translate': 'changes the vault',
  'identifier check': 'knows no vault',
  'identifier kinds': 'knows no vault',
  'identity card': 'public keys, of no case',
  'identity make': 'changes the vault',
  'identity rename': 'changes the vault',
  'identity show': 'public keys, of no case',
  import: 'takes in',
  'receipt authorities': 'certificates of authorities, of no case',
  'receipt check': 'tells of a file that was given',
  'receipt countersign': 'a signature under a digest',
  'receipt keep': 'takes in',
  'receipt list': 'digests, counts and times',
  'receipt make': 'a digest, a count and a time',
  'receipt save': 'a digest, a count and a time',
  'receipt timestamp': 'takes in',
  'receipt witnessed': 'receipts of other vaults, signed here',
  recognise: 'changes the vault',
  'reference accept': 'changes the vault',
  'reference import': 'takes in',
  'reference list': 'tells of files that were given',
  'reference reject': 'changes the vault',
  'reference reopen': 'changes the vault',
  sample: 'changes the vault',
  'stix import': 'takes in',
  'vault backup': 'the vault as it is, encrypted with its own passphrase: it stays in it',
  'vault create': 'makes a vault',
  'vault info': 'counts',
  'vault passphrase': 'changes the vault',
  'vault verify': 'counts and digests',
};

function leaves(command: Command, before = ''): string[] {
  const name = `${before} ${command.name()}`.trim();
  return command.commands.length === 0 ? [name] : command.commands.flatMap(one => leaves(one, name));
}

const probatum = (name: string, args: readonly string[]) =>
  runProgram(...name.split(' '), testCase.vaultPath, ...args, '--passphrase-file', join(testCase.folder, 'passphrase'));

const written = () => readdirSync(testCase.folder).filter(name => name.startsWith('out-'));

test('every command is a way out that refuses, or known to be none', () => {
  const known = [...Object.keys(waysOut), ...Object.keys(noWayOut)];
  expect(
    leaves(makeProgram(), '')
      .map(name => name.replace(/^probatum /, ''))
      .sort(),
  ).toEqual(known.sort());
});

test('an exhibit that never leaves is neither exported nor printed, and the search tells how many it left out', async () => {
  for (const name of [
    'exhibit export',
    'exhibit text',
    'exhibit about',
    'exhibit proposals',
    'exhibit translations',
    'reference show',
  ]) {
    const { status, stdout, stderr } = await probatum(name, waysOut[name]?.() ?? []);
    expect({ name, status, stdout }).toEqual({ name, status: 1, stdout: '' });
    expect(stderr).toMatch(/^EX-0001 stays in this vault: it is marked as never leaving \(Test Person, .*Nothing was/);
  }
  expect(written()).toEqual([]);
  expect((await probatum('exhibit text', ['EX-0002', ...ofCase])).stdout).toContain(SECRET_WORDS);
  const found = await probatum('search', ['together OR alongside OR barges']);
  expect(found).toMatchObject({ status: 0, stderr: expect.stringContaining('1 more is not printed: marked as never') });
  expect(found.stdout).toContain('Letter on buoys');
  expect(found.stdout).not.toContain(OPEN_WORDS.slice(0, 20));
}, 60_000);

test('a case that never leaves goes by no command, and each says the same', async () => {
  expect(await probatum('compartment mark', [...ofCase, '--reason', REASON])).toMatchObject({ status: 0 });
  for (const [name, args] of Object.entries(waysOut)) {
    const { status, stdout, stderr } = await probatum(name, args());
    expect({ name, status, stdout }).toEqual({ name, status: 1, stdout: '' });
    expect(stderr, name).toContain(`The case C-TEST-1 stays in this vault: it is marked as never leaving (Test Person`);
  }
  expect(written()).toEqual([]);
}, 60_000);
