import { afterEach, expect, test } from 'vitest';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { changesOf, inspect, merge, resultOf, seal, send } from '../../support/archives.ts';
import { openTestCore, type TestCore } from '../../support/openTestCore.ts';

const open: TestCore[] = [];
afterEach(async () => {
  for (const core of open.splice(0)) await core.close();
});

async function vault(): Promise<TestCore> {
  const core = await openTestCore();
  open.push(core);
  return core;
}

/** The sample case, with everything that a case can hold. */
async function withSample(): Promise<{ core: TestCore; caseId: CaseId }> {
  const core = await vault();
  resultOf(await core.finish(await core.run('sample.load', {})));
  const [record] = await core.run('case.list', {});
  if (!record) throw new Error('the sample case is not there');
  return { core, caseId: record.id };
}

test('another vault gets the whole case, each citation with its words and its exhibit as admitted', async () => {
  const { core: a, caseId } = await withSample();
  const b = await vault();
  const { opened, merged } = await send(a, b, caseId);
  expect(opened.problems).toEqual([]);
  expect(opened.groups.every(({ kind }) => kind === 'add')).toBe(true);
  expect(merged.problems).toBe(0);
  for (const name of ['finding.list', 'request.list', 'source.list'] as const)
    expect(await b.run(name, { caseId } as never), name).toEqual(await a.run(name, { caseId } as never));
  const [mine, theirs] = await Promise.all([a, b].map(core => core.run('exhibit.list', { caseId, limit: 500 })));
  expect(theirs?.rows.map(row => ({ ...row, openedAt: null }))).toEqual(mine?.rows.map(row => ({ ...row, openedAt: null })));
  for (const { id } of await a.run('finding.list', { caseId }))
    expect(await b.run('finding.get', { findingId: id })).toEqual(await a.run('finding.get', { findingId: id }));
  expect(await b.run('vault.verify', {})).toMatchObject({ ok: true, problems: [] });
});

test('the same archive again changes nothing, and neither does what comes back unchanged', async () => {
  const { core: a, caseId } = await withSample();
  const b = await vault();
  await send(a, b, caseId);
  const again = await send(a, b, caseId);
  expect(again.opened.groups).toEqual([]);
  expect(again.merged).toEqual({ added: 0, changed: 0, left: 0, problems: 0 });
  const back = await send(b, a, caseId);
  expect(back.opened.groups).toEqual([]);
  expect(back.opened.problems).toEqual([]);
});

test('a merge is taken back as one step, and can be made again', async () => {
  const { core: a, caseId } = await withSample();
  const b = await vault();
  const before = await b.run('case.list', {});
  const opened = await inspect(b, await seal(a, caseId));
  await merge(b, opened.entry.id);
  await b.run('archive.takeBack', { inboxId: opened.entry.id });
  expect(await b.run('case.list', {})).toEqual(before);
  expect(await b.run('vault.verify', {})).toMatchObject({ ok: true, documents: 0 });
  const { merged } = await send(a, b, caseId);
  expect(merged.problems).toBe(0);
  expect(await changesOf(b, opened.entry.id)).toEqual([]);
});
