// Parts of containers become exhibits, in their order, however many and whatever happens meanwhile.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { containersWithWaitingParts } from '../../../electron/services/admission/waitingParts.ts';
import { depthOf } from '../../../electron/services/exhibit/exhibitSql.ts';
import { JobId } from '../../../shared/kernel/ids.ts';
import { makeQuine } from '../extract/support/makeQuine.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
beforeEach(async () => {
  vault = await openTestCase();
});
afterEach(() => vault.close());

const rows = async () => (await vault.run('exhibit.list', { caseId: vault.caseId, limit: 500 })).rows;

function mailWith(attachments: readonly { name: string; text: string }[], subject = 'Papers'): string {
  const parts = attachments.map(
    ({ name, text }) =>
      `--b1\r\nContent-Type: text/plain; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${text}\r\n`,
  );
  return `From: a@example.invalid\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\n\r\nSee below.\r\n${parts.join('')}--b1--\r\n`;
}

test('parts are numbered in the order of their container, over many steps', async () => {
  const attachments = Array.from({ length: 450 }, (_, at) => ({ name: `part ${at}.txt`, text: `words of part ${at}` }));
  await vault.admit(vault.write('many.eml', mailWith(attachments)));
  const all = await rows();
  expect(all.slice(1).map(row => [row.number, row.fileName])).toEqual(
    attachments.map(({ name }, at) => [at + 2, name]).slice(0, 499),
  );
  expect(all.slice(1).every(row => row.reading === 'read' && row.parentId === all[0]?.id)).toBe(true);
});

test('parts that a crash left without numbers get them when the job goes on', async () => {
  const path = vault.write('papers.eml', mailWith([{ name: 'a.txt', text: 'first' }]));
  const started = await vault.run('exhibit.admit', { caseId: vault.caseId, from: [vault.core.grants.grant(path)] });
  await vault.finish(started);
  const jobId = JobId.parse(started.jobId);
  const [message, part] = await rows();
  if (!message || !part) throw new Error('not admitted');
  const { sha256 } = await vault.run('exhibit.get', { exhibitId: message.id });
  // As a kill between two steps leaves it: stored and named, without a number.
  vault.core.session.write(({ db }) => {
    db.prepare(`INSERT INTO waiting_part VALUES ($parentId, 7, $sha256, 'folder/late.eml', 'member', $jobId)`).run({
      parentId: part.id,
      sha256,
      jobId,
    });
    db.prepare(`UPDATE job SET status = '{"state":"interrupted","progress":null}' WHERE id = $jobId`).run({ jobId });
  });
  expect(containersWithWaitingParts(vault.core.session.connection.readable, jobId)).toEqual([part.id]);
  await vault.run('job.resume', { jobId });
  await vault.finish(started);
  expect(containersWithWaitingParts(vault.core.session.connection.readable, jobId)).toEqual([]);
  const { copies } = await vault.run('exhibit.get', { exhibitId: message.id });
  expect(copies.map(copy => [copy.fileName, copy.path])).toContainEqual(['late.eml', 'EX-0002/folder/late.eml']);
});

test('how deep an exhibit lies is counted through its containers', async () => {
  const inner = mailWith([{ name: 'deep.txt', text: 'at the bottom' }], 'Inner');
  const outer = `From: a@example.invalid\r\nSubject: Outer\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="o"\r\n\r\n--o\r\n\r\nForwarded.\r\n--o\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--o--\r\n`;
  await vault.admit(vault.write('outer.eml', outer));
  const { readable } = vault.core.session.connection;
  expect((await rows()).map(row => depthOf(readable, row.id))).toEqual([0, 1, 2]);
});

test('files that were refused are given again at once, and the good ones are not touched', async () => {
  const gone = join(vault.folder, 'late.txt');
  const started = await vault.run('exhibit.admit', {
    caseId: vault.caseId,
    from: [vault.core.grants.grant(vault.write('here.txt', 'here from the start')), vault.core.grants.grant(gone)],
    defaults: { obtainedHow: 'Handed over at the port' },
  });
  await vault.finish(started);
  const first = await vault.run('exhibit.admissions', { jobId: JobId.parse(started.jobId), only: 'refused' });
  expect(first.rows.map(row => [row.path, row.code])).toEqual([[gone, 'file-vanished']]);

  writeFileSync(gone, 'the disk was plugged in');
  const again = await vault.run('exhibit.retryRefused', { jobId: JobId.parse(started.jobId) });
  await vault.finish(again);
  const second = await vault.run('exhibit.admissions', { jobId: JobId.parse(again.jobId) });
  expect({ admitted: second.admitted, linked: second.linked, refused: second.refused }).toEqual({
    admitted: 1,
    linked: 0,
    refused: 0,
  });
  const late = (await rows()).find(row => row.fileName === 'late.txt');
  if (!late) throw new Error('not admitted');
  expect(await vault.run('exhibit.get', { exhibitId: late.id })).toMatchObject({
    obtainedHow: 'Handed over at the port',
    reading: 'read',
  });
});

test('text in the wrong encoding is read again in the one that a person names', async () => {
  // "Хан" in KOI8-R; too short for anybody to guess.
  const [exhibitId] = await vault.admit(vault.write('short.txt', Uint8Array.of(0xe8, 0xc1, 0xce)));
  if (!exhibitId) throw new Error('not admitted');
  await vault.finish(
    await vault.run('exhibit.extract', { caseId: vault.caseId, exhibitIds: [exhibitId], encoding: 'koi8-r' }),
  );
  const [page] = await vault.run('exhibit.pages', { exhibitId, from: 0, count: 1 });
  expect(page?.text).toBe('Хан');
});

test('an archive that unpacks to itself is one exhibit, which came twice', async () => {
  await vault.admit(vault.write('quine.gz', makeQuine()));
  const [quine, ...others] = await rows();
  if (!quine) throw new Error('not admitted');
  expect([quine.reading, others]).toEqual(['read', []]);
  const { copies } = await vault.run('exhibit.get', { exhibitId: quine.id });
  expect(copies.map(copy => copy.fileName)).toEqual(['quine.gz', 'q.gz']);
});
