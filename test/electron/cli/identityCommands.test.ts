/** `probatum identity|contact|receipt`, as two teams run them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ContactView, OwnKeys, TimestampCheck } from '../../../shared/contract/identity.ts';
import { runProgram } from '../../support/runProgram.ts';
import { answerRequest, hasOpenssl } from '../../support/timeAuthority.ts';

let folder: string;
/** How many the receipt counts. */
let events: string;
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'probatum-cli-'));
  writeFileSync(at('passphrase'), 'granite otter lantern seventeen\n');
  for (const team of ['ours', 'theirs'])
    expect((await run('vault', 'create', at(`${team}.probatum`), '--person', 'Test Person')).status).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runProgram(...args, '--passphrase-file', at('passphrase'));
const ours = (noun: string, verb: string, ...args: string[]) => run(noun, verb, at('ours.probatum'), ...args);
const theirs = (noun: string, verb: string, ...args: string[]) => run(noun, verb, at('theirs.probatum'), ...args);

test('identity: made once, shown without secrets, replaced with a reason', async () => {
  expect(await ours('identity', 'card')).toMatchObject({ status: 1, stderr: expect.stringContaining('no keys yet') });
  expect((await ours('identity', 'make', '--name', 'Ana Example', '--team', 'Maritime desk')).status).toBe(0);
  expect(await ours('identity', 'make', '--name', 'Ana Example')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('has keys already'),
  });
  expect((await ours('identity', 'make', '--name', 'Ana Example', '--replace')).status).toBe(2);
  expect((await ours('identity', 'make', '--name', 'Ana Example', '--replace', '--reason', 'Laptop lost')).status).toBe(
    0,
  );
  const { stdout } = await ours('identity', 'show', '--json');
  const own = OwnKeys.parse(JSON.parse(stdout));
  expect(own).toMatchObject({
    current: { name: 'Ana Example', team: '' },
    retired: [{ retiredReason: 'Laptop lost' }],
  });
  expect(stdout).not.toMatch(/SECRET|PRIVATE/);
  expect((await ours('identity', 'card', '--allowed-signers')).stdout).toContain(
    'namespaces="probatum-receipt" ssh-ed25519 ',
  );
}, 60_000);

