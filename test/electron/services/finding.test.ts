import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClaimId, ExhibitId, FindingId, SourceId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
let findingId: FindingId;
let claimId: ClaimId;

beforeEach(async () => {
  vault = await openTestCase();
  findingId = (await vault.run('finding.create', { caseId: vault.caseId, title: 'A transfer at sea' })).id;
  claimId = (
    await vault.run('finding.addClaim', { findingId, text: 'The vessels met.', provisionIds: ['unscr-2375-op11'] })
  ).claimId;
});
afterEach(() => vault.close());

async function exhibitFrom(words: string, source: SourceId): Promise<ExhibitId> {
  const [exhibitId] = await vault.admit(vault.write(`${words.replaceAll(' ', '-')}.txt`, `Before. ${words}. After.`));
  if (!exhibitId) throw new Error('not admitted');
  await vault.run('exhibit.update', { exhibitIds: [exhibitId], change: { sourceId: source } });
  return exhibitId;
}

async function cite(exhibitId: ExhibitId, words: string, bearing: 'supports' | 'contradicts' = 'supports') {
  const passage = await vault.run('passage.mark', {
    exhibitId,
    selection: { kind: 'words', pageIndex: 0, quote: { exact: words, prefix: '', suffix: '' }, rects: [] },
  });
  return vault.run('citation.cite', { claimId, passageId: passage.id, bearing, credibility: 2 });
}

const source = (name: string, reliability: 'A' | 'B' | 'D', originIds: SourceId[] = []) =>
  vault
    .run('source.create', {
      name,
      kind: 'press',
      reliability,
      originIds,
      confidential: false,
      codeName: null,
      note: '',
    })
    .then(made => made.id);

const view = () => vault.run('finding.get', { findingId });

test('two articles of one agency count as one; a second independent origin establishes', async () => {
  expect((await view()).status).toBe('unsupported');
  const agency = await source('Agency (exercise)', 'B');
  const [one, two] = [await source('Paper one', 'B', [agency]), await source('Paper two', 'B', [agency])];
  await cite(await exhibitFrom('they met at noon', one), 'they met at noon');
  await cite(await exhibitFrom('a meeting took place', two), 'a meeting took place');
  const short = await view();
  expect(short.status).toBe('probable');
  expect(short.reasons.map(reason => reason.sentence).join(' ')).toContain(
    'Paper one and Paper two have one origin in common',
  );

  await cite(
    await exhibitFrom('the log shows the meeting', await source('Port log', 'A')),
    'the log shows the meeting',
  );
  expect((await view()).status).toBe('established');
});

test('re-grading and withdrawing update the status at once', async () => {
  const port = await source('Port log', 'A');
  const registry = await source('Registry', 'B');
  await cite(await exhibitFrom('the log shows it', port), 'the log shows it');
  const second = await exhibitFrom('the register shows it', registry);
  await cite(second, 'the register shows it');
  expect((await view()).status).toBe('established');
  await vault.run('source.grade', { sourceId: registry, reliability: 'E', reason: 'Found to copy what it is told.' });
  expect((await view()).status).toBe('probable');
  await vault.run('source.grade', { sourceId: registry, reliability: 'B', reason: 'Mistaken.' });
  await vault.run('exhibit.withdraw', { exhibitId: second, reason: 'Handed back.' });
  expect((await view()).status).toBe('probable');
});

test('those named must have had an opportunity to reply', async () => {
  await cite(await exhibitFrom('the log shows it', await source('Port log', 'A')), 'the log shows it');
  await cite(await exhibitFrom('the register shows it', await source('Registry', 'B')), 'the register shows it');
  await vault.run('finding.update', {
    findingId,
    participants: [{ name: 'Heron Shipping (exercise)', role: 'owner', entityId: null }],
  });
  const before = await view();
  expect(before.status).toBe('probable');
  expect(before.reasons).toContainEqual({
    kind: 'missing',
    sentence: 'No reply was requested from Heron Shipping (exercise).',
    mend: 'requests',
    subject: 'Heron Shipping (exercise)',
  });
  await vault.run('request.create', {
    caseId: vault.caseId,
    findingId,
    addressee: 'Heron shipping (EXERCISE)',
    substance: '',
    state: 'sent',
    sentOn: '2026-04-01' as never,
    dueOn: null,
    answeredOn: null,
    replyExhibitId: null,
    note: '',
  });
  expect((await view()).status).toBe('established');
});

test('an open contradiction contests; an answered one does not', async () => {
  const log = await exhibitFrom('the log shows it', await source('Port log', 'A'));
  await cite(log, 'the log shows it');
  const against = await cite(
    await exhibitFrom('she was in port', await source('Harbour', 'B')),
    'she was in port',
    'contradicts',
  );
  expect((await view()).status).toBe('contested');
  await vault.run('citation.update', {
    citationId: against.id,
    rebuttal: 'The harbour log is of another vessel of that name.',
  });
  expect((await view()).status).toBe('probable');
});

