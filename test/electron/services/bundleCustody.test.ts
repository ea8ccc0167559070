/** What a bundle carries of custody: the own log, what archives brought of others', receipts with witnesses and time stamps. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyBag, writeBag } from '../../../electron/bag/index.ts';
import { CustodyCheck } from '../../../electron/services/bundle/index.ts';
import { sha256Hex } from '../../../electron/services/custody/index.ts';
import { CHECK_PROGRAM } from '../../../shared/domain/bundle/custodyReadme.ts';
import { BundleReceipts } from '../../../shared/domain/bundle.ts';
import { CustodyEvent, custodyPreimage } from '../../../shared/domain/custody.ts';
import { canonicalJson, type Json } from '../../../shared/kernel/canonicalJson.ts';
import { resultOf, send } from '../../support/archives.ts';
import { type BundleInHand, everythingIn, parseAllScripts, takeInHand } from '../../support/bundleInHand.ts';
import { actionsOf, type CaseFile, eventOf, follow, ofType, problemsOfCase } from '../../support/caseGraph.ts';
import { openTestCore, type TestCore } from '../../support/openTestCore.ts';
import { answerRequest, hasOpenssl } from '../../support/timeAuthority.ts';
import { openReportCase, type ReportCase } from './reportCase.ts';

/** Names of what stays in the vault that sends, planted where another team's log could have them. */
const SOURCE_HERE = 'Zorin Belenkovsky';
const TITLE_HERE = 'Ledger of the ninth quay';
const FILE_HERE = 'quay-ledger-of-nine.txt';
const NOTE = 'Read out over the telephone';

let theirs: ReportCase;
let ours: TestCore;
let sent: BundleInHand;
let zip: string;
let code: string;

beforeAll(async () => {
  theirs = await openReportCase();
  await theirs.run('identity.make', { name: 'Wanda Witness', team: 'Coalition team' });
  ours = await openTestCore();
  await ours.run('identity.make', { name: 'Ada Vinterhaug', team: 'Example Institute' });
  // The last event of their log is one of the finding, so that a receipt of it can be told from what comes along.
  await theirs.run('finding.update', { findingId: theirs.findingId, title: 'The hulls met in March' });
  const theirReceipt = await signedReceipt(theirs);
  await send(theirs, ours, theirs.caseId);
  await ours.run('receipt.countersign', { text: theirReceipt.text, note: NOTE });
  await workOnIt();
  await plant();
  const { text, id } = await signedReceipt(ours);
  const witnessed = await theirs.run('receipt.countersign', { text, note: NOTE });
  const saved = join(theirs.folder, 'countersigned.txt');
  await theirs.run('receipt.saveCountersignature', {
    sha256: witnessed.sha256,
    to: theirs.core.grants.grant(saved),
  });
  await ours.run('receipt.keepCountersignature', { text: readFileSync(saved, 'utf8') });
  if (hasOpenssl) await stamp(id);
  [code] = (await ours.run('custody.logs', {})).map(log => log.vaultCode) as [string];
  zip = await exportBundle('bundle.zip');
  sent = takeInHand(zip);
}, 120_000);
afterAll(async () => {
  await theirs?.close();
  await ours?.close();
});

async function signedReceipt(vault: TestCore) {
  const { id } = await vault.run('receipt.make', {});
  const path = join(vault.folder, `${id}.txt`);
  await vault.run('receipt.save', { receiptId: id, to: vault.core.grants.grant(path), format: 'txt' });
  return { id, text: readFileSync(path, 'utf8') };
}

async function stamp(receiptId: Awaited<ReturnType<typeof signedReceipt>>['id']): Promise<void> {
  const at = (name: string) => join(ours.folder, name);
  await ours.run('receipt.save', { receiptId, to: ours.core.grants.grant(at('request.tsq')), format: 'tsq' });
  answerRequest({ request: at('request.tsq'), answer: at('answer.tsr'), certificate: at('authority.pem') });
  await ours.run('receipt.keepTimestamp', { from: ours.core.grants.grant(at('answer.tsr')) });
}

/** An exhibit of our own that stays, cited all the same, and a source that asked for confidence. */
async function workOnIt(): Promise<void> {
  const { caseId } = theirs;
  const from = [ours.core.grants.grant(ours.write(FILE_HERE, 'Barges were moored at the quay.\n'))];
  resultOf(await ours.finish(await ours.run('exhibit.admit', { caseId, from })));
  const exhibitId = (await exhibits()).find(one => one.fileName === FILE_HERE)?.id;
  if (!exhibitId) throw new Error('nothing was admitted');
  await ours.run('exhibit.update', { exhibitIds: [exhibitId], change: { title: TITLE_HERE, handlingMark: 'TLP:RED' } });
  // Of what goes, so that there is an own log to send.
  await ours.run('finding.update', { findingId: theirs.findingId, title: 'The hulls met in March 2026' });
  await ours.run('source.create', {
    name: SOURCE_HERE,
    kind: 'witness',
    reliability: 'B',
    confidential: true,
    codeName: 'HERON',
    note: '',
    originIds: [],
  });
}