test('contact: added from a card, told to be not verified, verified by name', async () => {
  expect((await theirs('identity', 'make', '--name', '리은정')).status).toBe(0);
  expect((await theirs('identity', 'card', '--out', at('card.json'))).status).toBe(0);
  const added = await ours('contact', 'add', '--card', at('card.json'));
  expect(added).toMatchObject({ status: 0, stdout: expect.stringContaining('리은정: not verified') });
  const doubted = await ours('contact', 'doubt', '리은정', '--note', 'The number was new');
  expect(doubted.stdout).toMatch(/^리은정: not verified$[\s\S]*^not sure any more, .*: The number was new$/m);
  const verified = await ours('contact', 'verify', '리은정', '--how', 'telephone', '--json');
  expect(ContactView.parse(JSON.parse(verified.stdout)).checks).toMatchObject([
    { verified: true, how: 'telephone' },
    { verified: false, note: 'The number was new' },
  ]);
  expect((await ours('contact', 'list')).stdout).toMatch(/^리은정 .*\bverified {2}SHA256:/);
  expect(await ours('contact', 'verify', 'Nobody', '--how', 'other')).toMatchObject({ status: 1 });
  expect((await ours('contact', 'verify', '리은정')).status).toBe(2);
  const changed = await ours('contact', 'change', '리은정', '--team', '해상 감시팀');
  expect(changed.stdout).toContain('리은정, 해상 감시팀: verified');
  expect((await ours('contact', 'show', '리은정')).stdout).toBe(changed.stdout);
  writeFileSync(at('changed.json'), readFileSync(at('card.json'), 'utf8').replace('리은정', '리은종'));
  expect(await ours('contact', 'add', '--card', at('changed.json'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('changed after it was signed'),
  });
}, 60_000);

test('receipt: made, countersigned in the other vault, kept, and checked against the log', async () => {
  const made = await ours('receipt', 'make', '--out', at('receipt.txt'));
  events = /: (\d+) events, head [0-9a-f]{64}\n$/.exec(made.stdout)?.[1] ?? '';
  expect(await theirs('receipt', 'check', at('receipt.txt'))).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('It is of another vault'),
  });
  expect((await theirs('receipt', 'countersign', at('receipt.txt'), '--out', at('back.txt'))).status).toBe(0);
  expect((await ours('receipt', 'keep', at('back.txt'))).stdout).toContain('key 리은정, contact, verified');
  const checked = await ours('receipt', 'check', at('receipt.txt'));
  expect(checked.status).toBe(0);
  expect(checked.stdout).toContain('Its signature fits. Key: Ana Example, this vault’s own key.');
  expect(checked.stdout).toMatch(/Each event up to there follows from the one before\.$/m);
  expect(checked.stdout).toContain('does not show: When anything happened, who sat at the desk');
  expect(checked.stdout).toContain('does not show: Whose key it is');
  writeFileSync(at('changed.txt'), readFileSync(at('receipt.txt'), 'utf8').replace('Ana', 'Eva'));
  expect(await ours('receipt', 'check', at('changed.txt'))).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('Its signature does not hold'),
  });
  expect((await ours('receipt', 'countersign', at('receipt.txt'), '--out', at('self.txt'))).status).toBe(1);
  const [, sha256 = ''] = /([0-9a-f]{64})$/m.exec((await theirs('receipt', 'witnessed')).stdout) ?? [];
  expect((await theirs('receipt', 'witnessed', '--again', sha256)).status).toBe(2);
  expect((await theirs('receipt', 'witnessed', '--again', sha256, '--out', at('again.txt'))).status).toBe(0);
  expect(readFileSync(at('again.txt'))).toEqual(readFileSync(at('back.txt')));
}, 60_000);

test('receipt timestamp: what is no token, and one of something else, fail with what they are; nothing is kept', async () => {
  expect(await ours('receipt', 'timestamp', at('receipt.txt'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('not a time-stamp token'),
  });
  const stranger = join(import.meta.dirname, '..', 'timestamp', 'fixtures', 'ecdsa.tsr');
  expect(await ours('receipt', 'timestamp', stranger)).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(
      /^Exercise Time Authority ecdsa states .* but no receipt .*\n[\s\S]*it is not kept\.$/m,
    ),
  });
}, 60_000);

test.skipIf(!hasOpenssl)(
  'receipt timestamp: openssl answers our request, and its answer is judged and kept',
  async () => {
    expect((await ours('receipt', 'save', events, '--format', 'tsq', '--out', at('receipt.tsq'))).status).toBe(0);
    answerRequest({ request: at('receipt.tsq'), answer: at('receipt.tsr'), certificate: at('authority.pem') });
    const open = await ours('receipt', 'timestamp', at('receipt.tsr'), '--check-only');
    expect(open.status).toBe(0);
    expect(open.stdout).toMatch(
      /^Exercise Authority of Time states that this receipt, as it is saved for a witness, existed on /,
    );
    expect(open.stdout).toContain('was not checked against a list of trusted ones');
    expect(open.stdout).toContain('it is not kept.');
    expect((await ours('receipt', 'authorities', '--trust', at('authority.pem'))).stdout).toMatch(
      /^Exercise Authority of Time {2}until /,
    );
    const kept = await ours('receipt', 'timestamp', at('receipt.tsr'), '--json');
    expect(TimestampCheck.parse(JSON.parse(kept.stdout))).toMatchObject({
      kept: true,
      trust: 'trusted',
      receipt: { eventCount: Number(events) },
    });
  },
  60_000,
);