test('raising a status needs a reason, is recorded, and shows', async () => {
  expect(
    await vault.core.dispatcher.answer('finding.judgeClaim', { claimId, status: 'established', reason: ' ' }),
  ).toMatchObject({ ok: false, error: { code: 'reason-needed' } });
  await vault.run('finding.judgeClaim', { claimId, status: 'established', reason: 'Seen by two experts on board.' });
  const { claims, status } = await view();
  expect(status).toBe('established');
  expect(claims[0]).toMatchObject({
    computedStatus: 'unsupported',
    status: 'established',
    judgement: { by: 'Test Person' },
  });
  expect(claims[0]?.reasons[0]).toMatchObject({
    kind: 'warns',
    sentence: expect.stringContaining('raised it from nothing cited to established'),
  });
});

test('the cited words are frozen, and stay when the passage is withdrawn from new use', async () => {
  const exhibitId = await exhibitFrom('they met at noon', await source('Paper', 'B'));
  const citation = await cite(exhibitId, 'they met at noon');
  expect(citation.quote).toBe('they met at noon');
  expect(await vault.core.dispatcher.answer('passage.withdraw', { passageId: citation.passageId })).toMatchObject({
    ok: false,
    error: { code: 'still-relied-on' },
  });
  expect(() =>
    vault.core.session.write(ctx => ctx.db.prepare('UPDATE citation SET quote = $quote').run({ quote: 'changed' })),
  ).toThrow(/frozen/);
});

test('what rests on a source reaches through its origins', async () => {
  const agency = await source('Agency (exercise)', 'B');
  await cite(await exhibitFrom('they met at noon', await source('Paper', 'B', [agency])), 'they met at noon');
  const { citations, exhibits } = await vault.run('exhibit.dependents', { of: { kind: 'source', id: agency } });
  expect(citations).toMatchObject([{ quote: 'they met at noon', findingId, status: 'probable' }]);
  expect(exhibits).toHaveLength(1);
});

test('a provision that only calls on States is refused', async () => {
  const { id } = (await vault.run('provision.search', { includeCalls: true })).find(
    provision => provision.type === 'call',
  ) ?? { id: '' };
  expect(
    await vault.core.dispatcher.answer('finding.addClaim', { findingId, text: 'x', provisionIds: [id] }),
  ).toMatchObject({ ok: false, error: { code: 'provision-not-citable' } });
  expect((await vault.run('provision.search', {})).some(provision => provision.type === 'call')).toBe(false);
  expect(
    (await vault.run('provision.search', { words: '2375 ship-to-ship' })).map(provision => provision.id),
  ).toContain('unscr-2375-op11');
});

test('citing writes its custody event in the same transaction, and the chain holds', async () => {
  await cite(await exhibitFrom('they met at noon', await source('Paper', 'B')), 'they met at noon');
  const { events } = await vault.run('custody.list', { limit: 1 });
  expect(events[0]).toMatchObject({ action: 'passage-cited', caseId: vault.caseId, actor: 'Test Person' });
  expect(await vault.run('custody.verify', {})).toMatchObject({ ok: true, brokenAt: null });
  expect(() => vault.core.session.write(ctx => ctx.db.prepare('DELETE FROM custody_event').run())).toThrow(
    /append-only/,
  );
});

test('a claim says when it happened and whom it tells of, and they come into the case', async () => {
  const other = await vault.run('case.create', {
    reference: 'C-TEST-2',
    title: 'Another case (exercise)',
    workstream: 'maritime',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: 'Test Person',
    isExercise: true,
  });
  const { entityId } = await vault.run('entity.create', {
    caseId: other.id,
    schema: 'Vessel',
    statements: [{ property: 'name', value: 'FABULA HERON' }],
  });
  await vault.run('finding.updateClaim', { claimId, occurredOn: '2026-03~', entityIds: [entityId] });
  expect((await view()).claims[0]).toMatchObject({ occurredOn: '2026-03~', entityIds: [entityId] });
  expect((await vault.run('entity.list', { caseId: vault.caseId })).rows.map(row => row.id)).toEqual([entityId]);
  await vault.run('finding.updateClaim', { claimId, text: 'The vessels met at sea.' });
  expect((await view()).claims[0]).toMatchObject({ occurredOn: '2026-03~', entityIds: [entityId] });
  await vault.run('finding.updateClaim', { claimId, occurredOn: null, entityIds: [] });
  expect((await view()).claims[0]).toMatchObject({ occurredOn: null, entityIds: [] });
  await expect(vault.run('finding.updateClaim', { claimId, occurredOn: 'in spring' })).rejects.toThrow();
});
