/** Receipts of the custody head: made, checked against the chain, countersigned; through the dispatcher on real vaults. */
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import decodeQR from 'qr/decode.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256Of } from '../../../electron/services/identity/digests.ts';
import { openPages } from '../../../electron/db/connection.ts';
import { deriveVaultKey, readSalt } from '../../../electron/db/vaultKey.ts';
import { signSsh, verifySsh } from '../../../electron/ssh/index.ts';
import { timestampRequest } from '../../../electron/timestamp/index.ts';
import type { ReceiptFormat } from '../../../shared/contract/identity.ts';
import { splitSigned } from '../../../shared/domain/identity/signedText.ts';
import { stampWords } from '../../../shared/domain/identity/timestamp.ts';
import { golden, goldenPath, plantGoldenReceipt } from '../../support/goldenReceipt.ts';
import { openTestCore, passphrase, type TestCore } from '../../support/openTestCore.ts';

let ours: TestCore;
let witness: TestCore;
beforeEach(async () => {
  [ours, witness] = await Promise.all([openTestCore(), openTestCore()]);
  await ours.run('identity.make', { name: '한지민 Han Ji-min', team: 'Maritime desk' });
  await witness.run('identity.make', { name: 'Wanda Witness', team: '' });
});
afterEach(() => Promise.all([ours.close(), witness.close()]));

let reference = 0;
/** Some step that writes an event. */
const work = (core: TestCore) =>
  core.run('case.create', {
    reference: `C-${++reference}`,
    title: 'A case (exercise)',
    workstream: 'maritime',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: 'Test Person',
    isExercise: true,
  });

async function saved(core: TestCore, format: ReceiptFormat = 'txt') {
  const receipt = await core.run('receipt.make', {});
  const path = join(core.folder, `receipt.${format}`);
  await core.run('receipt.save', { receiptId: receipt.id, to: core.core.grants.grant(path), format });
  return { receipt, path, text: readFileSync(path, 'utf8') };
}
const check = (core: TestCore, text: string) => core.run('receipt.check', { text });

test('a receipt holds the head as it stood, is signed, and its making is the next event', async () => {
  await work(ours);
  const head = await ours.run('custody.head', {});
  const { receipt, text } = await saved(ours);
  const own = await ours.run('identity.own', {});
  expect(receipt).toMatchObject({
    vaultId: own.vaultId,
    vaultCode: own.vaultCode,
    eventCount: head.count,
    headHash: head.hash,
    name: '한지민 Han Ji-min',
    team: 'Maritime desk',
    signingKey: own.current?.signingKey,
    chain: { state: 'contains', later: 1, walked: false },
  });
  expect((await ours.run('custody.list', { limit: 1 })).events).toMatchObject([
    { seq: head.count + 1, action: 'receipt-made', subject: receipt.id, sha256: receipt.sha256 },
  ]);
  expect(text).toContain('What this does not show: when it was made');
  // The name of a vault may say what its case is about.
  expect(text).not.toContain('Test');
});

test('without keys there is no receipt, and the sentence says what to do', async () => {
  const bare = await openTestCore();
  try {
    await expect(bare.run('receipt.make', {})).rejects.toThrow(/Make them under “People and keys”/);
  } finally {
    await bare.close();
  }
});

test('checked later, the chain still contains the event at its position with its hash', async () => {
  const { text, path, receipt } = await saved(ours);
  await work(ours);
  await work(ours);
  const found = await ours.run('receipt.check', { from: ours.core.grants.grant(path, 'read') });
  expect(found).toMatchObject({
    kind: 'receipt',
    receiptId: receipt.id,
    signature: { state: 'valid', signer: { known: 'own', retired: false } },
    chain: { state: 'contains', later: 3, walked: true },
  });
  // Mail changes line ends; editors put a mark before the text.
  const mailed = `\ufeff\r\n${text.replaceAll('\n', '\r\n')}\r\n`;
  expect(await check(ours, mailed)).toMatchObject({ signature: { state: 'valid' }, chain: { state: 'contains' } });
});

