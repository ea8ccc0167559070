import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { whatStays } from '../../../electron/services/compartment/index.ts';
import type { InputOf, OperationName } from '../../../shared/contract/index.ts';
import { contract } from '../../../shared/contract/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { OPEN_WORDS, openReportCase, type ReportCase } from './reportCase.ts';

let testCase: ReportCase;
afterEach(() => testCase?.close());

const REASON = 'Lent by a State for reading on the spot';

async function refusal(work: () => Promise<unknown>): Promise<{ code: string; sentence: string }> {
  try {
    const value = await work();
    const started = value as { jobId?: string };
    if (started.jobId === undefined) return { code: 'none', sentence: '' };
    const state = await testCase.finish({ jobId: started.jobId });
    return state.state === 'failed'
      ? { code: state.error.code, sentence: state.error.sentence }
      : { code: 'none', sentence: state.state };
  } catch (error) {
    if (error instanceof ProbatumError) return { code: error.code, sentence: error.message };
    throw error;
  }
}

const written = () => readdirSync(testCase.folder).filter(name => name.startsWith('out-'));

/** How each way out is asked for; one that is added to the contract must be added here, with what it asks. */
const waysOut: { [Name in OperationName]?: () => unknown } = {
  'bundle.export': () => ({ recipient: 'Reviewer One', reason: '' }),
  'report.compile': () => ({ format: 'md' }),
  'exhibit.export': () => ({ exhibitId: testCase.exhibits.open }),
  'interchange.export': () => ({ format: 'ftm' }),
  'figure.save': () => ({ bytes: new Uint8Array([1]), what: 'Chart' }),
  'archive.seal': () => ({ passphrase: 'granite otter lantern seventeen' }),
  'custody.export': () => ({}),
  'reference.export': () => ({ format: 'csl-json' }),
  'stix.export': () => ({}),
};
/** Ways out that need no asking, and why. */
const noWayOut: { [Name in OperationName]?: string } = {
  'vault.create': 'makes a vault',
  'vault.open': 'opens a vault',
  'vault.backup': 'the vault itself, encrypted with its own passphrase',
  'exhibit.admit': 'reads what is given',
  'archive.inspect': 'reads what is given',
  'archive.merge': 'reads what is given',
  'comment.inspectReview': 'reads what is given',
  'comment.receiveReview': 'reads what is given',
  'contact.look': 'reads what is given',
  'receipt.check': 'reads what is given',
  'receipt.checkTimestamp': 'reads what is given',
  'receipt.trust': 'reads what is given',
  'receipt.keepTimestamp': 'reads what is given',
  'identity.saveCard': 'public keys of the vault, and nothing of a case',
  'receipt.save': 'the head of the custody log: a digest, a count and a time',
  'receipt.saveCountersignature': 'a signature under such a head',
};
/** Ask for themselves, and are tested with what they write. */
const testedElsewhere: readonly string[] = ['departure.saveList'];

const takesAPlace = (name: OperationName): boolean => JSON.stringify(shapeOf(contract[name].input)).includes('"grant"');

test('no command writes a file by itself: all go by an operation, which asks', () => {
  const folder = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli');
  const writing = readdirSync(folder).filter(name =>
    /\b(writeFile|writeFileSync|appendFile|createWriteStream|openSync|writeSync)\b/.test(
      readFileSync(join(folder, name), 'utf8'),
    ),
  );
  expect(writing).toEqual([]);
});

function shapeOf(schema: unknown): unknown {
  const shape = (schema as { shape?: Record<string, unknown> }).shape;
  const { def } = schema as { def?: Record<string, unknown> };
  if (shape) return Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, shapeOf(value)]));
  if (!def) return null;
  return [def['innerType'], def['element'], ...((def['options'] as unknown[]) ?? [])].map(one => one && shapeOf(one));
}

test('every operation that is given a place on the disk is either a way out that asks, or known to be none', () => {
  const known = [...Object.keys(waysOut), ...Object.keys(noWayOut), ...testedElsewhere];
  const names = (Object.keys(contract) as OperationName[]).filter(takesAPlace);
  expect(names).toEqual(expect.arrayContaining(['bundle.export', 'exhibit.export', 'exhibit.admit']));
  expect(names.filter(name => !known.includes(name))).toEqual([]);
});

