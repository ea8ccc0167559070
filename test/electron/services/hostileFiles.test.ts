/** Files that are not what they seem: each is admitted whole, or refused with a reason; none is passed over. */
import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GivenFileRefused, readGiven } from '../../../electron/services/admission/openGiven.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
let folder: string;
beforeEach(async () => {
  vault = await openTestCase();
  folder = join(vault.folder, 'given');
  mkdirSync(folder);
});
afterEach(() => vault.close());

async function give(path: string): Promise<string[]> {
  const started = await vault.run('exhibit.admit', { caseId: vault.caseId, from: [vault.core.grants.grant(path)] });
  expect(await vault.finish(started)).toMatchObject({ state: 'succeeded' });
  const { rows } = await vault.run('exhibit.admissions', { jobId: started.jobId, limit: 1000 });
  return rows.map(row => `${row.path.slice(path.length + 1)}: ${row.code ?? row.outcome}`);
}

test.skipIf(process.platform !== 'linux')('names that are no UTF-8 are two names, and both are admitted', async () => {
  const inFolder = (...bytes: number[]) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(bytes)]);
  writeFileSync(inFolder(0x63, 0xe9), 'one');
  writeFileSync(inFolder(0x63, 0xe8), 'two');
  mkdirSync(inFolder(0xff));
  writeFileSync(Buffer.concat([inFolder(0xff), Buffer.from('/within')]), 'three');
  expect((await give(folder)).sort()).toEqual(['\\xFF/within: admitted', 'c\\xE8: admitted', 'c\\xE9: admitted']);
});

test.skipIf(process.platform === 'win32')('odd names come in as they are, links are refused', async () => {
  for (const name of [
    'new\nline.txt',
    'rtl\u202Efdp.txt',
    '-rf',
    ' blank ',
    '한글'.normalize('NFD'),
    `${'a'.repeat(251)}.txt`,
  ])
    writeFileSync(join(folder, name), name);
  symlinkSync('.', join(folder, 'loop'));
  const told = await give(folder);
  expect(told).toHaveLength(7);
  expect(told.filter(line => !line.endsWith(': admitted'))).toEqual(['loop: link']);
});

test('a file that grows while it is read is refused, not admitted half', async () => {
  const path = join(folder, 'growing.log');
  writeFileSync(path, Buffer.alloc(3 * 1024 * 1024, 65));
  const read = async () => {
    for await (const _ of readGiven(path)) appendFileSync(path, 'more');
  };
  await expect(read()).rejects.toMatchObject({ code: 'file-changing' });
  await expect(read()).rejects.toBeInstanceOf(GivenFileRefused);
});

test('a password is not in the vault: neither in the job’s row nor after it is resumed', async () => {
  const [exhibitId] = await vault.admit(vault.write('a.txt', 'A letter.'));
  if (!exhibitId) throw new Error('nothing was admitted');
  const { jobId } = await vault.run('exhibit.extract', {
    caseId: vault.caseId,
    exhibitIds: [exhibitId],
    password: 'SABLE-FINCH-PASSWORD',
  });
  await vault.finish({ jobId });
  const rows = vault.core.session.connection.readable.prepare('SELECT input, status FROM job').all();
  expect(JSON.stringify(rows)).not.toContain('SABLE-FINCH-PASSWORD');
});