test('the QR code holds the receipt in one line, which can be typed off paper and checked', async () => {
  const { receipt } = await saved(ours);
  const scale = 3;
  const side = receipt.qr.size * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, length] of receipt.qr.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column++)
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
  const line = decodeQR({ width: side, height: side, data });
  expect(line).toBe(receipt.line);
  const typed = ` ${line.toUpperCase().replaceAll(' ', '\n')} `;
  expect(await check(ours, typed)).toMatchObject({
    kind: 'line',
    head: { eventCount: receipt.eventCount, headHash: receipt.headHash },
    chain: { state: 'contains' },
  });
  const wrong = line.replace(
    receipt.headHash,
    receipt.headHash.replace(/^./, digit => (digit === '0' ? '1' : '0')),
  );
  expect(await check(ours, wrong)).toMatchObject({ chain: { state: 'differs' } });
});

test('an older copy of the vault says that the log ends before, and a log that went another way says that it differs', async () => {
  const copy = join(ours.folder, 'copy.probatum');
  await ours.run('vault.backup', { to: ours.core.grants.grant(copy) });
  await work(ours);
  await work(ours);
  const { text, receipt } = await saved(ours);
  await ours.run('vault.open', { at: ours.core.grants.grant(copy), passphrase });
  const { count } = await ours.run('custody.head', {});
  expect(await check(ours, text)).toMatchObject({ chain: { state: 'shorter', count } });
  while ((await ours.run('custody.head', {})).count < receipt.eventCount) await work(ours);
  expect(await check(ours, text)).toMatchObject({
    signature: { state: 'valid', signer: { known: 'own' } },
    chain: { state: 'differs' },
    receiptId: null,
  });
});

test('a log changed behind our back, with the noted hash left in its place, is found as broken', async () => {
  await work(ours);
  const { text } = await saved(ours);
  await ours.run('vault.lock', {});
  const salt = readSalt(ours.vaultPath);
  if (!salt) throw new Error('no salt');
  const db = openPages(ours.vaultPath, deriveVaultKey(passphrase, salt));
  db.exec(`DROP TRIGGER custody_event_is_final; UPDATE custody_event SET actor = 'Somebody else' WHERE seq = 2`);
  db.close();
  await ours.run('vault.open', { at: ours.core.grants.grant(ours.vaultPath), passphrase });
  expect(await check(ours, text)).toMatchObject({ chain: { state: 'broken', at: 2 } });
  // The list looks at the noted place alone, and leaves the whole chain to the check.
  expect(await ours.run('receipt.list', {})).toMatchObject([{ chain: { state: 'contains' } }]);
});

test('another vault judges the signature, and leaves the chain to the vault it is of', async () => {
  const { text } = await saved(ours);
  expect(await check(witness, text)).toMatchObject({
    signature: { state: 'valid', signer: { known: 'nobody' } },
    chain: { state: 'other-vault' },
    receiptId: null,
  });
  await witness.run('contact.add', { card: (await ours.run('identity.card', {})).text });
  expect(await check(witness, text)).toMatchObject({
    signature: { state: 'valid', signer: { known: 'contact', verified: false, withdrawn: false } },
  });
});

test('a changed figure, a foreign signature and none at all are each said', async () => {
  const { text } = await saved(ours);
  const { text: other } = await saved(witness);
  const count = /Events: (\d+)/.exec(text)?.[1] ?? '';
  expect(await check(ours, text.replace(`Events: ${count}`, `Events: ${count}0`))).toMatchObject({
    signature: { state: 'invalid' },
  });
  const swapped = splitSigned(text).text + splitSigned(other).signature;
  expect(await check(ours, swapped)).toMatchObject({ signature: { state: 'invalid' } });
  expect(await check(ours, splitSigned(text).text)).toMatchObject({ signature: { state: 'none' } });
  await expect(check(ours, 'some words')).rejects.toMatchObject({ code: 'receipt-unfit' });
  await expect(check(ours, text.replace('receipt/1', 'receipt/2'))).rejects.toThrow(/another version/);
  await expect(check(ours, text.replace(/^Team/m, 'Made by'))).rejects.toMatchObject({ code: 'receipt-unfit' });
});

