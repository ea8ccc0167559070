/** A cyber case through STIX on a real vault: out, into another vault, out again; nothing lost, nothing twice, what stays stays. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { EntityId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';
import { type AnyObject, problemsOfBundle } from '../../shared/domain/stix/stixSchema.ts';

let vault: TestCase;
beforeEach(async () => {
  vault = await openTestCase();
});
afterEach(() => vault.close());

let count = 0;
async function exportStix(from: TestCase, more: Partial<InputOf<'stix.export'>> = {}) {
  count += 1;
  const path = join(from.folder, `${count}.json`);
  const state = await from.finish(
    await from.run('stix.export', { caseId: from.caseId, to: from.core.grants.grant(path), ...more }),
  );
  if (state.state !== 'succeeded') throw new Error(JSON.stringify(state));
  const text = readFileSync(path, 'utf8');
  const { objects } = JSON.parse(text) as { objects: AnyObject[] };
  return { text, objects, ...(state.result as { leftOut: string[]; sha256: string; findings: number }) };
}

async function listLastRecorded(): Promise<string | undefined> {
  return (await vault.run('departure.list', { caseId: vault.caseId })).departures[0]?.listSha256;
}

async function importInto(to: TestCase, text: string) {
  count += 1;
  const [exhibitId] = await to.admit(to.write(`${count}.stix.json`, text));
  if (!exhibitId) throw new Error('nothing was admitted');
  expect(await to.run('interchange.preview', { exhibitId })).toMatchObject({ format: 'stix', needsMapping: false });
  return again(to, exhibitId);
}

async function again(to: TestCase, exhibitId: ExhibitId) {
  const state = await to.finish(await to.run('interchange.import', { caseId: to.caseId, exhibitId }));
  if (state.state !== 'succeeded') throw new Error(JSON.stringify(state));
  const [latest] = await to.run('interchange.imports', { caseId: to.caseId });
  return { exhibitId, ...latest?.report };
}

async function entity(schema: string, values: Record<string, string>): Promise<EntityId> {
  const { entityId } = await vault.run('entity.create', {
    caseId: vault.caseId,
    schema,
    statements: Object.entries(values).map(([property, value]) => ({ property, value })),
  });
  return entityId;
}

async function aCase(): Promise<{ actor: EntityId; wallet: EntityId }> {
  const actor = await entity('Organization', { name: 'Grey Heron', topics: 'crime.cyber', email: 'heron@bad.example' });
  const wallet = await entity('CryptoWallet', { publicKey: 'bc1qexample', currencySymbol: 'BTC' });
  const host = await entity('Thing', { name: '198.51.100.3', stixType: 'ipv4-addr' });
  await entity('Vessel', { name: 'FABULA HERON' });
  await vault.run('entity.relate', {
    caseId: vault.caseId,
    schema: 'UnknownLink',
    sourceId: actor,
    targetId: host,
    statements: [{ property: 'role', value: 'uses' }],
  });
  return { actor, wallet };
}

test('a case leaves as a sound bundle, comes into another vault whole, and the same again changes nothing', async () => {
  await aCase();
  const out = await exportStix(vault);
  expect(problemsOfBundle(JSON.parse(out.text))).toEqual([]);
  expect(out.objects.map(({ type }) => type)).toEqual(
    expect.arrayContaining([
      'threat-actor',
      'cryptocurrency-wallet',
      'ipv4-addr',
      'email-addr',
      'relationship',
      'x-probatum-entity',
    ]),
  );
  expect((await exportStix(vault)).text).toBe(out.text);

  const other = await openTestCase();
  try {
    const first = await importInto(other, out.text);
    expect(first).toMatchObject({ entitiesAdded: 5, problems: [] });
    expect(await again(other, first.exhibitId)).toMatchObject({ entitiesAdded: 0, statementsAdded: 0 });
    const ftm = async (of: TestCase) => {
      count += 1;
      const path = join(of.folder, `${count}.ftm`);
      const to = of.core.grants.grant(path);
      await of.finish(await of.run('interchange.export', { caseId: of.caseId, format: 'ftm', to }));
      return readFileSync(path, 'utf8').split('\n').sort();
    };
    expect(await ftm(other)).toEqual(await ftm(vault));
    // Back home, all of it is known.
    expect(await importInto(vault, (await exportStix(other)).text)).toMatchObject({
      entitiesAdded: 0,
      statementsAdded: 0,
    });
  } finally {
    await other.close();
  }
});

test('a finding leaves as a report that says how sure it is; one that names nobody is told', async () => {
  const { actor } = await aCase();
  const named = await vault.run('finding.create', { caseId: vault.caseId, title: 'Theft of virtual assets' });
  await vault.run('finding.addClaim', { findingId: named.id, text: 'Grey Heron took them.' });
  await vault.run('finding.update', {
    findingId: named.id,
    participants: [{ name: 'Grey Heron', role: 'perpetrator', entityId: actor }],
  });
  await vault.run('finding.create', { caseId: vault.caseId, title: 'Unfinished' });
  const { objects, leftOut, findings } = await exportStix(vault);
  expect(findings).toBe(1);
  const report = objects.find(({ type }) => type === 'report');
  expect(report).toMatchObject({ name: 'F-1 Theft of virtual assets', labels: ['draft', 'unsupported'] });
  expect(report?.['description']).toBe(
    'Status by the standard of the case: nothing cited.\nGrey Heron took them. [nothing cited]',
  );
  expect(leftOut).toEqual(['F-2 stays: it names no entity, and a STIX report must name one.']);
  expect(await vault.run('stix.preFlight', { caseId: vault.caseId })).toMatchObject({
    entityCount: 5,
    findingCount: 1,
    stays: [{ what: 'finding', name: 'F-2', why: 'it names no entity, and a STIX report must name one' }],
    concerns: [],
    listSha256: await listLastRecorded(),
  });
  expect(await vault.run('stix.preFlight', { caseId: vault.caseId, withFindings: false })).toMatchObject({
    findingCount: 0,
    stays: [],
  });
  const { problems } = await importInto(vault, JSON.stringify({ type: 'bundle', objects }));
  expect(problems).toEqual([
    { row: expect.any(Number), sentence: expect.stringContaining('findings travel in archives') },
  ]);
});

test('an exhibit that may not leave takes what rests on it alone with it; a marked case does not leave at all', async () => {
  const { actor } = await aCase();
  const [exhibitId] = await vault.admit(vault.write('red.txt', 'Grey Heron is led by the Ninth Bureau.'));
  if (!exhibitId) throw new Error('nothing was admitted');
  const passage = await vault.run('passage.mark', {
    exhibitId,
    selection: { kind: 'words', pageIndex: 0, quote: { exact: 'the Ninth Bureau', prefix: '', suffix: '' }, rects: [] },
  });
  const { statementId } = await vault.run('entity.record', {
    entityId: actor,
    caseId: vault.caseId,
    statement: { property: 'description', value: 'Led by the Ninth Bureau' },
  });
  await vault.run('entity.cite', { statementId, passageId: passage.id });
  const before = await exportStix(vault);
  expect(before.text).toContain('Ninth Bureau');
  expect(before.objects.find(({ type }) => type === 'threat-actor')?.['external_references']).toEqual([
    expect.objectContaining({ external_id: 'EX-0001', source_name: 'C-TEST-1' }),
  ]);
  const mark = (handlingMark: 'TLP:RED' | 'TLP:AMBER+STRICT') =>
    vault.run('exhibit.update', { exhibitIds: [exhibitId], change: { handlingMark } });
  await mark('TLP:AMBER+STRICT');
  const strict = await exportStix(vault);
  expect(strict.objects.find(({ type }) => type === 'marking-definition')).toMatchObject({ name: 'TLP:AMBER+STRICT' });
  await mark('TLP:RED');
  const finding = await vault.run('finding.create', { caseId: vault.caseId, title: 'Who leads them' });
  const { claimId } = await vault.run('finding.addClaim', { findingId: finding.id, text: 'It is led from abroad.' });
  await vault.run('citation.cite', { claimId, passageId: passage.id, bearing: 'supports' });
  const participants = [{ name: 'Grey Heron', role: 'perpetrator' as const, entityId: actor }];
  await vault.run('finding.update', { findingId: finding.id, participants });
  const preFlight = await vault.run('stix.preFlight', { caseId: vault.caseId });
  expect(preFlight.concerns).toEqual([
    'F-1 rests on EX-0001 (TLP:RED), which stays here. What it claims goes in your own words; read them once more.',
  ]);
  expect(preFlight).toMatchObject({
    citedCount: 0,
    strictestMark: 'TLP:GREEN',
    stays: [{ what: 'exhibit', name: 'EX-0001', why: 'TLP:RED' }],
  });
  const { text, leftOut } = await exportStix(vault);
  expect(text).not.toContain('Ninth Bureau');
  expect(leftOut).toEqual(['Values that rest on EX-0001 alone stay: this exhibit may not leave.']);
  expect(preFlight.listSha256).toBe(await listLastRecorded());
  await vault.run('compartment.mark', { caseId: vault.caseId, exhibitId: null, reason: 'agreed' });
  await expect(exportStix(vault)).rejects.toThrow('never-leaves');
});
