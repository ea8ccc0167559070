import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract, type OperationName } from '../../../shared/contract/index.ts';
import { errorCodes, ProbatumError } from '../../../shared/kernel/errors.ts';
import { openTestCore, type TestCore } from '../../support/openTestCore.ts';

let test_: TestCore;
beforeAll(async () => {
  test_ = await openTestCore();
});
afterAll(() => test_.close());

const operations = Object.keys(contract) as OperationName[];

test.each(operations)('%s refuses a malformed input as data, and changes nothing', async name => {
  const before = await test_.run('custody.head', {});
  const answer = await test_.core.dispatcher.answer(name, {
    untrusted: Symbol.iterator,
    caseId: 7,
    exhibitId: '../..',
    passphrase: 5,
    at: 'x',
    limit: 'all',
    query: 9,
    words: {},
    jobId: 1,
    findingId: 2,
    kind: 3,
    path: 4,
    minutes: 'many',
  });
  // Operations without fields have nothing to refuse.
  const takesNothing = contract[name].input.safeParse({}).success;
  if (!answer.ok) expect(answer.error.reference).toBeNull();
  else expect(takesNothing).toBe(true);
  if (!['vault.lock', 'vault.close', 'sample.load'].includes(name)) expect(await test_.core.session.isOpen).toBe(true);
  else return reopen();
  expect(await test_.run('custody.head', {})).toEqual(before);
});

async function reopen(): Promise<void> {
  await test_.close();
  test_ = await openTestCore();
}

test('an unknown operation, a prototype name and a wrong type are answered, not thrown', async () => {
  for (const name of ['vault.explode', '__proto__', 'constructor', 'toString', '']) {
    expect(await test_.core.dispatcher.answer(name, {})).toMatchObject({
      ok: false,
      error: { code: 'unknown-operation' },
    });
  }
});

test('each error code has a sentence that ends, and says what to do', () => {
  const details = new Proxy({}, { get: (_, key) => (key === 'count' || key === 'at' ? 3 : 'something given') });
  for (const code of errorCodes) {
    const { message } = new ProbatumError(code, details as never);
    expect(message, code).toMatch(/[.…]$/);
    expect(message.length, code).toBeGreaterThan(20);
  }
});

test('a query on a locked vault says so', async () => {
  await test_.run('vault.lock', {});
  expect(await test_.core.dispatcher.answer('case.list', {})).toMatchObject({
    ok: false,
    error: { code: 'vault-locked' },
  });
  await reopen();
});