test('a witness countersigns in their own vault; the file comes back, is checked, and is kept once', async () => {
  const { text, receipt } = await saved(ours);
  await ours.run('contact.add', { card: (await witness.run('identity.card', {})).text });
  const signed = await witness.run('receipt.countersign', { text, note: 'Read out over the telephone' });
  expect(signed.receipt).toMatchObject({ headHash: receipt.headHash });
  expect(await witness.run('receipt.witnessed', {})).toEqual([signed]);
  const path = join(witness.folder, 'countersigned.txt');
  await witness.run('receipt.saveCountersignature', { sha256: signed.sha256, to: witness.core.grants.grant(path) });
  const file = readFileSync(path, 'utf8');
  expect(await check(ours, file)).toMatchObject({
    kind: 'countersignature',
    receiptId: receipt.id,
    kept: false,
    signature: { state: 'valid', signer: { known: 'contact', name: 'Wanda Witness', verified: false } },
  });
  const kept = await ours.run('receipt.keepCountersignature', { text: file });
  expect(kept.countersignatures).toMatchObject([
    { witness: 'Wanda Witness', note: 'Read out over the telephone', sha256: signed.sha256, keptBy: 'Test Person' },
  ]);
  const head = await ours.run('custody.head', {});
  expect((await ours.run('receipt.keepCountersignature', { text: file })).countersignatures).toHaveLength(1);
  expect(await ours.run('custody.head', {})).toEqual(head);
  expect((await ours.run('custody.list', { subject: receipt.id })).events.map(event => event.action)).toEqual([
    'countersignature-kept',
    'receipt-made',
  ]);
});

test('a countersignature of another receipt, a changed one, and one by ourselves are refused, and nothing is kept', async () => {
  const { text } = await saved(ours);
  const foreign = await saved(witness);
  await expect(ours.run('receipt.countersign', { text })).rejects.toThrow(/somebody else/);
  await expect(witness.run('receipt.countersign', { text: splitSigned(text).text })).rejects.toThrow(/no signature/);
  await expect(
    witness.run('receipt.countersign', { text: text.replace('Maritime', 'Aviation') }),
  ).rejects.toMatchObject({ code: 'receipt-unfit' });
  const countersigned = async (by: TestCore, of: string) => {
    const { sha256 } = await by.run('receipt.countersign', { text: of });
    const path = join(by.folder, 'c.txt');
    await by.run('receipt.saveCountersignature', { sha256, to: by.core.grants.grant(path) });
    return readFileSync(path, 'utf8');
  };
  const good = await countersigned(witness, text);
  const ofTheirs = await countersigned(ours, foreign.text);
  const before = await ours.run('custody.head', {});
  for (const [bad, problem] of [
    [ofTheirs, /no receipt that was made in this vault/],
    [good.replace('Wanda', 'Wilma'), /does not fit/],
    [splitSigned(good).text, /no signature/],
    [text, /no countersignature/],
  ] as const)
    await expect(ours.run('receipt.keepCountersignature', { text: bad })).rejects.toThrow(problem);
  expect(await ours.run('custody.head', {})).toEqual(before);
});

test('receipts, countersignatures and what was witnessed are neither changed nor deleted', async () => {
  const { text } = await saved(ours);
  await witness.run('receipt.countersign', { text });
  await ours.run('receipt.trust', stamp('authority.pem'));
  for (const [core, sql] of [
    [ours, "UPDATE receipt SET text = 'x'"],
    [ours, 'DELETE FROM receipt'],
    [ours, 'DELETE FROM trusted_certificate'],
    [witness, 'DELETE FROM witnessed_receipt'],
  ] as const)
    expect(() => core.core.session.write(({ db }) => db.prepare(sql).run())).toThrow(/never/);
});

