/** `probatum reference`, `stix` and `custody export`, as a person runs them: the built program in a process of its own. */
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
  writeFileSync(join(folder, 'mail.txt'), 'Exercise. The wallet bc1qexample is used by Grey Heron.');
  expect(run('vault', 'create', vault, '--person', 'Test Person').status).toBe(0);
  expect(run('case', 'create', vault, '--ref', 'C-1', '--title', 'A case (exercise)').status).toBe(0);
  expect(run('import', vault, join(folder, 'mail.txt'), '--case', 'C-1').status).toBe(0);
  const set = ['--set', 'name=Grey Heron', '--set', 'topics=crime.cyber'];
  expect(run('entity', 'create', vault, '--case', 'C-1', '--schema', 'Organization', ...set).status).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runBuilt(...args, '--passphrase-file', join(folder, 'passphrase'));
const file = (name: string) => join(folder, name);

test('references go out, and what comes in is listed, accepted and taken back', () => {
  const out = run('reference', 'export', vault, '--case', 'C-1', '--format', 'ris', '--out', file('out.ris'));
  expect(out).toMatchObject({ status: 0, stdout: expect.stringMatching(/^[0-9a-f]{64} {2}/) });
  expect(readFileSync(file('out.ris'), 'utf8')).toContain('ID  - EX-0001');
  const sha256 = /sha256: ([0-9a-f]{64})/.exec(readFileSync(file('out.ris'), 'utf8'))?.[1];
  writeFileSync(
    file('in.bib'),
    `@report{a, title={On wallets and herons}, note={sha256: ${sha256}}}\n@book{b, title={broken\n@book{c, title={Another book altogether}}`,
  );
  const read = run('reference', 'import', vault, file('in.bib'), '--case', 'C-1');
  expect(read).toMatchObject({ status: 3, stderr: expect.stringContaining('record 2: The entry that begins') });
  expect(read.stdout).toContain('1  proposed   EX-0001 (digest)  On wallets and herons');
  expect(read.stdout).toContain('3  unmatched  no exhibit  Another book altogether');
  const importId = /--import (imp-\S+)/.exec(read.stderr)?.[1] ?? '';
  const decide = (verb: string) => run('reference', verb, vault, '1', '--case', 'C-1', '--import', importId);
  expect(decide('accept')).toMatchObject({ status: 0, stdout: '1 record: accept\n' });
  expect(decide('accept')).toMatchObject({ status: 0, stdout: '0 records: accept\n' });
  expect(decide('reopen')).toMatchObject({ status: 0, stdout: '1 record: reopen\n' });
  const certain = run('reference', 'accept', vault, '--certain', '--case', 'C-1', '--import', importId);
  expect(certain).toMatchObject({ status: 0, stdout: '1 record: accept\n' });
  expect(run('reference', 'list', vault, '--case', 'C-1').stdout).toMatch(
    /^imp-\S+ {2}EX-0002 {2}bibtex {2}1 unmatched, 1 accepted, 1 with problems {2}in\.bib\n$/,
  );
  expect(JSON.parse(run('reference', 'show', vault, 'EX-0001', '--case', 'C-1').stdout)).toMatchObject({
    type: 'report',
    title: 'On wallets and herons',
  });
  expect(run('reference', 'reject', vault, '--certain', '--case', 'C-1', '--import', importId).status).not.toBe(0);
  expect(run('reference', 'reject', vault, 'one', '--case', 'C-1', '--import', importId).status).not.toBe(0);
}, 90_000);

test('a case goes out as STIX and comes in again without changing anything; other files are refused by name', () => {
  const out = run('stix', 'export', vault, '--case', 'C-1', '--out', file('case.json'));
  expect(out).toMatchObject({ status: 0, stderr: expect.stringContaining('1 entities, 0 findings') });
  const read = run('stix', 'import', vault, file('case.json'), '--case', 'C-1');
  expect(read).toMatchObject({ status: 0, stdout: expect.stringContaining('0 entities and 0 statements added') });
  expect(run('stix', 'import', vault, file('mail.txt'), '--case', 'C-1')).toMatchObject({
    stderr: expect.stringContaining('it is no STIX bundle'),
  });
}, 60_000);

test('the custody log goes out as CASE; a case that never leaves does not', () => {
  const out = run('custody', 'export', vault, '--case', 'C-1', '--out', file('log.jsonld'), '--recipient', 'Registry');
  expect(out).toMatchObject({ status: 0, stdout: expect.stringMatching(/^[0-9a-f]{64} {2}/) });
  expect(JSON.parse(readFileSync(file('log.jsonld'), 'utf8'))['@graph'].length).toBeGreaterThan(5);
  expect(run('custody', 'export', vault, '--case', 'C-9', '--out', file('x')).status).not.toBe(0);
}, 60_000);
