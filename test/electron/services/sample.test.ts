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

test('the cast stands in the vault: every value of it is cited, and what happened has its place and its time', async () => {
  const { id: caseId } = await sampleCase();
  const { rows } = await vault.run('entity.list', {
    caseId,
    kinds: ['thing', 'relationship', 'event', 'record'],
    limit: 500,
  });
  expect(rows).toHaveLength(story.cast.length);
  for (const { id } of rows) {
    const { statements } = await vault.run('entity.get', { entityId: id });
    expect(statements.filter(statement => statement.citations.length === 0)).toEqual([]);
  }
  const heron = rows.find(row => row.caption === 'FABULA HERON');
  if (!heron) throw new Error('the tanker is not there');
  expect(heron.hint).toBe('IMO 2026010 · Marenda');
  const { links } = await vault.run('entity.get', { entityId: heron.id });
  expect(links.map(({ words, other }) => `${words} ${other?.caption}`).sort()).toEqual([
    'is owned by Moru Haeun',
    'is owned by Quillfeather Maritime Ltd',
    'is owned by Tern Rederi A/S',
    'took part as delivering vessel in Ship-to-ship transfer in open sea',
    'took part as silent vessel in AIS silence of FABULA HERON, 14 h 34 min',
    'took part as vessel in port in FABULA HERON boarded at Port Selwick, tanks empty',
    'took part as vessel loading in FABULA HERON loads gas oil at Calderis',
    'took part as vessel seen in FABULA HERON seen alone, loaded',
  ]);
});

test('those whom a finding names are the cast, and requests went to them', async () => {
  const { id: caseId } = await sampleCase();
  const [first] = await vault.run('finding.list', { caseId });
  if (!first) throw new Error('no finding');
  const { participants } = await vault.run('finding.get', { findingId: first.id });
  expect(participants.map(participant => participant.entityId === null)).toEqual([false, false, false]);
  const requests = await vault.run('request.list', { caseId });
  expect(requests.filter(request => request.entityId !== null).length).toBeGreaterThan(0);
});