test('the page to print says what it is worth, reaches for nothing, and holds the whole signed text', async () => {
  const { text: page, receipt } = await saved(ours, 'html');
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  expect(page).toContain('does not show');
  expect(page).toContain(receipt.text.split('\n')[5]);
  expect(page).toContain('BEGIN SSH SIGNATURE');
  expect((await saved(ours, 'svg')).text).toMatch(/^<svg .*<\/svg>\n$/s);
});

test('as PDF it is printed by the app, and says so where there is no printer', async () => {
  await expect(saved(ours, 'pdf')).rejects.toMatchObject({ code: 'printer-missing' });
});

test('golden: the signature that ssh-keygen made of a receipt is ours to the letter, and holds', async () => {
  const text = golden('receipt.txt');
  const key = golden('key.pub').split(' ').slice(0, 2).join(' ');
  expect(signSsh(golden('key'), 'probatum-receipt', new TextEncoder().encode(text))).toBe(golden('receipt.txt.sig'));
  expect(verifySsh(golden('receipt.txt.sig'), 'probatum-receipt', new TextEncoder().encode(text), key).ok).toBe(true);
  expect(await check(ours, text + golden('receipt.txt.sig'))).toMatchObject({
    receipt: { name: 'Ana Example', eventCount: 1204 },
    signature: { state: 'valid', signer: { known: 'nobody' } },
    chain: { state: 'other-vault' },
  });
});

/** Of another authority, for another content. */
const authorityPath = (name: string) => join(import.meta.dirname, '..', 'timestamp', 'fixtures', name);
const given = (path: string) => ({ from: ours.core.grants.grant(path, 'read') });
const stamp = (name: string) => given(goldenPath(name));

test('golden: a time stamp by openssl says what of the receipt it is of, and is kept only when asked, once', async () => {
  plantGoldenReceipt(ours.core);
  const before = await ours.run('custody.head', {});
  const checked = await ours.run('receipt.checkTimestamp', stamp('head.tsr'));
  expect(checked).toMatchObject({
    receipt: { eventCount: 1204 },
    part: 'head-hash',
    authority: { name: 'Exercise Time Authority' },
    trust: 'none-to-compare',
    problems: [],
    kept: false,
  });
  expect(stampWords(checked)).toMatch(
    /^Exercise Time Authority states that the head hash of this receipt existed on \d+ \w+ 20\d\d, [\d:]+ UTC\. Its certificate was not checked against a list of trusted ones/,
  );
  expect(checked.notChecked.join(' ')).toContain('revoked');
  expect(await ours.run('custody.head', {})).toEqual(before);

  await ours.run('receipt.keepTimestamp', stamp('saved.tsr'));
  await ours.run('receipt.keepTimestamp', stamp('head.tsr'));
  const { id, timestamps } = await ours.run('receipt.keepTimestamp', stamp('receipt.tsr'));
  expect(timestamps.map(one => one.part).sort()).toEqual(['head-hash', 'saved-file', 'signed-text']);
  const head = await ours.run('custody.head', {});
  expect((await ours.run('receipt.keepTimestamp', stamp('saved.tsr'))).timestamps).toEqual(timestamps);
  expect(await ours.run('custody.head', {})).toEqual(head);
  expect((await ours.run('receipt.checkTimestamp', stamp('head.tsr'))).kept).toBe(true);
  expect((await ours.run('custody.list', { subject: id })).events.map(event => event.action)).toEqual(
    Array(3).fill('timestamp-kept'),
  );
});

