/** `probatum archive`, as two teams run it. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passphrase } from '../../support/openTestCore.ts';
import { runProgram } from '../../support/runProgram.ts';
import { openReportCase, type ReportCase } from '../services/reportCase.ts';

let testCase: ReportCase;
const at = (name: string) => join(testCase.folder, name);
const run = (...args: string[]) => runProgram(...args, '--passphrase-file', at('passphrase'));
const ours = (verb: string, ...args: string[]) => run('archive', verb, testCase.vaultPath, ...args);
const theirs = (verb: string, ...args: string[]) => run('archive', verb, at('theirs.probatum'), ...args);
const CASE = ['--case', 'C-TEST-1'];

beforeAll(async () => {
  testCase = await openReportCase();
  await testCase.run('identity.make', { name: 'Person of ours', team: 'ours' });
  await testCase.core.close();
  writeFileSync(at('passphrase'), `${passphrase}\n`);
  for (const args of [
    ['vault', 'create', at('theirs.probatum'), '--person', 'Test Person'],
    ['identity', 'make', at('theirs.probatum'), '--name', 'Person of theirs', '--team', 'theirs'],
    ['identity', 'card', at('theirs.probatum'), '--out', at('card.json')],
    ['contact', 'add', testCase.vaultPath, '--card', at('card.json')],
  ])
    expect(await run(...args)).toMatchObject({ status: 0 });
}, 60_000);
afterAll(() => testCase.close());

test('sealed for a contact of the book, it tells what stays; nobody is refused, and so is a stranger’s name', async () => {
  const nobody = await ours('seal', ...CASE, '--out', at('nobody.age'));
  expect(nobody).toMatchObject({ status: 1, stdout: '' });
  expect(await ours('seal', ...CASE, '--to', 'Somebody Else', '--out', at('nobody.age'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Somebody Else'),
  });
  const sealed = await ours(
    'seal',
    ...CASE,
    '--to',
    'Person of theirs',
    '--reason',
    'Shared work',
    '--out',
    at('a.age'),
  );
  expect(sealed).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Sealed .*: \d+ exhibits, SHA-256 [0-9a-f]{64}/),
  });
  expect(sealed.stderr).toMatch(/stays: EX-\d{4}, TLP:RED/);
  expect(sealed.stderr).toContain('Nobody has made sure yet that the key of Person of theirs is theirs.');
  expect(readFileSync(at('a.age')).subarray(0, 21).toString('latin1')).toBe('age-encryption.org/v1');
}, 60_000);

test('a name that two contacts bear is not guessed; a key of the book stands on record by whose it is', async () => {
  const name = 'Person of theirs';
  // Of nobody: its other half was thrown away.
  const namesake = 'age1pylzr9hfw53yamsehjz2taz4qvfddaqs8adxkjh874ypmzdc0phq93y0wu';
  expect(await run('contact', 'add', testCase.vaultPath, '--name', name, '--age-recipient', namesake)).toMatchObject({
    status: 0,
  });
  expect(await ours('seal', ...CASE, '--to', name, '--out', at('which.age'))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(`more than one contact is called “${name}”`),
  });
  const theirKey = /age1\w+/.exec((await run('identity', 'show', at('theirs.probatum'))).stdout)?.[0] ?? '';
  expect(await ours('seal', ...CASE, '--to', theirKey, '--out', at('known.age'))).toMatchObject({ status: 0 });
  const list = await run('departure', 'list', testCase.vaultPath, ...CASE);
  expect(list.stdout.split('\n')[0]).toContain(name);
}, 60_000);

test('inspected it changes nothing, merged it brings the case, and a second time nothing', async () => {
  const inspected = await theirs('inspect', at('a.age'));
  expect(inspected).toMatchObject({ status: 0, stdout: expect.stringMatching(/^adds \d+ exhibits$/m) });
  expect(inspected.stdout).toContain('sealed by Person of ours, ours');
  expect((await run('case', 'list', at('theirs.probatum'))).stdout).not.toContain('C-TEST-1');
  const merged = await theirs('merge', at('a.age'));
  expect(merged).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Merged a\.age \((mrg-[0-9a-f-]{36})\)/) });
  expect((await theirs('inspect', at('a.age'))).stdout).toContain('Nothing that is not here already.');
  expect((await run('vault', 'verify', at('theirs.probatum'))).status).toBe(0);
  expect(await theirs('settle', ...CASE)).toMatchObject({ status: 0, stdout: 'Nothing is left to settle.\n' });
  const id = /mrg-[0-9a-f-]{36}/.exec(merged.stdout)?.[0] ?? '';
  expect((await theirs('list')).stdout).toContain(`${id}  a.age  C-TEST-1  from Person of ours, ours  merged`);
  expect(await theirs('take-back', id)).toMatchObject({ status: 0 });
  expect((await run('case', 'list', at('theirs.probatum'))).stdout).not.toContain('C-TEST-1');
}, 120_000);

test('a wrong key, a cut file and something else are refused with codes of their own', async () => {
  expect(await ours('inspect', at('a.age'))).toMatchObject({ status: 4, stderr: expect.stringMatching(/key/) });
  const bytes = readFileSync(at('a.age'));
  writeFileSync(at('cut.age'), bytes.subarray(0, bytes.length - 1000));
  expect(await theirs('inspect', at('cut.age'))).toMatchObject({ status: 5, stdout: '' });
  copyFileSync(at('card.json'), at('other.age'));
  expect(await theirs('merge', at('other.age'))).toMatchObject({ status: 1, stdout: '' });
}, 60_000);