async function exhibits() {
  const { rows } = await ours.run('exhibit.list', { caseId: theirs.caseId, limit: 100 });
  return Promise.all(rows.map(({ id }) => ours.run('exhibit.get', { exhibitId: id })));
}

/** Events as another team's archive could have brought them, each with its true hash. */
async function plant(): Promise<void> {
  const [log] = await ours.run('custody.logs', {});
  const { events } = await ours.run('custody.list', { vaultId: log?.vaultId ?? '', limit: 500 });
  const staying = (await exhibits()).find(one => one.fileName === FILE_HERE);
  const about = { subject: theirs.findingId as string, exhibitId: null as string | null };
  const given = [
    { ...about, details: { was: `As ${SOURCE_HERE} told us` } },
    { ...about, details: { was: `“${TITLE_HERE.toUpperCase()}”, page 3` } },
    { ...about, details: { was: FILE_HERE } },
    { ...about, details: { was: staying?.sha256 ?? '' } },
    { subject: 'a passage', exhibitId: staying?.id ?? null, details: { was: 'planted-in-the-exhibit' } },
    { subject: 'someone', exhibitId: null, details: { was: 'planted-beside-the-case' } },
    { ...about, action: 'bundle-exported' as const, details: { recipient: 'planted-recipient' } },
    { ...about, details: { was: 'may go along' } },
  ];
  let seq = (events[0]?.seq ?? 0) + 10;
  ours.core.session.write(({ db }) => {
    const inboxId = String(db.prepare('SELECT id FROM inbox').get()?.['id']);
    for (const one of given) {
      seq += 2;
      const event = {
        seq,
        at: '2026-10-02T09:00:00.000Z',
        actor: 'Wanda Witness',
        action: 'finding-changed',
        caseId: theirs.caseId,
        sha256: null,
        previousHash: '7e'.repeat(32),
        ...one,
      } as unknown as CustodyEvent;
      db.prepare(`INSERT INTO received_custody_event (vault_id, seq, at, actor, action, case_id, exhibit_id, subject, sha256, details,
          previous_hash, hash, received_with) VALUES ($vaultId, $seq, $at, $actor, $action, $caseId, $exhibitId, $subject, $sha256,
          $details, $previousHash, $hash, $inboxId)`).run({
        ...event,
        vaultId: log?.vaultId ?? '',
        details: JSON.stringify(event.details),
        hash: sha256Hex(custodyPreimage(event)),
        inboxId,
      });
    }
  });
}

async function exportBundle(name: string): Promise<string> {
  const path = join(ours.folder, name);
  const to = ours.core.grants.grant(path);
  resultOf(await ours.finish(await ours.run('bundle.export', { caseId: theirs.caseId, recipient: 'Reviewer', to })));
  return path;
}

const linesOf = (file: string) =>
  sent
    .text(file)
    .trim()
    .split('\n')
    .map(line => CustodyEvent.parse(JSON.parse(line)));

async function checked(path: string) {
  const check = new CustodyCheck();
  const bag = await verifyBag(path, { onPiece: check.onPiece });
  return { bag: bag.ok, ...check.verdict() };
}

test('each log goes in a file of its own, this vault’s first, each told by vault and team', () => {
  const { custodyLogs = [], parts, custodyHead } = sent.bundle;
  const [own, other] = custodyLogs;
  expect(custodyLogs).toHaveLength(2);
  expect(own).toMatchObject({
    key: '',
    team: 'Example Institute',
    path: 'data/custody/custody.jsonl',
    head: custodyHead,
  });
  expect(own?.checked).toEqual({
    ok: true,
    sentence: expect.stringMatching(/^The whole log of the vault was checked up to event \d+, the last one here/),
  });
  expect(other).toMatchObject({
    key: code,
    vaultCode: code,
    team: 'Coalition team',
    path: `data/custody/custody-${code}.jsonl`,
    checked: { ok: true, sentence: expect.stringContaining('only the vault can show that has the whole log') },
  });
  const received = linesOf(`data/custody/custody-${code}.jsonl`);
  expect(received.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['exhibit-admitted', 'passage-cited', 'finding-created', 'finding-changed']),
  );
  expect([linesOf('data/custody/custody.jsonl').length, received.length]).toEqual([own?.events, other?.events]);
  expect(parts).toMatchObject({ custodyEvents: own?.events, receipts: 2 });
  expect((sent.script(`custody/${code}-000`) as unknown[]).length).toBe(other?.events);
  expect(parseAllScripts(sent)).toEqual([]);
  for (const event of received) expect(sha256Hex(custodyPreimage(event))).toBe(event.hash);
});

