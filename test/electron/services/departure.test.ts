import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { departureListText } from '../../../shared/domain/departure/index.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { AudienceId } from '../../../shared/domain/departure/index.ts';
import { OPEN_WORDS, openReportCase, REAL_NAME, type ReportCase, SECRET_WORDS } from './reportCase.ts';

let testCase: ReportCase;
afterEach(() => testCase.close());

async function compile(given: object, name = 'report.md') {
  const { run, caseId } = testCase;
  const state = await testCase.finish(
    await run('report.compile', { caseId, format: 'md', to: testCase.granted(name), ...given }),
  );
  const path = join(testCase.folder, name);
  return { state, text: existsSync(path) ? readFileSync(path, 'utf8') : null };
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

async function onlyDeparture(): Promise<OutputOf<'departure.get'>> {
  const { departures, total } = await testCase.run('departure.list', { caseId: testCase.caseId });
  expect(total).toBe(1);
  return testCase.run('departure.get', { departureId: departures[0]?.id as never });
}

test('what left is on record with recipient, reason, the list and both digests, and the custody event names the same', async () => {
  testCase = await openReportCase();
  const { run, caseId, exhibits } = testCase;
  await run('exhibit.export', {
    exhibitId: exhibits.open,
    to: testCase.granted('open.txt'),
    recipient: 'Expert Two',
    reason: 'To be read by hand',
  });
  const bytes = readFileSync(join(testCase.folder, 'open.txt'));
  const departure = await onlyDeparture();
  expect(departure).toMatchObject({
    kind: 'exhibit',
    recipients: [{ name: 'Expert Two', contactId: null }],
    reason: 'To be read by hand',
    audience: null,
    fileName: 'open.txt',
    fileSha256: sha256(bytes),
    sizeBytes: bytes.length,
    went: 1,
    stayed: 0,
    by: 'Test Person',
    list: {
      goes: [
        {
          what: 'exhibit',
          name: 'EX-0001',
          title: 'Picture report',
          sha256: sha256(bytes),
          sizeBytes: bytes.length,
          handlingMark: 'TLP:GREEN',
        },
      ],
      stays: [],
      concerns: [],
    },
  });
  expect(departure.listSha256).toBe(sha256(departureListText(departure.list)));
  const [event] = (await run('custody.list', { caseId, beforeSeq: null, limit: 1 })).events;
  expect(event).toMatchObject({
    action: 'exhibit-exported',
    sha256: departure.fileSha256,
    details: {
      recipient: 'Expert Two',
      reason: 'To be read by hand',
      departure: departure.id,
      list: departure.listSha256,
    },
  });
});

test('what left stays on record for good', async () => {
  testCase = await openReportCase();
  await compile({});
  for (const sql of ["UPDATE departure SET reason = 'other'", 'DELETE FROM departure']) {
    expect(() => testCase.core.session.write(ctx => ctx.db.prepare(sql).run())).toThrow('on record for good');
  }
});

test('a failed export leaves neither a file nor a record', async () => {
  testCase = await openReportCase();
  const { state } = await compile({ to: testCase.granted('no-such-folder/report.md') });
  expect(state.state).toBe('failed');
  expect((await testCase.run('departure.list', { caseId: testCase.caseId })).total).toBe(0);
});

test('the list that is recorded is the list that was shown', async () => {
  testCase = await openReportCase();
  const { listSha256, stays } = await testCase.run('report.preFlight', { caseId: testCase.caseId });
  await compile({});
  const departure = await onlyDeparture();
  expect(departure.listSha256).toBe(listSha256);
  expect(departure.list.stays).toEqual(stays.map(({ what, name, why }) => ({ what, name, why })));
});

test('the list can be saved, as text and as the JSON whose digest is on record, and names no confidential source', async () => {
  testCase = await openReportCase();
  await compile({ recipient: 'Reviewer One' });
  const departure = await onlyDeparture();
  const save = (format: 'text' | 'json', name: string) =>
    testCase.run('departure.saveList', { departureId: departure.id, format, to: testCase.granted(name) });
  await save('json', 'list.json');
  await save('text', 'list.txt');
  const read = (name: string) => readFileSync(join(testCase.folder, name), 'utf8');
  expect(sha256(read('list.json'))).toBe(departure.listSha256);
  expect(read('list.txt')).toContain('EX-0001\tPicture report\tTLP:GREEN');
  expect(read('list.txt')).not.toMatch(/Quennerby/i);
  expect(read('list.txt')).toContain('Statement of Confidential source “WILLOW”');
});

test('an audience may not have a case that is marked above it', async () => {
  testCase = await openReportCase();
  const { caseId, run } = testCase;
  const { state, text } = await compile({ audience: 'public' });
  expect(state).toMatchObject({ state: 'failed', error: { code: 'audience-forbids' } });
  expect(text).toBeNull();
  const { concerns } = await run('report.preFlight', { caseId, audience: 'public' });
  expect(concerns[0]).toMatchObject({ severity: 'stop' });
  expect(concerns[0]?.sentence).toContain('TLP:GREEN may circulate in the community, not on public channels');
});

test('a finding that rests on what the audience may not have does not go, and the pre-flight says so', async () => {
  testCase = await openReportCase();
  const { caseId, run } = testCase;
  const stays = async (audience: AudienceId | null) =>
    (await run('report.preFlight', { caseId, audience })).stays.map(({ name, why }) => `${name}: ${why}`);
  expect(await stays('committee')).toEqual([
    'F-1: it rests on EX-0002, which is TLP:RED and may not go to the Committee',
  ]);
  expect(await stays('named')).toEqual([]);
  const { text } = await compile({ audience: 'committee' });
  expect(text ?? '').not.toContain(SECRET_WORDS);
  expect(text ?? '').not.toContain('Two hulls met at sea');
});

test('an exhibit that the sender leaves out is cited by number, without its words', async () => {
  testCase = await openReportCase();
  const { exhibits } = testCase;
  const { text } = await compile({ leaveOut: [exhibits.open] });
  expect(text).not.toContain(OPEN_WORDS);
  expect(text).toContain('the sender left it out');
  expect((await onlyDeparture()).list.stays).toContainEqual({
    what: 'exhibit',
    name: 'EX-0001',
    why: 'the sender left it out',
  });
});

test('exhibits that bear other marks than those chosen stay', async () => {
  testCase = await openReportCase();
  const { stays } = await testCase.run('report.preFlight', {
    caseId: testCase.caseId,
    marks: ['TLP:GREEN', 'TLP:CLEAR'],
  });
  expect(stays.map(({ name, why }) => [name, why])).toEqual([
    ['F-1', 'it rests on EX-0002, which is TLP:RED and left out by the sender'],
  ]);
});

test('an exhibit is not exported to an audience that may not have it, nor what came inside it', async () => {
  testCase = await openReportCase();
  const { run, exhibits } = testCase;
  await expect(
    run('exhibit.export', { exhibitId: exhibits.red, audience: 'team', to: testCase.granted('red.txt') }),
  ).rejects.toMatchObject({ code: 'audience-forbids' });
  expect(existsSync(join(testCase.folder, 'red.txt'))).toBe(false);
});

test('entities whose words rest on what the audience may not have do not go with it', async () => {
  testCase = await openReportCase();
  const { caseId, run } = testCase;
  const state = await testCase.finish(
    await run('interchange.export', { caseId, format: 'ftm', audience: 'public', to: testCase.granted('e.json') }),
  );
  expect(state).toMatchObject({ state: 'failed', error: { code: 'audience-forbids' } });
});

test('the name of a confidential source leaves only after it was asked for twice, for this recipient, and once', async () => {
  testCase = await openReportCase();
  const { caseId, run, sources } = testCase;
  const sourceId = sources.confidential;
  const to = { caseId, sourceId, recipient: 'Judge One' };
  const send = (recipient: string, name: string) => compile({ recipient, disclose: [sourceId] }, name);

  expect((await send('Judge One', 'r1.md')).state).toMatchObject({
    state: 'failed',
    error: { code: 'disclosure-not-asked' },
  });
  await expect(run('departure.confirmDisclosure', { ...to, reason: 'The court asks' })).rejects.toMatchObject({
    code: 'disclosure-not-asked',
  });
  await run('departure.askDisclosure', { ...to, reason: 'The court asks' });
  expect((await send('Judge One', 'r2.md')).state).toMatchObject({ state: 'failed' });
  // The same words again are no second thought.
  await expect(run('departure.confirmDisclosure', { ...to, reason: 'The court asks' })).rejects.toMatchObject({
    code: 'reason-needed',
  });
  await run('departure.confirmDisclosure', { ...to, reason: 'The source agreed in writing' });
  // Confirmed for one, not for another.
  expect((await send('Judge Two', 'r3.md')).state).toMatchObject({ state: 'failed' });

  const told = await send('Judge One', 'r4.md');
  expect(told.state.state).toBe('succeeded');
  expect(told.text).toContain(REAL_NAME);
  expect((await send('Judge One', 'r5.md')).state).toMatchObject({ state: 'failed' });
  expect((await compile({}, 'r6.md')).text).not.toMatch(/Quennerby/i);

  const { events } = await run('custody.list', { caseId, beforeSeq: null, limit: 100 });
  const asked = events.filter(event => event.action.startsWith('source-disclosure'));
  expect(asked.map(({ action, details }) => [action, details])).toEqual([
    ['source-disclosure-confirmed', { recipient: 'Judge One', reason: 'The source agreed in writing' }],
    ['source-disclosure-asked', { recipient: 'Judge One', reason: 'The court asks' }],
  ]);
  expect(JSON.stringify(asked)).not.toMatch(/Quennerby/i);
  expect((await run('departure.disclosures', { caseId })).map(({ step }) => step)).toEqual([
    'used',
    'confirmed',
    'asked',
  ]);
});

test('a disclosure that was taken back no longer serves', async () => {
  testCase = await openReportCase();
  const { caseId, run, sources } = testCase;
  const to = { caseId, sourceId: sources.confidential, recipient: 'Judge One' };
  await run('departure.askDisclosure', { ...to, reason: 'The court asks' });
  await run('departure.confirmDisclosure', { ...to, reason: 'The source agreed' });
  await run('departure.takeBackDisclosure', { ...to, reason: 'The source thought again' });
  const { state } = await compile({ recipient: 'Judge One', disclose: [sources.confidential] });
  expect(state).toMatchObject({ state: 'failed', error: { code: 'disclosure-not-asked' } });
});
