/** Promise 3: a string planted in an exhibit is nowhere on the disk while the vault is locked. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
beforeEach(async () => {
  vault = await openTestCase();
});
afterEach(() => vault.close());

const planted = 'ZEBRAFINCH-7719-COURIER';

function filesWithPlanted(folder: string, given: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => path !== given && statSync(path).isFile())
    .filter(path =>
      ['utf8', 'utf16le'].some(encoding =>
        readFileSync(path).includes(Buffer.from(planted, encoding as BufferEncoding)),
      ),
    );
}

test('neither while open, nor when locked, does any file hold the planted words', async () => {
  const given = vault.write('letter.txt', `The ${planted} met the master at noon.\n`.repeat(50));
  const [exhibitId] = await vault.admit(given);
  if (!exhibitId) throw new Error('not admitted');
  await vault.run('passage.mark', {
    exhibitId,
    selection: { kind: 'words', pageIndex: 0, quote: { exact: planted, prefix: '', suffix: '' }, rects: [] },
    note: `a note on ${planted}`,
  });
  expect((await vault.run('search.run', { caseId: vault.caseId, query: planted })).groups).toHaveLength(1);
  expect(filesWithPlanted(vault.folder, given)).toEqual([]);
  await vault.run('vault.lock', {});
  expect(filesWithPlanted(vault.folder, given)).toEqual([]);
});
