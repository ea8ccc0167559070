/** The vault's own keys and the contacts book, through the dispatcher on a real vault. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recipientOf } from '../../../electron/age/index.ts';
import {
  ageIdentities,
  contactBySigningKey,
  currentIdentity,
  requireIdentity,
  signAs,
} from '../../../electron/services/identity/index.ts';
import { verifySsh } from '../../../electron/ssh/index.ts';
import { sha512Of } from '../../../electron/services/identity/digests.ts';
import { vaultCode } from '../../../shared/domain/exhibitSeries.ts';
import { openTestCore, type TestCore } from '../../support/openTestCore.ts';

let ours: TestCore;
let theirs: TestCore;
beforeEach(async () => {
  [ours, theirs] = await Promise.all([openTestCore(), openTestCore()]);
});
afterEach(() => Promise.all([ours.close(), theirs.close()]));

const db = (core: TestCore) => core.core.session.connection.readable;
const make = (core: TestCore, name: string, team = 'Maritime desk') => core.run('identity.make', { name, team });
const cardOf = async (core: TestCore) => (await core.run('identity.card', {})).text;
const actions = async (core: TestCore, subject: string) =>
  (await core.run('custody.list', { subject })).events.map(event => event.action).reverse();

test('a vault has no keys until somebody asks for them; then name, team and vault code stand on them', async () => {
  expect(await ours.run('identity.own', {})).toMatchObject({ current: null, retired: [] });
  expect(currentIdentity(db(ours))).toBeNull();
  expect(() => requireIdentity(db(ours))).toThrow(/no keys yet/);
  const made = await make(ours, '한지민 Han Ji-min', '');
  const own = await ours.run('identity.own', {});
  expect(own.current).toEqual(made);
  expect(own.vaultCode).toBe(vaultCode(own.vaultId));
  expect(made).toMatchObject({ name: '한지민 Han Ji-min', team: '', madeBy: 'Test Person', retiredAt: null });
  expect(made.spoken).toHaveLength(12);
  expect(made.spoken.every(group => /^\d{5}$/.test(group))).toBe(true);
  expect(await actions(ours, made.id)).toEqual(['keys-made']);
});

test('no answer of any operation holds a secret, nor does any custody event', async () => {
  await make(ours, 'Ana Example');
  await ours.run('receipt.make', {});
  const secrets = [
    ...ageIdentities(db(ours)),
    String(db(ours).prepare('SELECT signing_secret AS secret FROM identity').get()?.['secret']),
  ];
  expect(secrets).toHaveLength(2);
  const told = JSON.stringify([
    await ours.run('identity.own', {}),
    await ours.run('identity.card', {}),
    await ours.run('receipt.list', {}),
    await ours.run('custody.list', {}),
    ours.events,
  ]);
  expect(told).not.toContain('AGE-SECRET-KEY');
  expect(told).not.toContain('OPENSSH PRIVATE KEY');
  for (const secret of secrets) expect(told).not.toContain(secret.split('\n')[1] ?? secret);
});

test('keys are replaced only by who saw which ones; the old ones stay, and still open and verify', async () => {
  const first = await make(ours, 'Ana Example');
  const signature = signAs(db(ours), 'probatum-test', sha512Of('words'));
  await expect(make(ours, 'Ana Example')).rejects.toMatchObject({ code: 'identity-exists' });
  const second = await ours.run('identity.make', {
    name: 'Ana Example',
    team: 'Finance desk',
    replaces: { id: first.id, reason: 'Laptop was out of sight for a night' },
  });
  await expect(
    ours.run('identity.make', { name: 'Ana', team: '', replaces: { id: first.id, reason: 'again' } }),
  ).rejects.toMatchObject({ code: 'identity-exists' });
  expect(second.signingKey).not.toBe(first.signingKey);
  const { current, retired } = await ours.run('identity.own', {});
  expect(current).toEqual(second);
  expect(retired).toMatchObject([{ id: first.id, retiredReason: 'Laptop was out of sight for a night' }]);
  const opening = await Promise.all(ageIdentities(db(ours)).map(recipientOf));
  expect(opening).toEqual([second.ageRecipient, first.ageRecipient]);
  expect(verifySsh(signature, 'probatum-test', { sha512: sha512Of('words') }, first.signingKey).ok).toBe(true);
  expect(await actions(ours, first.id)).toEqual(['keys-made', 'keys-replaced']);
});

test('keys cannot be changed or deleted, whatever asks the database', async () => {
  await make(ours, 'Ana Example');
  for (const sql of ["UPDATE identity SET age_secret = 'x'", 'DELETE FROM identity'])
    expect(() => ours.core.session.write(({ db }) => db.prepare(sql).run())).toThrow(/never/);
});

test('a name that turns the direction of writing or breaks the line is refused', async () => {
  for (const name of ['Ana\nTeam: other', 'Ana \u202e elpmaxE', '', ' '.repeat(5)])
    await expect(make(ours, name)).rejects.toMatchObject({ code: 'invalid-input' });
});

test('a card is the same bytes each time, and brings its team into another vault, not verified', async () => {
  const made = await make(theirs, '리은정', '해상팀');
  const text = await cardOf(theirs);
  expect(await cardOf(theirs)).toBe(text);
  const look = await ours.run('contact.look', { text: `Dear all,\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\nRegards` });
  expect(look).toMatchObject({ known: null, own: false, clashes: [], spoken: made.spoken });
  const added = await ours.run('contact.add', { card: look.text });
  expect(added).toMatchObject({
    name: '리은정',
    team: '해상팀',
    vaultCode: (await theirs.run('identity.own', {})).vaultCode,
    signingKey: made.signingKey,
    fingerprint: made.fingerprint,
    ageRecipient: made.ageRecipient,
    origin: 'card',
    spoken: made.spoken,
    checks: [],
    withdrawnAt: null,
  });
  expect(contactBySigningKey(db(ours), made.signingKey)?.id).toBe(added.id);
});

test('the same card again adds nothing, from a file as well', async () => {
  await make(theirs, 'Bo Example');
  const to = join(theirs.folder, 'card.json');
  await theirs.run('identity.saveCard', { to: theirs.core.grants.grant(to) });
  const { text, known } = await ours.run('contact.look', { from: ours.core.grants.grant(to, 'read') });
  expect(known).toBeNull();
  const first = await ours.run('contact.add', { card: text });
  const before = await ours.run('custody.head', {});
  expect(await ours.run('contact.add', { card: text })).toEqual(first);
  expect(await ours.run('custody.head', {})).toEqual(before);
  expect((await ours.run('contact.look', { text })).known).toBe(first.id);
});

test.each([
  ['a changed name', (text: string) => text.replace('Bo Example', 'Bo Exemple')],
  [
    'a changed recipient',
    (text: string) => text.replace(/age1\w+/, 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg'),
  ],
  ['a field more', (text: string) => text.replace('{', '{"verified": true,')],
  ['a newer version', (text: string) => text.replace('contact/1', 'contact/2')],
  ['no card at all', () => 'ssh-ed25519 AAAA'],
  ['half of it', (text: string) => text.slice(0, 200)],
])('a card with %s is refused, and changes nothing', async (_, spoil) => {
  await make(theirs, 'Bo Example');
  const card = spoil(await cardOf(theirs));
  const before = await ours.run('custody.head', {});
  await expect(ours.run('contact.add', { card })).rejects.toMatchObject({ code: 'card-unfit' });
  await expect(ours.run('contact.look', { text: card })).rejects.toMatchObject({ code: 'card-unfit' });
  expect(await ours.run('custody.head', {})).toEqual(before);
});

test('a card whose keys another card already uses is told, and so is another key under the same name', async () => {
  await make(theirs, 'Bo Example');
  await ours.run('contact.add', { card: await cardOf(theirs) });
  await theirs.run('identity.rename', { name: 'Cy Example', team: 'Other desk' });
  const renamed = await ours.run('contact.look', { text: await cardOf(theirs) });
  expect(renamed.clashes).toMatchObject([{ kind: 'same-key', with: { name: 'Bo Example' } }]);
  await make(ours, 'Own Person');
  const third = await openTestCore();
  try {
    await make(third, 'ＢＯ  example', 'Impostor');
    const other = await ours.run('contact.add', { card: await cardOf(third) });
    expect(other.clashes).toMatchObject([{ kind: 'same-name', with: { name: 'Bo Example' } }]);
    const [bo] = (await ours.run('contact.list', {})).filter(one => one.name === 'Bo Example');
    expect(bo?.clashes).toMatchObject([{ kind: 'same-name', with: { name: 'ＢＯ  example', team: 'Impostor' } }]);
  } finally {
    await third.close();
  }
});

test('our own card is no contact', async () => {
  await make(ours, 'Ana Example');
  const card = await cardOf(ours);
  expect((await ours.run('contact.look', { text: card })).own).toBe(true);
  await expect(ours.run('contact.add', { card })).rejects.toMatchObject({ code: 'card-unfit' });
});

test('by hand: a signing key, a recipient or both; a misread letter is found', async () => {
  const { signingKey, ageRecipient } = await make(theirs, 'Bo Example');
  const add = (typed: { signingKey: string | null; ageRecipient: string | null }) =>
    ours.run('contact.add', { typed: { name: 'Bo Example', team: '', ...typed } });
  for (const unfit of [
    { signingKey: null, ageRecipient: null },
    { signingKey: 'ssh-rsa AAAAB3NzaC1yc2E bo@desk', ageRecipient: null },
    { signingKey: signingKey.slice(0, -1), ageRecipient: null },
    { signingKey: null, ageRecipient: ageRecipient.replace(/.$/, letter => (letter === 'q' ? 'p' : 'q')) },
    { signingKey: null, ageRecipient: 'AGE-SECRET-KEY-1' },
  ])
    await expect(add(unfit)).rejects.toMatchObject({ code: 'key-unfit' });
  expect(await ours.run('contact.list', {})).toEqual([]);
  expect(await add({ signingKey: ` ${signingKey} bo@desk\n`, ageRecipient: null })).toMatchObject({
    signingKey,
    ageRecipient: null,
    origin: 'typed',
  });
  expect(await add({ signingKey: null, ageRecipient })).toMatchObject({ signingKey: null, ageRecipient });
});

test('only a person makes a contact verified, with how and when; it can be taken back, and all of it stays on record', async () => {
  await make(theirs, 'Bo Example');
  const { id: contactId } = await ours.run('contact.add', { card: await cardOf(theirs) });
  for (const unsaid of [
    { verified: true, how: 'other' as const },
    { verified: false, how: 'telephone' as const },
  ])
    await expect(ours.run('contact.check', { contactId, ...unsaid })).rejects.toMatchObject({ code: 'reason-needed' });
  await ours.run('contact.check', { contactId, verified: true, how: 'telephone', note: 'All twelve groups' });
  const doubted = await ours.run('contact.check', { contactId, verified: false, how: 'other', note: 'Phone was lost' });
  expect(doubted.checks).toMatchObject([
    { verified: false, note: 'Phone was lost', checkedBy: 'Test Person' },
    { verified: true, how: 'telephone', note: 'All twelve groups' },
  ]);
  await ours.run('contact.change', { contactId, name: 'Bo A. Example', team: 'New desk', note: '' });
  await ours.run('contact.withdraw', { contactId });
  expect(await ours.run('contact.list', {})).toEqual([]);
  expect(await ours.run('contact.list', { withdrawn: true })).toHaveLength(1);
  await ours.run('contact.restore', { contactId });
  expect(await actions(ours, contactId)).toEqual([
    'contact-added',
    'contact-checked',
    'contact-checked',
    'contact-changed',
    'contact-withdrawn',
    'contact-restored',
  ]);
  for (const sql of [
    "UPDATE contact SET signing_key = 'x'",
    'DELETE FROM contact',
    'UPDATE contact_check SET verified = 1',
  ])
    expect(() => ours.core.session.write(({ db }) => db.prepare(sql).run())).toThrow(/contact|check/);
});

const sshKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;
test.skipIf(!sshKeygen)('ssh-keygen reads the fingerprint of our key as we do', async () => {
  const made = await make(ours, 'Ana Example');
  const file = ours.write('key.pub', `${made.signingKey} ana\n`);
  const { stdout } = spawnSync('ssh-keygen', ['-lf', file], { encoding: 'utf8' });
  expect(stdout).toContain(made.fingerprint);
  expect(readFileSync(file, 'utf8')).toContain(made.signingKey);
});