test('what names a source or an exhibit that stays is nowhere in the bundle; what may go along does', () => {
  const all = everythingIn(sent);
  expect(all).toContain('may go along');
  expect(all).not.toMatch(/Belenkovsky|ninth quay|NINTH QUAY|quay-ledger|planted-/i);
});

test('before it leaves, the pre-flight says whose names go along', async () => {
  const { concerns } = await ours.run('bundle.preFlight', { caseId: theirs.caseId });
  const notes = concerns.filter(({ severity }) => severity === 'note').map(({ sentence }) => sentence);
  expect(notes).toContain(
    `What Coalition team (${code}) recorded of what goes, goes along as their custody log, with the names of those who recorded it.`,
  );
  expect(notes).toContain(
    'Receipts of this vault’s custody log that cover something of what goes, go along with the names of those who made them and of their witnesses: Wanda Witness.',
  );
});

test('a receipt goes with its witness, its time stamp and the event of its making', async () => {
  const shown = BundleReceipts.parse(sent.script('custody/receipts'));
  const [own, other] = shown;
  const made = linesOf('data/custody/custody.jsonl').find(({ action }) => action === 'receipt-made');
  expect(own).toMatchObject({
    log: '',
    eventCount: (made?.seq ?? 0) - 1,
    headHash: made?.previousHash,
    signer: 'Ada Vinterhaug',
    place: 'next',
    sentence: 'Its signature fitted when this bundle was made.',
    countersignatures: [{ signer: 'Wanda Witness', team: 'Coalition team', note: NOTE }],
  });
  expect(own?.timestamps.map(({ part }) => part)).toEqual(hasOpenssl ? ['saved-file'] : []);
  // What we witnessed of their log stands beside it: the head is one of its events.
  expect(other).toMatchObject({
    log: code,
    place: 'event',
    signatureFile: null,
    countersignatures: [{ signer: 'Ada Vinterhaug' }],
  });
  const again = JSON.parse(sent.text('data/custody/receipts/receipts.json')) as { receipts: unknown };
  expect(BundleReceipts.parse(again.receipts)).toEqual(shown);
});

test('what is checked again holds: bag, logs, signatures, heads, time stamps; the same content makes the same bytes', async () => {
  const verdict = await checked(zip);
  expect([verdict.bag, verdict.ok, verdict.logs.length]).toEqual([true, true, 2]);
  const words = verdict.receipts.map(({ sentence }) => sentence).join('\n');
  expect(words).toContain('Countersigned by Wanda Witness. Its signature fits the key SHA256:');
  expect(words).toMatch(
    /Receipt at event \d+ by Ada Vinterhaug. Its signature fits .* names this hash as the one before it\./,
  );
  if (hasOpenssl) expect(words).toContain('Exercise Authority of Time states that this receipt, as it is saved');
  expect(readFileSync(await exportBundle('again.zip')).equals(readFileSync(zip))).toBe(true);
});

test('as CASE, what the other vault recorded stands under its own people, vault and time; what stays is not named', async () => {
  const path = join(ours.folder, 'log.jsonld');
  const to = ours.core.grants.grant(path);
  resultOf(await ours.finish(await ours.run('custody.export', { caseId: theirs.caseId, to })));
  const text = readFileSync(path, 'utf8');
  const file = JSON.parse(text) as CaseFile;
  const graph = file['@graph'];
  expect(problemsOfCase(file)).toEqual([]);
  expect(text).not.toMatch(/Belenkovsky|ninth quay|NINTH QUAY|quay-ledger|planted-(in|recipient)/i);
  const actions = actionsOf(graph);
  const events = actions.map(action => eventOf(graph, action));
  for (const event of events) expect(sha256Hex(custodyPreimage(event))).toBe(event.hash);
  const whereOf = (name: string, who: string) =>
    actions
      .filter(
        action =>
          action['uco-core:name'] === name && follow(graph, action, 'uco-action:performer')?.['uco-core:name'] === who,
      )
      .map(action => follow(graph, action, 'uco-action:environment')?.['uco-core:name']);
  const ownCode = sent.bundle.custodyLogs?.[0]?.vaultCode;
  // The same name in two vaults is two people, as far as anybody knows.
  expect(ofType(graph, 'uco-identity:Identity').filter(one => one['uco-core:name'] === 'Test Person')).toHaveLength(2);
  expect(new Set(whereOf('finding-changed', 'Test Person'))).toEqual(new Set([`Vault ${ownCode}`, `Vault ${code}`]));
  expect(new Set(whereOf('finding-changed', 'Wanda Witness'))).toEqual(new Set([`Vault ${code}`]));
  expect(events.filter(({ action }) => action === 'exhibit-admitted').length).toBeGreaterThan(0);
});

