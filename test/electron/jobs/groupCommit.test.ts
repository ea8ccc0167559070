// Small steps share a transaction; one that fails takes nothing else with it.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GroupCommit } from '../../../electron/jobs/groupCommit.ts';
import type { CommandContext } from '../../../electron/services/context.ts';
import { openTestCore, type TestCore } from '../../support/openTestCore.ts';

let vault: TestCore;
let transactions = 0;
beforeEach(async () => {
  vault = await openTestCore();
  transactions = 0;
});
afterEach(() => vault.close());

function openGroup(): GroupCommit {
  return new GroupCommit(steps => {
    transactions += 1;
    return vault.core.session.write(steps);
  });
}

const put = (key: string) => (ctx: CommandContext) => {
  ctx.db.prepare('INSERT INTO meta (key, value) VALUES ($key, $key)').run({ key });
  ctx.custody.record({ action: 'case-changed', subject: key });
  return key;
};
const keys = () =>
  vault.core.session.connection.readable
    .prepare(`SELECT key FROM meta WHERE key LIKE 'step%' ORDER BY key`)
    .all()
    .map(row => row['key']);

test('steps that come together are one transaction, in their order, each with its answer', async () => {
  const group = openGroup();
  const answers = await Promise.all(['step 1', 'step 2', 'step 3'].map(key => group.add(put(key))));
  expect({ answers, transactions }).toEqual({ answers: ['step 1', 'step 2', 'step 3'], transactions: 1 });
  const { events } = await vault.run('custody.list', { limit: 3 });
  expect(events.map(event => event.subject)).toEqual(['step 3', 'step 2', 'step 1']);
});

test('a step that throws is undone alone, and the custody chain stays whole', async () => {
  const group = openGroup();
  const results = await Promise.allSettled([
    group.add(put('step 1')),
    group.add(ctx => {
      put('step 2')(ctx);
      throw new Error('not this one');
    }),
    group.add(put('step 3')),
  ]);
  expect(results.map(result => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(keys()).toEqual(['step 1', 'step 3']);
  expect(await vault.run('custody.verify', {})).toMatchObject({ ok: true });
});

test('where the transaction itself fails, every step is told', async () => {
  const group = new GroupCommit(() => {
    throw new Error('the disk is full');
  });
  const results = await Promise.allSettled([group.add(put('step 1')), group.add(put('step 2'))]);
  expect(results.map(result => result.status)).toEqual(['rejected', 'rejected']);
  expect(keys()).toEqual([]);
});

test('more steps than one transaction takes are several', async () => {
  const group = openGroup();
  await Promise.all(Array.from({ length: 70 }, (_, at) => group.add(put(`step ${at}`))));
  expect(transactions).toBe(3);
});
