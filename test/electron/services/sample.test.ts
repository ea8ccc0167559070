import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Story } from '../../../shared/domain/sampleStory.ts';
import { assetsFolder } from '../../support/assets.ts';
import { openTestCore, type TestCore } from '../../support/openTestCore.ts';

let vault: TestCore;
const story = Story.parse(JSON.parse(readFileSync(join(assetsFolder(), 'sample', 'story.json'), 'utf8')));
beforeAll(async () => {
  vault = await openTestCore();
  expect(await vault.finish(await vault.run('sample.load', {}))).toMatchObject({ state: 'succeeded' });
});
afterAll(() => vault.close());

const sampleCase = async () => {
  const [first] = await vault.run('case.list', {});
  if (!first) throw new Error('the sample case is not there');
  return first;
};

test('the sample case is marked as an exercise and holds every document of its story', async () => {
  const { id: caseId, isExercise } = await sampleCase();
  expect(isExercise).toBe(true);
  const { rows } = await vault.run('exhibit.list', { caseId, limit: 100 });
  expect(rows.map(row => row.fileName)).toEqual(expect.arrayContaining(story.documents.map(document => document.file)));
  expect(rows.filter(row => row.reading === 'unreadable').map(row => row.fileName)).toEqual(
    story.documents.filter(document => document.unreadable).map(document => document.file),
  );
  expect(rows.filter(row => row.reading === 'password-needed')).toEqual([]);
});

test('the numbers of attachments stand right behind their message', async () => {
  const { rows } = await vault.run('exhibit.list', { caseId: (await sampleCase()).id, limit: 100 });
  const message = rows.find(row => row.attachmentCount === 2);
  expect(rows.filter(row => row.parentId === message?.id).map(row => row.number)).toEqual([2, 3]);
});

test('every passage of the story is marked in the text, and every citation resolves to its words', async () => {
  const passages = await vault.run('passage.listForCase', { caseId: (await sampleCase()).id });
  expect(passages).toHaveLength(story.passages.length);
  expect(passages.filter(passage => passage.position === null)).toEqual([]);
});

test('the standard gives each finding the status that the story expects', async () => {
  const findings = await vault.run('finding.list', { caseId: (await sampleCase()).id });
  expect(findings.map(finding => [finding.title, finding.status])).toEqual(
    story.findings.map(finding => [finding.title, finding.expectedStatus]),
  );
});

test('the vault with the sample case verifies', async () => {
  expect(await vault.run('vault.verify', {})).toMatchObject({ ok: true, problems: [] });
});
