/** A vault changed behind our back, with the passphrase and SQLCipher itself: what is told, and by whom. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type Database from '@signalapp/sqlcipher';
import { openPages } from '../../../electron/db/connection.ts';
import { deriveVaultKey, readSalt } from '../../../electron/db/vaultKey.ts';
import type { TranslationDetails } from '../../../shared/domain/translation.ts';
import { TranslationId } from '../../../shared/kernel/ids.ts';
import { openTestCase, passphrase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
beforeEach(async () => {
  vault = await openTestCase();
  const [exhibitId] = await vault.admit(
    vault.write('a.txt', 'The vessel SABLE FINCH was seen at anchor.'),
    vault.write('b.txt', 'Another letter.'),
  );
  if (!exhibitId) throw new Error('nothing was admitted');
  const { id: findingId } = await vault.run('finding.create', { caseId: vault.caseId, title: 'A finding' });
  const { claimId } = await vault.run('finding.addClaim', { findingId, text: 'It was there.' });
  const { id: passageId } = await vault.run('passage.mark', {
    exhibitId,
    selection: { kind: 'words', pageIndex: 0, quote: { exact: 'was seen', prefix: '', suffix: '' }, rects: [] },
  });
  await vault.run('citation.cite', { claimId, passageId, bearing: 'supports' });
  expect(await vault.run('vault.verify', {})).toMatchObject({ ok: true, problems: [] });
});
afterEach(() => vault.close());

async function tamper(steps: (db: Database) => void): Promise<string[]> {
  await vault.run('vault.lock', {});
  const salt = readSalt(vault.vaultPath);
  if (!salt) throw new Error('no salt');
  const db = openPages(vault.vaultPath, deriveVaultKey(passphrase, salt));
  steps(db);
  db.close();
  await vault.run('vault.open', { at: vault.core.grants.grant(vault.vaultPath), passphrase });
  const { ok, problems } = await vault.run('vault.verify', {});
  expect(ok).toBe(problems.length === 0);
  return problems;
}

test('an event that was changed breaks the chain where it stands', async () => {
  const problems = await tamper(db =>
    db.exec(`DROP TRIGGER custody_event_is_final; UPDATE custody_event SET actor = 'Somebody else' WHERE seq = 3`),
  );
  expect(problems).toEqual(['the custody chain breaks at event 3']);
  expect(await vault.run('custody.verify', {})).toMatchObject({ ok: false, brokenAt: 3 });
});

test('an event that was taken out breaks the chain', async () => {
  const problems = await tamper(db =>
    db.exec('DROP TRIGGER custody_event_stays; DELETE FROM custody_event WHERE seq = 4'),
  );
  expect(problems[0]).toBe('the custody chain breaks at event 5');
});

test('a log whose end was cut off still holds as a chain, and its records tell', async () => {
  const problems = await tamper(db =>
    db.exec('DROP TRIGGER custody_event_stays; DELETE FROM custody_event WHERE seq > 2'),
  );
  expect(await vault.run('custody.verify', {})).toMatchObject({ ok: true, count: 2 });
  expect(problems).toEqual([
    'EX-0001 has no admission in the custody log',
    'EX-0002 has no admission in the custody log',
    expect.stringMatching(/^citation cit-.* does not stand in the custody log$/),
  ]);
});

test('a document put in the place of another, and words put into a citation, are told', async () => {
  const problems = await tamper(db => {
    db.exec(
      `DROP TRIGGER exhibit_bytes_are_immutable; UPDATE exhibit SET sha256 = (SELECT sha256 FROM exhibit WHERE number = 2) WHERE number = 1`,
    );
    db.exec(`DROP TRIGGER citation_quote_is_frozen; UPDATE citation SET quote = 'was never seen'`);
  });
  expect(problems).toEqual([
    'EX-0001 is not the document that the custody log says was admitted',
    expect.stringMatching(/^the words of citation cit-.* are not those that were cited$/),
  ]);
});

test('words put into a translation, a translator put in the place of another, and one that nobody saved are told', async () => {
  const { rows } = await vault.run('exhibit.list', { caseId: vault.caseId });
  const [first, second] = rows.map(row => row.id);
  if (!first || !second) throw new Error('nothing was admitted');
  const details: TranslationDetails = {
    language: 'fr',
    translator: 'Kim Example',
    method: 'human',
    isCertified: false,
    certificationNote: '',
    madeOn: null,
  };
  const write = (text: string, by = details, supersedes: TranslationId | null = null) =>
    vault.run('translation.write', {
      exhibitId: first,
      of: { kind: 'page', pageIndex: 0 },
      text,
      details: by,
      supersedes,
    });
  const changed = await write('Le navire a été vu.');
  const claimed = await write('Le navire fut vu.', { ...details, method: 'machine', translator: '' });
  const later = await write('Le navire y fut vu.', details, changed.id);
  await vault.run('translation.link', { exhibitId: first, linkedExhibitId: second, details });
  await vault.run('translation.withdraw', { translationId: later.id });
  expect(await tamper(() => undefined)).toEqual([]);
  const forged = TranslationId.parse(later.id.replace(/.$/, last => (last === '0' ? '1' : '0')));
  const problems = await tamper(db => {
    db.exec('DROP TRIGGER translation_is_frozen');
    db.prepare(`UPDATE translation SET text = 'Le navire n’a pas été vu.' WHERE id = ?`).run([changed.id]);
    db.prepare(`UPDATE translation SET translator = 'Sworn Example', method = 'human' WHERE id = ?`).run([claimed.id]);
    db.prepare(`INSERT INTO translation SELECT ?, exhibit_id, page_index, passage_id, linked_exhibit_id, text, language, translator, method,
      is_certified, certification_note, made_on, version, NULL, written_at, written_by, superseded_at, withdrawn_at
      FROM translation WHERE id = ?`).run([forged, later.id]);
  });
  expect(problems.toSorted()).toEqual(
    [
      `the words of version 1 of translation ${changed.id} of EX-0001 are not those that were saved`,
      `version 1 of translation ${claimed.id} of EX-0001 is not as the custody log says by language, method, translator, certification, date or number`,
      `version 2 of translation ${forged} of EX-0001 does not stand in the custody log`,
    ].toSorted(),
  );
});

test('bytes changed inside a document are told by its digest', async () => {
  const problems = await tamper(db =>
    db.exec(
      `UPDATE blob_chunk SET bytes = CAST('The vessel HERON was seen at anchor.      ' AS BLOB) WHERE rowid = (SELECT min(rowid) FROM blob_chunk)`,
    ),
  );
  expect(problems).toEqual([expect.stringMatching(/^document [0-9a-f]{64} no longer has the digest on record$/)]);
});
