import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { type CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { changesOf, inspect, merge, resultOf, seal, send } from '../../support/archives.ts';
import { openTestCase, openTestCore, type TestCase, type TestCore } from '../../support/openTestCore.ts';
import { openReportCase, REAL_NAME, type ReportCase, SECRET_WORDS } from './reportCase.ts';

const open: TestCore[] = [];
afterEach(async () => {
  for (const core of open.splice(0)) await core.close();
});

async function vault(): Promise<TestCore> {
  const core = await openTestCore();
  open.push(core);
  return core;
}

async function reportCase(): Promise<ReportCase> {
  const core = await openReportCase();
  open.push(core);
  return core;
}

/** One exhibit with a passage, one finding with a claim that cites it. */
async function smallCase(): Promise<TestCase & { ids: Awaited<ReturnType<typeof fill>> }> {
  const core = await openTestCase();
  open.push(core);
  return { ...core, ids: await fill(core) };
}

async function fill(core: TestCase) {
  const { run, caseId } = core;
  const [exhibitId] = await core.admit(core.write('a.txt', 'Two hulls lay alongside each other.\n'));
  if (!exhibitId) throw new Error('nothing was admitted');
  const selection = {
    kind: 'words' as const,
    pageIndex: 0,
    quote: { exact: 'Two hulls', prefix: '', suffix: '' },
    rects: [],
  };
  const { id: passageId } = await run('passage.mark', { exhibitId, selection, note: '', tags: [] });
  const { id: findingId } = await run('finding.create', { caseId, title: 'The hulls met' });
  const { claimId } = await run('finding.addClaim', { findingId, text: 'Two hulls met.', provisionIds: [] });
  const { id: citationId } = await run('citation.cite', { claimId, passageId, bearing: 'supports', credibility: 2 });
  return { exhibitId, passageId, findingId, claimId, citationId };
}

async function titleOf(core: TestCore, findingId: Parameters<typeof core.run<'finding.get'>>[1]['findingId']) {
  return (await core.run('finding.get', { findingId })).title;
}

test('another vault gets the whole sample case, each citation with its words, and verifies', async () => {
  const a = await vault();
  resultOf(await a.finish(await a.run('sample.load', {})));
  const [record] = await a.run('case.list', {});
  const caseId = record?.id as CaseId;
  const sources = (await a.run('source.list', {})).filter(one => one.confidential).map(one => one.id);
  const b = await vault();
  const { stays } = await a.run('archive.preFlight', { caseId, disclose: sources });
  expect(stays.map(({ because }) => because)).toEqual(
    Array.from(stays, () => 'it is TLP:RED, and the case is TLP:AMBER'),
  );
  await a.run('exhibit.update', {
    exhibitIds: stays.map(({ exhibitId }) => ExhibitId.parse(exhibitId)),
    change: { handlingMark: 'TLP:AMBER' },
  });
  await expect(seal(a, b, caseId, { disclose: sources })).rejects.toMatchObject({ code: 'disclosure-not-asked' });
  for (const sourceId of sources) {
    const asked = { caseId, sourceId, recipient: 'Test Person' };
    await a.run('departure.askDisclosure', { ...asked, reason: 'They work on the same sources' });
    await expect(seal(a, b, caseId, { disclose: sources })).rejects.toMatchObject({ code: 'disclosure-not-asked' });
    await a.run('departure.confirmDisclosure', { ...asked, reason: 'Agreed with the source' });
  }
  const opened = await inspect(b, await seal(a, b, caseId, { disclose: sources }));
  expect(opened.problems).toEqual([]);
  expect(opened.groups.every(({ kind }) => kind === 'add')).toBe(true);
  expect((await merge(b, opened.entry.id)).problems).toBe(0);
  expect(await b.run('finding.list', { caseId })).toEqual(await a.run('finding.list', { caseId }));
  for (const { id } of await a.run('finding.list', { caseId }))
    expect(await b.run('finding.get', { findingId: id })).toEqual(await a.run('finding.get', { findingId: id }));
  const [mine, theirs] = await Promise.all([a, b].map(core => core.run('exhibit.list', { caseId, limit: 500 })));
  expect(theirs?.rows.map(row => ({ ...row, openedAt: null }))).toEqual(
    mine?.rows.map(row => ({ ...row, openedAt: null })),
  );
  const entities = { caseId, limit: 200 };
  expect((await b.run('entity.list', entities)).rows).toEqual((await a.run('entity.list', entities)).rows);
  const search = { caseId, query: 'vessel', limit: 50 } as const;
  expect((await b.run('search.run', search)).groups).toEqual((await a.run('search.run', search)).groups);
  expect(await b.run('vault.verify', {})).toMatchObject({ ok: true, problems: [] });
  // What comes back unchanged, and the same again, changes nothing.
  expect((await send(b, a, caseId)).opened).toMatchObject({ groups: [], problems: [] });
  // By code name this time: what was confirmed served the first archive alone.
  const again = await inspect(b, await seal(a, b, caseId));
  expect(again).toMatchObject({ groups: [], problems: [] });
  expect(await merge(b, again.entry.id)).toEqual({ added: 0, changed: 0, left: 0, problems: 0 });
});

test('what only one side changed is taken over; what both changed stays open with both on record, mine in view', async () => {
  const a = await smallCase();
  const { findingId, claimId, exhibitId } = a.ids;
  const b = await vault();
  await send(a, b, a.caseId);
  await a.run('finding.update', { findingId, title: 'The hulls met at night' });
  await b.run('finding.update', { findingId, title: 'The hulls met by day' });
  await b.run('finding.updateClaim', { claimId, text: 'Two hulls met at sea.' });
  await b.run('exhibit.update', { exhibitIds: [exhibitId], change: { languages: ['en'] } });
  await a.run('exhibit.update', { exhibitIds: [exhibitId], change: { languages: ['ko'] } });
  const opened = await inspect(a, await seal(b, a, a.caseId));
  expect(
    (await changesOf(a, opened.entry.id)).map(({ kind, concept, words, mine, theirs }) => [
      kind,
      concept,
      words,
      mine,
      theirs,
    ]),
  ).toEqual([
    ['change', 'exhibit', 'language', '', 'en'],
    ['conflict', 'finding', 'title', 'The hulls met at night', 'The hulls met by day'],
    ['change', 'claim', 'text', 'Two hulls met.', 'Two hulls met at sea.'],
  ]);
  await merge(a, opened.entry.id);
  const finding = await a.run('finding.get', { findingId });
  expect([finding.title, finding.claims[0]?.text]).toEqual(['The hulls met at night', 'Two hulls met at sea.']);
  expect((await a.run('exhibit.get', { exhibitId })).languages.toSorted()).toEqual(['en', 'ko']);
  const [field] = await a.run('archive.openFields', { caseId: a.caseId });
  expect(field).toMatchObject({
    concept: 'finding',
    field: 'title',
    values: [{ text: 'The hulls met at night' }, { text: 'The hulls met by day' }],
  });
  await a.run('archive.settle', { concept: 'finding', recordId: findingId, field: 'title', choice: 1 });
  expect(await a.run('archive.openFields', { caseId: a.caseId })).toEqual([]);
  expect(await titleOf(a, findingId)).toBe('The hulls met by day');
  // The decision travels: there it is no question any more.
  const back = await send(a, b, a.caseId);
  expect(back.opened.groups.filter(({ kind }) => kind === 'conflict')).toEqual([]);
  expect(await titleOf(b, findingId)).toBe('The hulls met by day');
});

test('keeping mine is a decision that the other side gets; taking theirs ends the question as well', async () => {
  const a = await smallCase();
  const { findingId } = a.ids;
  const b = await vault();
  await send(a, b, a.caseId);
  await a.run('finding.update', { findingId, title: 'A' });
  await b.run('finding.update', { findingId, title: 'B' });
  const opened = await inspect(a, await seal(b, a, a.caseId));
  await a.run('archive.decide', { inboxId: opened.entry.id, kind: 'conflict', decision: 'mine' });
  await merge(a, opened.entry.id);
  expect([await titleOf(a, findingId), await a.run('archive.openFields', { caseId: a.caseId })]).toEqual(['A', []]);
  await send(a, b, a.caseId);
  expect(await titleOf(b, findingId)).toBe('A');
  await a.run('finding.update', { findingId, title: 'A2' });
  await b.run('finding.update', { findingId, title: 'B2' });
  const second = await inspect(a, await seal(b, a, a.caseId));
  await a.run('archive.decide', { inboxId: second.entry.id, kind: 'conflict', decision: 'accept' });
  await merge(a, second.entry.id);
  expect([await titleOf(a, findingId), await a.run('archive.openFields', { caseId: a.caseId })]).toEqual(['B2', []]);
});

test('what was put off stays in the inbox and is merged another day; what was kept out is not offered again', async () => {
  const a = await smallCase();
  const b = await vault();
  await send(a, b, a.caseId);
  await b.run('finding.create', { caseId: a.caseId, title: 'Another' });
  await b.run('finding.update', { findingId: a.ids.findingId, title: 'Renamed' });
  const path = await seal(b, a, a.caseId);
  const opened = await inspect(a, path);
  const inboxId = opened.entry.id;
  await a.run('archive.decide', { inboxId, kind: 'add', decision: 'mine' });
  await a.run('archive.decide', { inboxId, kind: 'change', decision: 'postpone' });
  expect(await merge(a, inboxId)).toEqual({ added: 0, changed: 0, left: 2, problems: 0 });
  expect(await titleOf(a, a.ids.findingId)).toBe('The hulls met');
  expect((await changesOf(a, inboxId)).map(({ kind }) => kind)).toEqual(['change']);
  await a.run('archive.decide', { inboxId, decision: 'accept' });
  expect(await merge(a, inboxId)).toMatchObject({ changed: 1 });
  expect(await titleOf(a, a.ids.findingId)).toBe('Renamed');
  expect((await inspect(a, path)).groups).toEqual([]);
});

test('what the other team adds to the case has numbers of its own, the same in both vaults', async () => {
  const a = await smallCase();
  const b = await vault();
  await send(a, b, a.caseId);
  for (const [core, name] of [
    [a, 'of a'],
    [b, 'of b'],
  ] as const) {
    const path = core.write(`${name}.txt`, `A page ${name}.`);
    resultOf(
      await core.finish(await core.run('exhibit.admit', { caseId: a.caseId, from: [core.core.grants.grant(path)] })),
    );
    await core.run('finding.create', { caseId: a.caseId, title: name });
  }
  await send(a, b, a.caseId);
  await send(b, a, a.caseId);
  const numbers = async (core: TestCore) =>
    (await core.run('exhibit.list', { caseId: a.caseId, limit: 50 })).rows
      .map(row => [exhibitNumber(row.number), row.title])
      .sort();
  const seen = await numbers(a);
  expect(await numbers(b)).toEqual(seen);
  expect(seen.map(([number]) => number?.replace(/[A-Z]{5}/, 'LETTR'))).toEqual(['EX-0001', 'EX-0002', 'EX-LETTR-0001']);
  expect(await a.run('finding.list', { caseId: a.caseId })).toEqual(await b.run('finding.list', { caseId: a.caseId }));
});

test('a merge is taken back as one step, and refused once somebody works on what it brought', async () => {
  const a = await smallCase();
  const b = await vault();
  const opened = await inspect(b, await seal(a, b, a.caseId));
  await merge(b, opened.entry.id);
  await b.run('archive.takeBack', { inboxId: opened.entry.id });
  expect(await b.run('case.list', {})).toEqual([]);
  expect(await b.run('vault.verify', {})).toMatchObject({ ok: true, documents: 0 });
  const second = await send(a, b, a.caseId);
  expect(second.merged.problems).toBe(0);
  await b.run('citation.cite', {
    claimId: a.ids.claimId,
    passageId: a.ids.passageId,
    bearing: 'contradicts',
    credibility: 2,
  });
  await expect(b.run('archive.takeBack', { inboxId: second.opened.entry.id })).rejects.toMatchObject({
    code: 'archive-relied-on',
  });
  expect((await b.run('finding.get', { findingId: a.ids.findingId })).claims[0]?.citations).toHaveLength(2);
  expect(await b.run('vault.verify', {})).toMatchObject({ ok: true, documents: 1 });
});

test('changes that a merge made are taken back to what stood before, and nothing else', async () => {
  const a = await smallCase();
  const b = await vault();
  await send(a, b, a.caseId);
  await b.run('finding.update', { findingId: a.ids.findingId, title: 'Renamed' });
  const opened = await inspect(a, await seal(b, a, a.caseId));
  await merge(a, opened.entry.id);
  await a.run('exhibit.update', { exhibitIds: [a.ids.exhibitId], change: { title: 'Mine since' } });
  await a.run('archive.takeBack', { inboxId: opened.entry.id });
  expect([
    await titleOf(a, a.ids.findingId),
    (await a.run('exhibit.get', { exhibitId: a.ids.exhibitId })).title,
  ]).toEqual(['The hulls met', 'Mine since']);
  expect((await inspect(a, await seal(b, a, a.caseId))).groups.map(({ kind, concept }) => [kind, concept])).toEqual([
    ['change', 'finding'],
  ]);
});

test('comments and dissent travel with what they speak of, and one that its author took back is taken back here', async () => {
  const a = await smallCase();
  const b = await vault();
  const { findingId, exhibitId } = a.ids;
  const about = { caseId: a.caseId, subject: { kind: 'finding' as const, id: findingId } };
  const first = await a.run('comment.write', { ...about, text: 'Which of the two is it?' });
  const dissent = await a.run('comment.write', { ...about, text: 'The words do not say so.', isDissent: true });
  await a.run('comment.write', {
    caseId: a.caseId,
    subject: { kind: 'exhibit', id: exhibitId },
    text: 'Of this page.',
  });
  await send(a, b, a.caseId);
  const written = await a.run('comment.list', { caseId: a.caseId });
  expect(await b.run('comment.list', { caseId: a.caseId })).toEqual(written.map(one => ({ ...one, isMine: false })));
  const answer = await b.run('comment.write', { ...about, parentId: first.id, text: 'The first.' });
  await a.run('comment.withdraw', { commentId: dissent.id });
  await send(a, b, a.caseId);
  await send(b, a, a.caseId);
  const commentsOf = ({ core }: TestCore) =>
    core.session.connection.readable
      .prepare('SELECT id, withdrawn_at IS NOT NULL AS gone FROM comment ORDER BY id')
      .all();
  expect(commentsOf(b)).toEqual(commentsOf(a));
  expect(commentsOf(a)).toContainEqual({ id: answer.id, gone: 0 });
  expect(commentsOf(b)).toContainEqual({ id: dissent.id, gone: 1 });
  // A part of the case has the comments on that part alone.
  const c = await vault();
  await a.run('compartment.mark', { caseId: a.caseId, exhibitId, reason: 'Promised to its owner' } as never);
  await send(a, c, a.caseId);
  expect(
    c.core.session.connection.readable
      .prepare("SELECT count(*) AS n FROM comment WHERE subject_kind = 'exhibit'")
      .get(),
  ).toEqual({ n: 0 });
});

test('what a file brought travels with its import, so that the same file changes nothing there either', async () => {
  const a = await smallCase();
  const b = await vault();
  const person = { id: 'p-1', schema: 'Person', properties: { name: ['Kim Beispiel'], country: ['kp'] } };
  const [exhibitId] = await a.admit(a.write('people.ftm.json', JSON.stringify(person)));
  if (!exhibitId) throw new Error('nothing was admitted');
  const importIn = (core: TestCore) =>
    core.run('interchange.import', { caseId: a.caseId, exhibitId }).then(started => core.finish(started));
  expect(await importIn(a)).toMatchObject({ state: 'succeeded', result: { entitiesAdded: 1 } });
  const { merged } = await send(a, b, a.caseId);
  expect(merged.problems).toBe(0);
  const { rows } = await b.run('entity.list', { caseId: a.caseId });
  expect(rows).toEqual((await a.run('entity.list', { caseId: a.caseId })).rows);
  expect(await importIn(b)).toMatchObject({ state: 'succeeded', result: { entitiesAdded: 0 } });
});

test('what was withdrawn there is withdrawn here, and nothing is deleted', async () => {
  const a = await smallCase();
  const b = await vault();
  await send(a, b, a.caseId);
  await b.run('citation.withdraw', { citationId: a.ids.citationId } as never);
  const opened = await inspect(a, await seal(b, a, a.caseId));
  expect(opened.groups.map(({ kind, concept, count }) => [kind, concept, count])).toEqual([
    ['withdraw', 'citation', 1],
  ]);
  await merge(a, opened.entry.id);
  const { readable } = a.core.session.connection;
  expect(readable.prepare('SELECT count(*) AS n, sum(withdrawn_at IS NOT NULL) AS gone FROM citation').get()).toEqual({
    n: 1,
    gone: 1,
  });
});

test('no name of a confidential source leaves unless it is disclosed, nor what names it; a code name that returns changes nothing', async () => {
  const a = await reportCase();
  const b = await vault();
  const { merged } = await send(a, b, a.caseId);
  expect(merged.problems).toBe(0);
  const dump = JSON.stringify(
    ['source', 'exhibit', 'passage', 'citation', 'finding', 'claim', 'received_custody_event', 'inbox'].map(table =>
      b.core.session.connection.readable.prepare(`SELECT * FROM ${table}`).all(),
    ),
  );
  expect(dump).not.toContain(REAL_NAME);
  expect(dump).not.toContain(SECRET_WORDS);
  expect(dump).toContain('WILLOW');
  const back = await inspect(a, await seal(b, a, a.caseId));
  expect(back.groups).toEqual([]);
  expect(back.problems).toEqual([]);
});

test('custody events come along, each with its hash, and a second history of one vault is told', async () => {
  const a = await smallCase();
  const b = await vault();
  await send(a, b, a.caseId);
  const { readable } = b.core.session.connection;
  expect(
    readable
      .prepare("SELECT count(*) AS n FROM received_custody_event WHERE action IN ('exhibit-admitted', 'passage-cited')")
      .get(),
  ).toEqual({ n: 2 });
  expect(await b.run('vault.verify', {})).toMatchObject({ ok: true });
  const [log, ...others] = await b.run('custody.logs', {});
  expect(others).toEqual([]);
  const theirs = await b.run('custody.list', { vaultId: log?.vaultId ?? '', limit: 500 });
  expect(theirs.total).toBe(log?.count);
  expect(theirs.events.find(({ action }) => action === 'exhibit-admitted')).toMatchObject({
    exhibitId: a.ids.exhibitId,
    vaultCode: log?.vaultCode,
  });
  // In the history of the exhibit, the admission there stands beside what was done here.
  const history = await b.run('custody.list', { vaultId: null, exhibitId: a.ids.exhibitId });
  expect(history.events.map(({ action, vaultCode }) => [action, vaultCode])).toContainEqual([
    'exhibit-admitted',
    log?.vaultCode,
  ]);
  expect((await b.run('custody.list', {})).events.every(({ vaultCode }) => vaultCode === '')).toBe(true);
});

test('a broken, cut, foreign or wrongly opened file is refused by its own message, and changes nothing', async () => {
  const a = await smallCase();
  const b = await vault();
  const bytes = readFileSync(await seal(a, b, a.caseId));
  // Only one of them by passphrase, whose slowness is meant for guessers.
  const locked = readFileSync(await seal(a, null, a.caseId));
  const tables = () =>
    JSON.stringify(
      ['case_record', 'inbox', 'inbox_record', 'document', 'exhibit', 'blob', 'custody_event'].map(table =>
        b.core.session.connection.readable.prepare(`SELECT count(*) AS n FROM ${table}`).get(),
      ),
    );
  const before = tables();
  const codeOf = async (name: string, content: Uint8Array | string, passphrase = 'copper willow seven lanterns') => {
    const from = b.core.grants.grant(b.write(name, content));
    const state = await b.finish(await b.run('archive.inspect', { from, passphrase }));
    return state.state === 'failed' ? state.error.code : state.state;
  };
  const changed = Uint8Array.from(bytes);
  changed[bytes.length - 40] = (changed[bytes.length - 40] ?? 0) ^ 1;
  expect({
    changed: await codeOf('changed.age', changed),
    cut: await codeOf('cut.age', bytes.subarray(0, bytes.length - 100)),
    foreign: await codeOf('foreign.age', 'PK\u0003\u0004 something else'),
    wrong: await codeOf('wrong.age', locked, 'another passphrase altogether'),
    newer: await codeOf(
      'newer.age',
      Buffer.from(bytes.toString('latin1').replace('age-encryption.org/v1', 'age-encryption.org/v9'), 'latin1'),
    ),
  }).toEqual({
    changed: expect.stringMatching(/^age-(truncated|damaged)$/),
    cut: expect.stringMatching(/^age-(truncated|damaged)$/),
    foreign: 'age-foreign',
    wrong: 'age-wrong-passphrase',
    newer: 'age-newer',
  });
  expect(tables()).toBe(before);
});

test('a file that is another when it comes to merging, or gone, merges nothing', async () => {
  const a = await smallCase();
  const b = await vault();
  const path = await seal(a, b, a.caseId);
  const opened = await inspect(b, path);
  const other = await seal(a, b, a.caseId);
  writeFileSync(path, readFileSync(other));
  await expect(merge(b, opened.entry.id)).rejects.toThrow('archive-changed');
  appendFileSync(path, 'x');
  await expect(merge(b, opened.entry.id)).rejects.toThrow(/age-|archive-/);
  expect(await b.run('case.list', {})).toEqual([]);
  const { readable } = b.core.session.connection;
  expect(readable.prepare('SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM blob) AS n').get()).toEqual({
    n: 0,
  });
});

test('a document whose bytes are not those of its digest any more is not sealed, and nothing is left of the file', async () => {
  const a = await smallCase();
  const b = await vault();
  a.core.session.write(({ db }) => {
    db.prepare(`UPDATE blob_chunk SET bytes = CAST('Two hulls lay alongside each otter.\n' AS BLOB)
      WHERE length(bytes) = length(CAST('Two hulls lay alongside each other.\n' AS BLOB))`).run();
  });
  await expect(seal(a, b, a.caseId)).rejects.toThrow('digest-mismatch');
  expect(readdirSync(a.folder).filter(name => name.includes('.age'))).toEqual([]);
  expect(await a.run('departure.list', { caseId: a.caseId })).toMatchObject({ total: 0 });
});

test('a case that never leaves is not sealed, and an exhibit that never leaves stays with what rests on it', async () => {
  const a = await smallCase();
  await a.run('compartment.mark', {
    caseId: a.caseId,
    exhibitId: a.ids.exhibitId,
    reason: 'Promised to its owner',
  } as never);
  const b = await vault();
  await send(a, b, a.caseId);
  expect((await b.run('exhibit.list', { caseId: a.caseId, limit: 10 })).rows).toEqual([]);
  expect((await b.run('finding.get', { findingId: a.ids.findingId })).claims[0]?.citations).toEqual([]);
  await a.run('compartment.mark', { caseId: a.caseId, exhibitId: null, reason: 'Ongoing inquiry' } as never);
  await expect(seal(a, b, a.caseId)).rejects.toThrow('never-leaves');
});

test('what the sender leaves out is told among what stays, with what came inside of it, and what goes whole though marked', async () => {
  const a = await openTestCase();
  open.push(a);
  const { caseId } = a;
  const mail = [
    'Subject: Berths',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'See the list.',
    '--b',
    'Content-Type: text/csv',
    'Content-Disposition: attachment; filename=list.csv',
    '',
    'berth,ship',
    '--b--',
    '',
  ].join('\r\n');
  await a.admit(a.write('mail.eml', mail), a.write('other.txt', 'Another.'));
  const { rows } = await a.run('exhibit.list', { caseId, limit: 10 });
  const idOf = (name: string) => ExhibitId.parse(rows.find(row => row.fileName === name)?.id);
  const other = idOf('other.txt');
  const selection = {
    kind: 'words' as const,
    pageIndex: 0,
    quote: { exact: 'Another', prefix: '', suffix: '' },
    rects: [],
  };
  await a.run('redaction.mark', { exhibitId: other, selection, reason: 'privileged' });
  const { items, stays, concerns } = await a.run('archive.preFlight', { caseId, leaveOut: [idOf('mail.eml')] });
  const nameOf = (name: string) => exhibitNumber(rows.find(row => row.fileName === name)?.number ?? 0);
  expect(stays.map(({ name, why }) => [name, why])).toEqual([
    [nameOf('mail.eml'), 'the sender left it out'],
    [nameOf('list.csv'), `it came inside ${nameOf('mail.eml')}, which stays`],
  ]);
  expect(items.map(item => exhibitNumber(item.exhibitNumber))).toEqual([nameOf('other.txt')]);
  expect(concerns.filter(({ exhibitId }) => exhibitId === other).map(({ sentence }) => sentence)).toEqual([
    `${nameOf('other.txt')} goes whole, with all that is cited of it, though it is marked for redaction or has a redacted copy.`,
  ]);
});

test('sealed for a person whose key is known, and signed: the receiver learns whose signature it is', async () => {
  const a = await smallCase();
  const b = await vault();
  await a.run('identity.make', { name: 'Anna Example', team: 'Team A' });
  const path = await seal(a, b, a.caseId);
  const opened = await inspect(b, path);
  expect(opened.entry.about).toMatchObject({ person: 'Anna Example', team: 'Team A', signature: { state: 'valid' } });
  const c = await vault();
  await seal(a, c, a.caseId);
  const state = await c.finish(await c.run('archive.inspect', { from: c.core.grants.grant(path) }));
  expect(state).toMatchObject({ state: 'failed', error: { code: 'age-wrong-key' } });
});
