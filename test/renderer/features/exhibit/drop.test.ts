import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  admissionSentence,
  admit,
  dropMemory,
  giveToDrop,
  settleDrop,
} from '../../../../renderer/features/exhibit/drop.ts';
import { type CaseOfTexts, openCaseOfTexts } from './caseOfTexts.ts';

let core: CaseOfTexts;
beforeEach(async () => {
  core = await openCaseOfTexts({});
});
afterEach(() => core.close());

function writeMail(): void {
  const lines = [
    'From: a@example.test',
    'To: b@example.test',
    'Subject: Exercise',
    'Date: Tue, 10 Mar 2026 17:42:08 +0900',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain',
    '',
    'See the attachment.',
    '--x',
    'Content-Type: application/octet-stream; name=note.bin',
    'Content-Disposition: attachment; filename=note.bin',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('Exercise, invented. Attached.').toString('base64'),
    '--x--',
    '',
  ];
  writeFileSync(join(core.folder, 'mail.eml'), lines.join('\r\n'));
}

const how = async () => {
  const { rows } = await core.run('exhibit.list', { caseId: core.caseId });
  return Promise.all(rows.map(async row => (await core.run('exhibit.get', { exhibitId: row.id })).obtainedHow));
};

async function admitFolder(): Promise<void> {
  const jobId = await admit(core.caseId, [core.core.grants.grant(core.folder)]);
  await core.core.jobs.finished(jobId);
}

test('fields given to a drop reach all of it, attachments included', async () => {
  writeMail();
  await admitFolder();
  await giveToDrop(core.caseId, { obtainedHow: 'Handed over' });
  expect(await how()).toEqual(['Handed over', 'Handed over']);
});

test('what arrived after the fields were given gets them when the drop is settled; what a person changed since stays', async () => {
  writeFileSync(join(core.folder, 'one.txt'), 'Exercise, invented. One.');
  writeFileSync(join(core.folder, 'two.txt'), 'Exercise, invented. Two.');
  await admitFolder();
  await giveToDrop(core.caseId, { obtainedHow: 'Handed over' });
  const [one, two] = (await core.run('exhibit.list', { caseId: core.caseId })).rows.map(row => row.id);
  if (!one || !two) throw new Error('no exhibits');
  await core.run('exhibit.update', { exhibitIds: [one], change: { obtainedHow: 'Downloaded' } });
  await core.run('exhibit.update', { exhibitIds: [two], change: { obtainedHow: '' } });
  // As if the second had only arrived now.
  dropMemory.change(core.caseId, drop => drop && { ...drop, settled: new Set([one]) });
  await settleDrop(core.caseId);
  expect(await how()).toEqual(['Downloaded', 'Handed over']);
});

test('a second drop leaves the first alone', async () => {
  writeFileSync(join(core.folder, 'one.txt'), 'Exercise, invented. One.');
  await admitFolder();
  writeFileSync(join(core.folder, 'two.txt'), 'Exercise, invented. Two.');
  await admitFolder();
  await giveToDrop(core.caseId, { obtainedHow: 'Seized' });
  // The first came again with the second drop; as a copy it keeps what it had.
  expect(await how()).toEqual(['', 'Seized']);
});

test('locking the vault forgets the drop', async () => {
  await admit(core.caseId, [core.core.grants.grant(core.folder)]);
  await core.run('vault.lock', {});
  expect(dropMemory.get(core.caseId)).toBeNull();
});

test('the outcome names only what happened', () => {
  expect(admissionSentence({ admitted: 212, refused: 3, linked: 4 })).toBe('212 admitted, 3 refused, 4 linked');
  expect(admissionSentence({ admitted: 0, refused: 0, linked: 0 })).toBe('0 admitted');
});