/** The bag made anew over changed files, as somebody would who wants it to pass. */
async function rebuilt(name: string, change: (path: string, text: string) => string): Promise<string> {
  const out = join(ours.folder, name);
  const entries = [...sent.files]
    .filter(([path]) => path.startsWith('data/'))
    .map(([path, bytes]) => {
      if (!path.startsWith('data/custody/') || /\.ts[rt]$/.test(path)) return { path, bytes };
      return { path, bytes: Buffer.from(change(path, Buffer.from(bytes).toString('utf8'))) };
    });
  await writeBag({ out, name: 'x', info: { 'Bag-Software-Agent': 'Probatum' }, entries });
  return out;
}

test('a flipped byte of a received log is found, though the bag was made anew around it', async () => {
  const path = `data/custody/custody-${code}.jsonl`;
  const flipped = await checked(
    await rebuilt('flipped.zip', (at, text) => (at === path ? text.replace('may go', 'may Go') : text)),
  );
  expect([flipped.bag, flipped.ok]).toEqual([true, false]);
  expect(flipped.logs.find(log => log.path === path)).toMatchObject({
    ok: false,
    sentence: expect.stringMatching(/^Event \d+ does not have the hash that its own words give/),
  });
  const hidden = await checked(
    await rebuilt('hidden.zip', (at, text) => (at === path ? text.replace('{', '{"a":"b",') : text)),
  );
  expect(hidden.logs.find(log => log.path === path)?.sentence).toContain('says more than its hash covers');
});

test('an own log that was written anew, hashes and all, no longer fits the receipt', async () => {
  const verdict = await checked(
    await rebuilt('anew.zip', (at, text) => (at === 'data/custody/custody.jsonl' ? writtenAnew(text) : text)),
  );
  expect(verdict.logs.every(({ ok }) => ok)).toBe(true);
  expect(verdict.receipts.filter(({ ok }) => !ok).map(({ sentence }) => sentence)).toEqual([
    'The log here has another hash in this place: it, or the receipt, is not what it was.',
  ]);
});

function writtenAnew(text: string): string {
  let before: CustodyEvent | null = null;
  const lines = text
    .trim()
    .split('\n')
    .map(line => {
      const event = CustodyEvent.parse(JSON.parse(line));
      const changed = { ...event, actor: 'Somebody Else', previousHash: before?.hash ?? '0'.repeat(64) };
      before = { ...changed, hash: sha256Hex(custodyPreimage(changed)) };
      return canonicalJson(before as unknown as Json);
    });
  return `${lines.join('\n')}\n`;
}

function unpacked(): string {
  const folder = join(ours.folder, 'unpacked');
  for (const [name, bytes] of sent.files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return join(folder, 'data/custody');
}

const hasPython = spawnSync('python3', ['--version']).error === undefined;
test.skipIf(!hasPython)('the program in README.txt (Python) finds the logs whole, and a changed word', () => {
  const folder = unpacked();
  const readme = readFileSync(join(folder, 'README.txt'), 'utf8');
  expect(readme).toContain(CHECK_PROGRAM);
  const run = (name: string) =>
    spawnSync('python3', ['-c', CHECK_PROGRAM, 'custody.jsonl', name], { cwd: folder, encoding: 'utf8' });
  expect(run(`custody-${code}.jsonl`)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/events, none changed\n.*none changed\n$/),
  });
  writeFileSync(join(folder, 'bad.jsonl'), sent.text(`data/custody/custody-${code}.jsonl`).replace('may go', 'may Go'));
  expect(run('bad.jsonl')).toMatchObject({ status: 1, stderr: expect.stringMatching(/event \d+ was changed/) });
});

const hasKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;
test.skipIf(!hasKeygen || !hasOpenssl)(
  'the commands told with the receipts work as they stand (ssh-keygen, openssl)',
  () => {
    const folder = join(unpacked(), 'receipts');
    writeFileSync(join(folder, 'authority.pem'), readFileSync(join(ours.folder, 'authority.pem')));
    const shown = BundleReceipts.parse(sent.script('custody/receipts'));
    const commands = shown
      .flatMap(one => [one, ...one.countersignatures, ...one.timestamps])
      .flatMap(({ command }) => command ?? []);
    expect(commands).toHaveLength(4);
    const readme = sent.text('data/custody/README.txt');
    for (const command of commands) {
      expect(readme).toContain(command);
      expect(() => execFileSync('sh', ['-c', command], { cwd: folder, stdio: 'pipe' })).not.toThrow();
    }
    const [first = ''] = commands;
    expect(() => execFileSync('sh', ['-c', first.replace('< ', '< ../')], { cwd: folder, stdio: 'pipe' })).toThrow();
  },
);
