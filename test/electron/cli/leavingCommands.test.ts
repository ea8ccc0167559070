/** `probatum compartment|departure`, `exhibit redact`, and the options of what leaves. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePdf } from '../../support/makePdf.ts';
import { passphrase } from '../../support/openTestCore.ts';
import { runBuilt } from '../../support/runBuilt.ts';
import { runProgram } from '../../support/runProgram.ts';
import { openReportCase, REAL_NAME, type ReportCase } from '../services/reportCase.ts';

const CASE = ['--case', 'C-TEST-1'];

let testCase: ReportCase;
const at = (name: string) => join(testCase.folder, name);
beforeAll(async () => {
  testCase = await openReportCase();
  writeFileSync(at('passphrase'), `${passphrase}\n`);
  await testCase.admit(
    testCase.write('paid.pdf', makePdf([{ lines: [{ text: `Paid to ${REAL_NAME}`, x: 60, y: 700, size: 12 }] }])),
  );
  await testCase.core.close();
}, 60_000);
afterAll(() => testCase.close());

const given = (command: string, args: readonly string[]) => [
  ...command.split(' '),
  testCase.vaultPath,
  ...args,
  '--passphrase-file',
  at('passphrase'),
];
const probatum = (command: string, ...args: string[]) => runProgram(...given(command, args));
/** In a process of its own, since it draws pages. */
const built = (command: string, ...args: string[]) => runBuilt(...given(command, args));

test('compartment: marked with a reason, listed with who and why, lifted with a reason', async () => {
  expect(await probatum('compartment list', ...CASE)).toMatchObject({ status: 0, stdout: 'Nothing is marked.\n' });
  expect(await probatum('compartment mark', ...CASE, '--exhibit', 'EX-0001')).toMatchObject({ status: 2 });
  expect(await probatum('compartment mark', ...CASE, '--exhibit', 'EX-0099', '--reason', 'Lent')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('EX-0099'),
  });
  expect(await probatum('compartment mark', ...CASE, '--exhibit', 'EX-0001', '--reason', 'Lent')).toEqual({
    status: 0,
    stdout: 'EX-0001 never leaves this vault\n',
    stderr: '',
  });
  expect((await probatum('compartment list', ...CASE)).stdout).toMatch(
    /^EX-0001 {2}it is marked as never leaving \(Test Person, \d{4}-\d\d-\d\d: Lent\)\n {2}\S+Z {2}marked {2}EX-0001 {2}Test Person: Lent\n$/,
  );
  expect(await probatum('compartment lift', ...CASE, '--exhibit', 'EX-0001', '--reason', 'Given back')).toMatchObject({
    status: 0,
    stdout: 'EX-0001 may leave again\n',
  });
  expect(await probatum('compartment lift', ...CASE, '--reason', 'Why not')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('there is nothing to lift'),
  });
});

test('departure: what left is listed with recipient and reason, its list shown, and saved as it is on record', async () => {
  const sent = ['--recipient', 'Expert Two', '--reason', 'To be read by hand', '--audience', 'community'];
  expect(await probatum('exhibit export', 'EX-0001', ...CASE, '--out', at('out.txt'), ...sent)).toMatchObject({
    status: 0,
  });
  const [row = ''] = (await probatum('departure list', ...CASE, '--json')).stdout.split('\n');
  const latest = JSON.parse(row) as { id: string; listSha256: string };
  expect(latest).toMatchObject({ kind: 'exhibit', audience: 'community', reason: 'To be read by hand', went: 1 });
  expect((await probatum('departure list', ...CASE)).stdout).toContain('Expert Two  Community  1 went, 0 stayed');
  expect((await probatum('departure show', latest.id)).stdout).toContain('EX-0001\tPicture report\tTLP:GREEN');
  expect(await probatum('departure show', latest.id, '--json', '--out', at('list.json'))).toMatchObject({ status: 0 });
  expect(
    createHash('sha256')
      .update(readFileSync(at('list.json')))
      .digest('hex'),
  ).toBe(latest.listSha256);
  expect(await probatum('departure show', 'dep-nothing')).toMatchObject({ status: 1, stdout: '' });
});

test('departure disclose: asked, confirmed with another reason, and only then a report has the name, once', async () => {
  const disclose = (step: string, reason: string) =>
    probatum(
      'departure disclose',
      ...CASE,
      '--source',
      'willow',
      '--to',
      'Judge One',
      '--step',
      step,
      '--reason',
      reason,
    );
  const compile = (name: string) =>
    probatum(
      'report compile',
      ...CASE,
      ...['--format', 'md', '--out', at(name), '--recipient', 'Judge One', '--disclose', REAL_NAME],
    );
  expect(await disclose('confirm', 'The court asks')).toMatchObject({ status: 1 });
  expect(await disclose('ask', 'The court asks')).toMatchObject({ status: 0 });
  expect(await compile('r1.md')).toMatchObject({ status: 1, stderr: expect.stringContaining('asked for twice') });
  expect(await disclose('confirm', 'The source agreed')).toMatchObject({ status: 0 });
  expect(await compile('r2.md')).toMatchObject({ status: 0 });
  expect(readFileSync(at('r2.md'), 'utf8')).toContain(REAL_NAME);
  expect(await compile('r3.md')).toMatchObject({ status: 1 });
  expect([existsSync(at('r1.md')), existsSync(at('r3.md'))]).toEqual([false, false]);
});