test('an authority is trusted once a person gave its certificate, and no longer than that', async () => {
  plantGoldenReceipt(ours.core);
  const trust = async () => (await ours.run('receipt.checkTimestamp', stamp('head.tsr'))).trust;
  const elsewhere = await ours.run('receipt.trust', given(authorityPath('one.pem')));
  expect(elsewhere).toMatchObject([{ name: 'Exercise Root one', trustedBy: 'Test Person' }]);
  expect(await trust()).toBe('not-trusted');
  // Authorities give out certificates as bytes as often as as text.
  const der = new X509Certificate(golden('authority.pem')).raw;
  const trusted = await ours.run('receipt.trust', given(ours.write('authority.cer', der)));
  expect(await ours.run('receipt.trust', stamp('authority.pem'))).toEqual(trusted);
  expect(trusted.map(one => one.name)).toEqual(['Exercise Root one', 'Exercise Time Authority']);
  expect(await trust()).toBe('trusted');
  const kept = await ours.run('receipt.keepTimestamp', stamp('head.tsr'));
  expect(kept.timestamps.map(stampWords)).toEqual([expect.stringContaining('leads to one that this vault trusts')]);

  const fingerprint = trusted[1]?.fingerprint ?? '';
  await ours.run('receipt.distrust', { fingerprint });
  expect((await ours.run('receipt.list', {}))[0]?.timestamps).toMatchObject([{ trust: 'not-trusted' }]);
  await expect(ours.run('receipt.distrust', { fingerprint })).rejects.toMatchObject({ code: 'not-found' });
  // Trusted anew is a second entry; that it once was not stays on record.
  await ours.run('receipt.trust', stamp('authority.pem'));
  expect((await ours.run('custody.list', { subject: fingerprint })).events.map(event => event.action)).toEqual([
    'time-authority-trusted',
    'time-authority-withdrawn',
    'time-authority-trusted',
  ]);
  for (const words of ['no certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])
    await expect(ours.run('receipt.trust', given(ours.write('words.pem', words)))).rejects.toMatchObject({
      code: 'certificate-unfit',
    });
});

test('a time stamp of something else is told what it is, and is refused; so is a changed one, and a file that is none', async () => {
  const stranger = await ours.run('receipt.checkTimestamp', stamp('saved.tsr'));
  expect(stranger).toMatchObject({ receipt: null, part: null, problems: [] });
  expect(stampWords(stranger)).toContain('but no receipt that was made in this vault');
  plantGoldenReceipt(ours.core);
  const token = readFileSync(goldenPath('saved.tsr'));
  // The last bytes are those of the signature.
  token[token.length - 3] = (token[token.length - 3] ?? 0) ^ 1;
  const changed = given(ours.write('changed.tsr', token));
  expect(stampWords(await ours.run('receipt.checkTimestamp', changed))).toContain('changed after it was signed');
  const rsa = given(authorityPath('rsa.tsr'));
  const before = await ours.run('custody.head', {});
  for (const [from, code] of [
    [changed, 'receipt-unfit'],
    [rsa, 'receipt-unfit'],
    [given(ours.write('words.tsr', 'some words')), 'timestamp-unfit'],
    [given(ours.write('large.tsr', new Uint8Array(300_000))), 'file-unreadable'],
  ] as const)
    await expect(ours.run('receipt.keepTimestamp', from)).rejects.toMatchObject({ code });
  expect(await ours.run('custody.head', {})).toEqual(before);
});

test('the request for a time stamp is of the very file that is saved', async () => {
  const { receipt, text } = await saved(ours);
  const path = join(ours.folder, 'receipt.tsq');
  await ours.run('receipt.save', { receiptId: receipt.id, to: ours.core.grants.grant(path), format: 'tsq' });
  expect(new Uint8Array(readFileSync(path))).toEqual(timestampRequest(Buffer.from(sha256Of(text), 'hex')));
});

const sshKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;
test.skipIf(!sshKeygen)('ssh-keygen -Y verify accepts a receipt, and refuses it with a letter changed', async () => {
  const { text, receipt } = await saved(ours);
  const parts = splitSigned(text);
  const { allowedSigners } = await ours.run('identity.card', {});
  const signers = ours.write('signers', allowedSigners);
  const signature = ours.write('receipt.sig', parts.signature ?? '');
  const [who = ''] = allowedSigners.split(' ');
  const verify = (input: string) =>
    spawnSync('ssh-keygen', ['-Y', 'verify', '-f', signers, '-I', who, '-n', 'probatum-receipt', '-s', signature], {
      input,
      encoding: 'utf8',
    });
  const { status, stdout } = verify(parts.text);
  expect(stdout).toContain(receipt.fingerprint);
  expect(status).toBe(0);
  expect(verify(parts.text.replace('Events: ', 'Events: 1')).status).not.toBe(0);
});