test('a case that is marked goes by no way out, and each says the same sentence', async () => {
  testCase = await openReportCase({ now: () => new Date('2026-05-04T10:00:00Z') });
  const { caseId } = testCase;
  await testCase.run('compartment.mark', { caseId, reason: REASON });
  for (const [name, given] of Object.entries(waysOut)) {
    const to = testCase.granted(`out-${name}`);
    const input = { recipient: 'Reviewer One', caseId, to, ...(given() as object) } as InputOf<'bundle.export'>;
    const said = await refusal(() => testCase.run(name as 'bundle.export', input));
    expect(said, name).toEqual({
      code: 'never-leaves',
      sentence: `The case C-TEST-1 stays in this vault: it is marked as never leaving (Test Person, 2026-05-04: ${REASON}). Nothing was written. Leave it out, or lift the mark with a reason.`,
    });
  }
  expect(written()).toEqual([]);
  expect((await testCase.run('departure.list', { caseId })).total).toBe(0);
  const { concerns } = await testCase.run('bundle.preFlight', { caseId });
  expect(concerns[0]).toMatchObject({ severity: 'stop' });
});

test('an exhibit that is marked is refused where it is asked for, and left out where a selection holds it', async () => {
  testCase = await openReportCase();
  const { caseId, exhibits, run } = testCase;
  await run('exhibit.update', { exhibitIds: [exhibits.open], change: { title: 'Lent picture' } });
  await run('compartment.mark', { caseId, exhibitId: exhibits.open, reason: REASON });
  const asked = await refusal(() => run('exhibit.export', { exhibitId: exhibits.open, to: testCase.granted('out-1') }));
  expect(asked).toMatchObject({ code: 'never-leaves' });
  expect(asked.sentence).toMatch(/^EX-0001 stays in this vault: it is marked as never leaving/);

  const { stays, items } = await run('bundle.preFlight', { caseId });
  expect(stays[0]).toMatchObject({ name: 'EX-0001', why: 'it never leaves its vault', exhibitId: exhibits.open });
  expect(stays[0]?.because).toContain(REASON);
  expect(items.map(item => item.exhibitNumber)).not.toContain(1);

  const compiled = await testCase.finish(
    await run('report.compile', { caseId, format: 'md', to: testCase.granted('out-report.md') }),
  );
  expect(compiled.state).toBe('succeeded');
  const report = readFileSync(join(testCase.folder, 'out-report.md'), 'utf8');
  expect(report).toContain('it never leaves its vault');
  // Nor does it go with anything else that selects for itself; why it stays is not told outside either.
  for (const name of [
    'bundle.export',
    'interchange.export',
    'custody.export',
    'reference.export',
    'stix.export',
  ] as const) {
    const given = {
      recipient: 'Reviewer One',
      caseId,
      to: testCase.granted(`out-${name}`),
      ...(waysOut[name]?.() as object),
    };
    const started = await run(name as 'bundle.export', given as InputOf<'bundle.export'>);
    expect(await testCase.finish(started), name).toMatchObject({ state: 'succeeded' });
  }
  for (const name of written())
    expect(wordsIn(join(testCase.folder, name)), name).not.toMatch(
      new RegExp(`${OPEN_WORDS}|Lent picture|a-open|${REASON}`),
    );
});

/** Of a file or, where it is a ZIP, of all that is in it. */
function wordsIn(path: string): string {
  const bytes = readFileSync(path);
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString('utf8');
  return Object.values(unzipSync(bytes))
    .map(member => Buffer.from(member).toString('utf8'))
    .join('\n');
}

test('a picture that rests on a marked exhibit stays, for nothing can be dropped from it', async () => {
  testCase = await openReportCase();
  const { caseId, exhibits, citations, run } = testCase;
  await run('compartment.mark', { caseId, exhibitId: exhibits.open, reason: REASON });
  const save = (name: string, citationIds: string[] | null) =>
    refusal(() =>
      run('figure.save', {
        caseId,
        to: testCase.granted(name),
        bytes: new Uint8Array([1]),
        what: 'Chart',
        citationIds: citationIds as never,
      }),
    );
  expect(await save('out-1.png', [citations.open, citations.signed])).toMatchObject({ code: 'never-leaves' });
  expect(await save('out-2.png', null)).toMatchObject({ code: 'never-leaves' });
  expect(await save('out-3.png', [citations.signed])).toMatchObject({ code: 'none' });
  expect(written()).toEqual(['out-3.png']);
});

