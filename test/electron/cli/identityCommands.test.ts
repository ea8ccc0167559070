/** `probatum identity|contact|receipt`, as two teams run them: the built program in a process of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ContactView, OwnKeys, ReceiptCheck } from '../../../shared/contract/identity.ts';
import { assetsFolder } from '../../support/assets.ts';

let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'probatum-cli-'));
  writeFileSync(at('passphrase'), 'granite otter lantern seventeen\n');
  for (const team of ['ours', 'theirs'])
    expect(run('vault', 'create', at(`${team}.probatum`), '--person', 'Test Person').status).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const program = join(assetsFolder(), 'cli', 'probatum.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, ...args, '--passphrase-file', at('passphrase')],
    { encoding: 'utf8', timeout: 60_000 },
  );
  return { status, stdout, stderr };
}
const ours = (noun: string, verb: string, ...args: string[]) => run(noun, verb, at('ours.probatum'), ...args);
const theirs = (noun: string, verb: string, ...args: string[]) => run(noun, verb, at('theirs.probatum'), ...args);

test('identity: made once, shown without secrets, replaced with a reason', () => {
  expect(ours('identity', 'show').stdout).toContain('keys: none yet');
  expect(ours('identity', 'card')).toMatchObject({ status: 1, stderr: expect.stringContaining('no keys yet') });
  expect(ours('identity', 'make', '--name', 'Ana Example', '--team', 'Maritime desk').status).toBe(0);
  expect(ours('identity', 'make', '--name', 'Ana Example')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('has keys already'),
  });
  expect(ours('identity', 'make', '--name', 'Ana Example', '--replace').status).toBe(2);
  expect(ours('identity', 'make', '--name', 'Ana Example', '--replace', '--reason', 'Laptop lost').status).toBe(0);
  const { stdout } = ours('identity', 'show', '--json');
  const own = OwnKeys.parse(JSON.parse(stdout));
  expect(own).toMatchObject({
    current: { name: 'Ana Example', team: '' },
    retired: [{ retiredReason: 'Laptop lost' }],
  });
  expect(stdout).not.toMatch(/SECRET|PRIVATE/);
  expect(ours('identity', 'card', '--allowed-signers').stdout).toContain('namespaces="probatum-receipt" ssh-ed25519 ');
}, 60_000);

test('contact: added from a card, told to be not verified, verified by name', () => {
  expect(theirs('identity', 'make', '--name', '리은정').status).toBe(0);
  expect(theirs('identity', 'card', '--out', at('card.json')).status).toBe(0);
  const added = ours('contact', 'add', '--card', at('card.json'));
  expect(added).toMatchObject({ status: 0, stdout: expect.stringContaining('리은정: not verified') });
  expect(ours('contact', 'verify', '리은정').status).toBe(2);
  const verified = ours('contact', 'verify', '리은정', '--how', 'telephone', '--json');
  expect(ContactView.parse(JSON.parse(verified.stdout)).checks).toMatchObject([{ verified: true, how: 'telephone' }]);
  expect(ours('contact', 'list').stdout).toMatch(/^리은정 .*\bverified {2}SHA256:/);
  expect(ours('contact', 'verify', 'Nobody', '--how', 'other')).toMatchObject({ status: 1 });
  writeFileSync(at('changed.json'), readFileSync(at('card.json'), 'utf8').replace('리은정', '리은종'));
  expect(ours('contact', 'add', '--card', at('changed.json'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('changed after it was signed'),
  });
}, 60_000);

test('receipt: made, countersigned in the other vault, kept, and checked against the log', () => {
  expect(ours('receipt', 'make', '--out', at('receipt.txt'))).toMatchObject({ status: 0 });
  expect(theirs('receipt', 'check', at('receipt.txt'))).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('It is of another vault'),
  });
  expect(theirs('receipt', 'countersign', at('receipt.txt'), '--out', at('back.txt')).status).toBe(0);
  expect(ours('receipt', 'keep', at('back.txt')).stdout).toContain('key 리은정, contact, verified');
  const checked = ours('receipt', 'check', at('receipt.txt'), '--json');
  expect(checked.status).toBe(0);
  expect(ReceiptCheck.parse(JSON.parse(checked.stdout))).toMatchObject({
    kind: 'receipt',
    signature: { state: 'valid', signer: { known: 'own' } },
    chain: { state: 'contains' },
  });
  expect(ours('receipt', 'list').stdout).toContain('리은정');
  writeFileSync(at('changed.txt'), readFileSync(at('receipt.txt'), 'utf8').replace('Ana', 'Eva'));
  expect(ours('receipt', 'check', at('changed.txt'))).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('Its signature does not hold'),
  });
  expect(ours('receipt', 'countersign', at('receipt.txt'), '--out', at('self.txt')).status).toBe(1);
  expect(ours('receipt', 'timestamp', at('receipt.txt'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('not a time-stamp token'),
  });
}, 60_000);
