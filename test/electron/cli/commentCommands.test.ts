/** `probatum comment …` as a person runs it: what is printed, the exit codes, and what stands in the vault after. */
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { exitCodeOf } from '../../../electron/cli/exitCodes.ts';
import { makeProgram } from '../../../electron/cli/program.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { FindingId } from '../../../shared/kernel/ids.ts';
import { writeReview } from '../../../shared/domain/review.ts';
import { exerciseRemark, exerciseReview } from '../../support/exerciseReview.ts';
import { openTestCase, passphrase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
let findingId: FindingId;
beforeAll(async () => {
  vault = await openTestCase();
  await vault.admit(vault.write('a.txt', 'The vessel was seen at sea.'));
  findingId = (await vault.run('finding.create', { caseId: vault.caseId, title: 'It was there' })).id;
  writeFileSync(join(vault.folder, 'passphrase'), `${passphrase}\n`);
  await vault.core.close();
}, 60_000);
afterAll(() => vault.close());
afterEach(() => vi.restoreAllMocks());

const bundle = {
  externalIdentifier: 'C-TEST-1',
  title: 'A test case (exercise)',
  exportedAt: '2026-11-24T10:00:00.000Z' as never,
  caseSha256: 'a'.repeat(64) as never,
  custodyHead: 'b'.repeat(64),
};
const remark = (text: string, given: Parameters<typeof exerciseRemark>[0] = {}) =>
  exerciseRemark(
    { subject: { kind: 'finding', id: findingId, pageIndex: null }, subjectName: 'F-1', text, ...given },
    bundle,
  );
const ofCase = ['--case', 'C-TEST-1'];

/** As `main.ts` runs it; what is printed is kept. */
async function comment(verb: string, ...args: string[]) {
  const heard = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    vi.spyOn(process[stream], 'write').mockImplementation(text => {
      heard[stream] += String(text);
      return true;
    });
  try {
    await makeProgram().parseAsync(
      ['comment', verb, vault.vaultPath, ...args, '--passphrase-file', join(vault.folder, 'passphrase')],
      { from: 'user' },
    );
    return { status: Number(process.exitCode ?? 0), ...heard };
  } catch (error) {
    if (!(error instanceof ProbatumError)) throw error;
    return { status: exitCodeOf(error.code), stdout: heard.stdout, stderr: `${heard.stderr}${error.message}\n` };
  } finally {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  }
}
const listed = async (...args: string[]) => (await comment('list', ...ofCase, ...args)).stdout;

test('comment import: shown first, taken in once, and each refusal says what is wrong with which file', async () => {
  const good = vault.write(
    'review-1.json',
    writeReview(
      exerciseReview(
        [
          remark('소유자가 누구였는가?', { verdict: 'needs-evidence', isDissent: true, quote: 'It was there' }),
          remark('Gone\u001b[2J since?', {
            subject: { kind: 'citation', id: 'cit-01900000-0000-7000-8000-0000000000aa', pageIndex: null },
            subjectName: 'EX-0009, p. 2',
          }),
        ],
        bundle,
      ),
    ),
  );
  const shown = await comment('import', good, ...ofCase, '--dry-run');
  expect(shown).toMatchObject({ status: 0, stderr: '' });
  expect(shown.stdout).toMatch(/2 remarks, 1 of them dissents: 2 would be added/);
  expect(shown.stdout).toMatch(/new +F-1 +DISSENT, Needs more evidence +소유자가 누구였는가\?/);
  expect(shown.stdout).toMatch(/Gone\\x1b\[2J since\? +What this speaks of is not in this vault/);
  expect(await listed()).toBe('');
  const taken = await comment('import', good, ...ofCase, '--json');
  expect(taken.status).toBe(0);
  expect(JSON.parse(taken.stdout)).toMatchObject({ added: 2, gone: 1, isRepeated: false });
  const again = await comment('import', good, ...ofCase);
  expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining('received before; nothing was changed') });
  expect((await comment('received', ...ofCase)).stdout).toMatch(/R\. Reviewer \(Example Institute\) +2 remarks/);
}, 60_000);

test('comment import: bad files keep no good one out; the exit code tells some from all, and damage from foreign', async () => {
  const text = writeReview(exerciseReview([remark('x')], bundle));
  const damaged = vault.write('damaged.json', text.slice(0, -9));
  const foreign = vault.write('letter.txt', 'Dear colleague');
  const other = vault.write('other.json', writeReview(exerciseReview([], { ...bundle, externalIdentifier: 'C-9' })));
  const partly = vault.write(
    'partly.json',
    JSON.stringify({ ...JSON.parse(text), remarks: [remark('Kept.'), { ...remark('Said.'), text: 'Changed.' }] }),
  );
  expect(await comment('import', damaged, ...ofCase)).toMatchObject({
    status: 5,
    stderr: expect.stringContaining('damaged.json is a review file, but damaged'),
  });
  expect(await comment('import', foreign, ...ofCase)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('letter.txt is not a review file'),
  });
  const mixed = await comment('import', other, partly, foreign, ...ofCase);
  expect(mixed.status).toBe(3);
  expect(mixed.stderr).toMatch(/other\.json .*C-9/);
  expect(mixed.stderr).toContain('partly.json: remark 2 is left out: its words are not those');
  expect(await listed()).toContain('Kept.');
}, 60_000);

test('comment add, accept, reject, reopen, withdraw: each said in the list', async () => {
  const { stdout } = await comment('add', ...ofCase, '--on', `finding:${findingId}`, '--text', 'Which log?');
  const id = stdout.trim();
  expect(await comment('reject', id, '--reason', ' ')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Say why it is rejected'),
  });
  expect(await comment('accept', id, '--answer', 'The one of EX-0001.')).toMatchObject({ status: 0 });
  expect(await listed('--show', 'settled')).toMatch(
    /^F-1 It was there \[accepted by Test Person, .*\]\n.*Which log\?\n {4}answer .*The one of EX-0001\.\n$/,
  );
  expect(await comment('reopen', id)).toMatchObject({ status: 0, stdout: 'open\n' });
  expect(await listed('--show', 'settled')).toBe('');
  expect(await comment('withdraw', id)).toMatchObject({ status: 0 });
  expect(await listed()).toMatch(/F-1 It was there \[taken back\]\n.*taken back +Which log\?/);
  expect(await listed('--show', 'dissent')).toContain('소유자가');
  expect(await comment('add', ...ofCase, '--on', 'nothing', '--text', 'x')).toMatchObject({ status: 2 });
  expect(await comment('withdraw', 'com-none')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('com-none'),
  });
}, 60_000);