test('options of what leaves: an unknown audience, an unknown exhibit and no pair are told from each other', async () => {
  const compile = (...options: string[]) =>
    probatum('report compile', ...CASE, '--format', 'md', '--out', at('r.md'), ...options);
  expect(await compile('--audience', 'press')).toMatchObject({ status: 2 });
  expect(await compile('--audience', 'public')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('TLP:GREEN may circulate in the community, not on public channels'),
  });
  expect(await compile('--leave-out', 'EX-0077')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('EX-0077'),
  });
  expect(await compile('--finding', 'F-9')).toMatchObject({ status: 1, stderr: expect.stringContaining('F-9') });
  expect(await compile('--in-place', 'EX-0001')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('no pair'),
  });
  expect(await compile('--in-place', 'EX-0001=EX-0002')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('EX-0002 was not made from EX-0001'),
  });
  expect(await compile('--disclose', 'Nobody')).toMatchObject({ status: 1, stderr: expect.stringContaining('Nobody') });
  expect(existsSync(at('r.md'))).toBe(false);
  const left = await compile('--leave-out', 'EX-0001', '--recipient', 'Reviewer One');
  expect(left).toMatchObject({ status: 0, stdout: `Compiled ${at('r.md')}\n` });
  expect(readFileSync(at('r.md'), 'utf8')).toContain('the sender left it out');
});

test('what goes and what stays is told before; with --dry-run nothing is written, and a stop is exit 1', async () => {
  const bundle = (...options: string[]) =>
    probatum('bundle export', ...CASE, '--out', at('b.zip'), '--recipient', 'Reviewer One', '--dry-run', ...options);
  expect(await bundle('--audience', 'named', '--leave-out', 'EX-0003')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(
      /^EX-0001 {2}TLP:GREEN {2}\d+ +Picture report\nEX-0002 {2}TLP:RED .*Letter on buoys\n$/,
    ),
    stderr: expect.stringContaining('stays: EX-0003, the sender left it out\n'),
  });
  expect(await bundle('--audience', 'public')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('The case is TLP:GREEN'),
  });
  expect(existsSync(at('b.zip'))).toBe(false);
});

test('files for other programs, and archives, tell with --dry-run what would stay, and write nothing', async () => {
  const dry = (command: string, ...options: string[]) =>
    probatum(command, ...CASE, '--out', at('dry'), '--dry-run', ...options);
  const stays = { status: 0, stderr: expect.stringContaining('stays: EX-0002, TLP:RED\n') };
  expect(await dry('reference export')).toMatchObject({
    ...stays,
    stdout: '2 records whole, 3 as number and digest only\n',
  });
  expect(await dry('custody export')).toMatchObject({
    ...stays,
    stdout: expect.stringMatching(/^\d+ events, 2 exhibits\n$/),
  });
  expect(await dry('stix export')).toMatchObject({
    status: 0,
    stdout: '0 entities, 0 findings, to be handled as TLP:GREEN\n',
    stderr: 'stays: F-1, it names no entity, and a STIX report must name one\n',
  });
  expect(await dry('entity export', '--format', 'csv')).toEqual({
    status: 0,
    stdout: '0 entities, to be handled as TLP:GREEN\n',
    stderr: '',
  });
  expect(await dry('archive seal')).toMatchObject({
    ...stays,
    stdout: expect.stringMatching(/^EX-0001 .*Picture report/),
  });
  expect(existsSync(at('dry'))).toBe(false);
});

test('exhibit redact: words and regions, each copy an exhibit of its own; nothing to redact is said', async () => {
  expect(await probatum('exhibit redact', 'EX-0003', ...CASE)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('nothing is marked for redaction'),
  });
  expect(await probatum('exhibit redact', 'EX-0005', ...CASE, '--region', '1:0.1,0.15')).toMatchObject({ status: 2 });
  expect(await probatum('exhibit redact', 'EX-0003', ...CASE, '--words', 'saw', '--reason', 'other')).toMatchObject({
    status: 2,
  });
  expect(built('exhibit redact', 'EX-0003', ...CASE, '--words', REAL_NAME)).toMatchObject({
    status: 0,
    stdout: 'EX-0006 is the copy of EX-0003\n',
  });
  const { stdout } = await probatum('exhibit text', 'EX-0006', ...CASE);
  expect(stdout).toContain('I saw it. Signed, [redacted: personal data].');
  expect(stdout).not.toContain(REAL_NAME);
  const place = ['--words', REAL_NAME, '--region', '1:0.1,0.5,0.5,0.04', '--json'];
  expect(built('exhibit redact', 'EX-0005', ...CASE, ...place)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('"exhibitNumber":7'),
  });
  expect(built('exhibit redact', 'EX-0005', ...CASE, '--words', 'Nobody at all')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('“Nobody at all” stands nowhere in EX-0005'),
  });
}, 60_000);