test('the mark binds the same bytes under another number, what came inside, and what holds it, but not what stands beside', async () => {
  testCase = await openReportCase();
  const { run, caseId } = testCase;
  const zip = (name: string, files: Record<string, string>) =>
    testCase.write(
      name,
      zipSync(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, strToU8(text)]))),
    );
  const ids = await testCase.admit(
    zip('papers.zip', { 'a.txt': 'A ledger of the agent.', 'b.txt': 'A list of berths.' }),
  );
  const rows = (await run('exhibit.list', { caseId, limit: 500 })).rows;
  const named = (name: string) => rows.find(row => row.fileName === name && ids.includes(row.id))?.id as ExhibitId;
  const other = await run('case.create', {
    reference: 'C-TEST-2',
    title: 'Another case',
    workstream: 'maritime',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: 'Test Person',
    isExercise: true,
  });
  await testCase.finish(
    await run('exhibit.admit', {
      caseId: other.id,
      from: [testCase.core.grants.grant(testCase.write('copy.txt', 'A ledger of the agent.'))],
    }),
  );
  const twin = (await run('exhibit.list', { caseId: other.id })).rows[0]?.id as ExhibitId;

  await run('compartment.mark', { caseId, exhibitId: named('a.txt'), reason: REASON });
  const through = (id: ExhibitId) => whatStays(testCase.core.session.connection.readable).reasonOf(id)?.through ?? null;
  expect({
    ledger: through(named('a.txt')),
    archive: through(named('papers.zip')),
    berths: through(named('b.txt')),
    twin: through(twin),
  }).toEqual({ ledger: 'itself', archive: 'holds', berths: null, twin: 'same-bytes' });

  await run('compartment.lift', { caseId, exhibitId: named('a.txt'), reason: 'The State agreed' });
  await run('compartment.mark', { caseId, exhibitId: named('papers.zip'), reason: REASON });
  expect({
    ledger: through(named('a.txt')),
    archive: through(named('papers.zip')),
    berths: through(named('b.txt')),
    twin: through(twin),
  }).toEqual({ ledger: 'inside', archive: 'itself', berths: 'inside', twin: null });
  const list = await run('compartment.list', { caseId });
  expect(list.exhibits.map(({ through: how, marked }) => [how, marked])).toEqual([
    ['itself', 'EX-0005'],
    ['inside', 'EX-0005'],
    ['inside', 'EX-0005'],
  ]);
  expect(list.history.map(({ verdict, reason }) => [verdict, reason])).toEqual([
    ['never-leaves', REASON],
    ['lifted', 'The State agreed'],
    ['never-leaves', REASON],
  ]);
});

test('a mark needs a reason, lifting it needs one too, and both are custody events that nobody can take back', async () => {
  testCase = await openReportCase();
  const { run, caseId, core } = testCase;
  const exhibitId = testCase.exhibits.open;
  expect(await core.dispatcher.answer('compartment.mark', { caseId, exhibitId, reason: '  ' })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  });
  expect(await refusal(() => run('compartment.lift', { caseId, exhibitId, reason: 'why not' }))).toMatchObject({
    code: 'invalid-input',
  });
  await run('compartment.mark', { caseId, exhibitId, reason: REASON });
  await run('compartment.lift', { caseId, exhibitId, reason: 'The State agreed' });
  const { events } = await run('custody.list', { caseId, beforeSeq: null, limit: 2 });
  expect(events.map(({ action, subject, details }) => ({ action, subject, details }))).toEqual([
    { action: 'compartment-lifted', subject: 'EX-0001', details: { reason: 'The State agreed' } },
    { action: 'compartment-marked', subject: 'EX-0001', details: { reason: REASON } },
  ]);
  for (const sql of ['UPDATE compartment_mark SET verdict = verdict', 'DELETE FROM compartment_mark']) {
    expect(() => core.session.write(ctx => ctx.db.prepare(sql).run())).toThrow(/lifted, never/);
  }
  const to = testCase.granted('out-1.txt');
  await run('exhibit.export', { exhibitId, to });
  expect(existsSync(join(testCase.folder, 'out-1.txt'))).toBe(true);
});

test('an exhibit of another case cannot be marked through this one', async () => {
  testCase = await openReportCase();
  const { run, exhibits } = testCase;
  const other = await run('case.create', {
    reference: 'C-TEST-2',
    title: 'Another case',
    workstream: 'maritime',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: 'Test Person',
    isExercise: true,
  });
  const marked = refusal(() => run('compartment.mark', { caseId: other.id, exhibitId: exhibits.open, reason: REASON }));
  expect(await marked).toMatchObject({ code: 'other-case' });
});
