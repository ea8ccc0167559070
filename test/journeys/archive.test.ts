/**
 * Two teams without a server. The one seals its case, the other opens it in an empty vault, both go on working, and what comes
 * back is shown field by field, merged, taken back as one step, merged again and decided, for both.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CaseId, FindingId } from '../../shared/kernel/ids.ts';
import { archivePassphrase, inspect, merge, resultOf, seal } from '../support/archives.ts';
import { createVault, goTo, PERSON } from '../support/app/caseSteps.ts';
import { until } from '../support/app/expect.ts';
import { openFinding } from '../support/app/findingSteps.ts';
import { launchApp, type RunningApp } from '../support/app/launchApp.ts';
import { lookInTurn, shots } from '../support/app/lookInTurn.ts';
import { SAMPLE_FINDING } from '../support/app/places.ts';
import { litWords } from '../support/app/readerFrame.ts';
import { openTestCore, type TestCore } from '../support/openTestCore.ts';

const OTHERS = '리은정 Ri Eun-jong, of the other desk with a rather long name';
const THEIRS = 'FABULA HERON and SAEBYOK MORU 5 lay alongside each other for five hours';
const OURS = 'FABULA HERON gave gas oil to SAEBYOK MORU 5';

describe('archives between two teams', () => {
  let folder: string;
  let run: RunningApp;
  let other: TestCore;
  let caseId: CaseId;
  let findingId: FindingId;
  const at = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'probatum-archive-'));
    other = await openTestCore();
    await other.run('identity.make', { name: OTHERS, team: '해상 감시팀' });
    resultOf(await other.finish(await other.run('sample.load', {})));
    caseId = (await other.run('case.list', {}))[0]?.id as CaseId;
    findingId = (await other.run('finding.list', { caseId })).find(({ title }) => title === SAMPLE_FINDING)
      ?.id as FindingId;
    run = await launchApp({ pictures: shots && join(shots, 'archive') });
    await createVault(run, at('ours.probatum'));
  });
  afterAll(async () => {
    await run?.close();
    await other?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => expect(run.heard.splice(0)).toEqual([]));

  const inTurn = lookInTurn();
  const look = (name: string) => inTurn(run, name);
  const tab = (name: string) => run.page.getByRole('tab', { name }).click();

  async function openArchive(path: string, passphrase: string | null): Promise<void> {
    const { page } = run;
    await run.willChoose({ open: [path] });
    await page.getByRole('button', { name: 'Choose an archive …' }).click();
    if (passphrase !== null) await givePassphrase(passphrase, 'Open it');
    await page.getByRole('region', { name: /^Archive / }).waitFor({ timeout: 60_000 });
  }

  async function givePassphrase(passphrase: string, action: string): Promise<void> {
    await run.page.getByLabel(/^Passphrase of/).fill(passphrase);
    await run.page.getByRole('button', { name: action }).click();
  }

  test('an empty vault opens an archive with its passphrase, and has the case with every cited word', async () => {
    const { page } = run;
    const path = await seal(other, null, caseId);
    await page.getByRole('button', { name: 'Open an archive …' }).click();
    await look('empty');
    await run.willChoose({ open: [path] });
    await page.getByRole('button', { name: 'Choose an archive …' }).click();
    await givePassphrase('not this one', 'Open it');
    await page.getByText('This is not the passphrase that it was sealed with').waitFor();
    await givePassphrase(archivePassphrase, 'Open it');
    await page.getByRole('region', { name: /^Archive / }).waitFor({ timeout: 60_000 });
    await page.getByText(OTHERS).first().waitFor();
    await look('first');
    await page.getByRole('button', { name: /^Merge [\d,]+ changes$/ }).click();
    await givePassphrase(archivePassphrase, 'Merge it');
    await page.getByRole('button', { name: 'Open the case' }).click({ timeout: 60_000 });
    await openFinding(run, SAMPLE_FINDING);
    await page
      .getByRole('button', { name: /^Read EX-\d+, p\. 1 in its page: .?At 02:14 UTC/ })
      .first()
      .click();
    await until(
      async () => (await litWords(page)).startsWith('At 02:14 UTC on 15 March 2026'),
      async () => `the citation opened at “${await litWords(page)}”`,
    );
    await page.getByRole('button', { name: 'Close the cited page' }).click();
  });

  test('keys are exchanged as cards', async () => {
    const { page } = run;
    await goTo(run, 'People and keys');
    await page.getByRole('button', { name: 'Make my keys…' }).click();
    await page.getByRole('dialog', { name: 'Make my keys' }).getByRole('button', { name: 'Make keys' }).click();
    await page.getByRole('heading', { name: PERSON }).waitFor();
    await run.willChoose({ save: at('card.json') });
    await page.getByRole('button', { name: 'Save contact card…' }).click();
    await page.getByText('card.json is written').waitFor();
    await other.run('contact.add', { card: readFileSync(at('card.json'), 'utf8') });
    await page.getByRole('tab', { name: /^Contacts/ }).click();
    await page.getByRole('button', { name: 'Add a contact…' }).click();
    const adding = page.getByRole('dialog', { name: 'Add a contact' });
    await adding.getByLabel('Or paste the card').fill((await other.run('identity.card', {})).text);
    await adding.getByRole('button', { name: 'Add contact' }).click();
    await page.getByRole('heading', { name: OTHERS }).waitFor();
  });

  test('what both changed is shown as a contradiction, merged, taken back as one step, and decided', async () => {
    const { page } = run;
    await openFinding(run, SAMPLE_FINDING);
    await page.getByLabel('Title of the finding').fill(OURS);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: OURS }).waitFor();
    await other.run('finding.update', { findingId, title: THEIRS });
    await other.run('comment.write', {
      caseId,
      subject: { kind: 'finding', id: findingId },
      text: 'Five hours are not proof of a transfer.',
      verdict: 'disagrees',
      isDissent: true,
    });
    const [contact] = await other.run('contact.list', {});
    const recipient = contact?.ageRecipient ?? '';
    const path = await seal(other, null, caseId, { passphrase: null, recipients: [{ name: PERSON, recipient }] });

    await goTo(run, 'Exchange');
    await tab('Open an archive');
    await openArchive(path, null);
    await page
      .getByText(/signed|signature/i)
      .first()
      .waitFor();
    const table = page.getByRole('table', { name: 'What it would do' });
    await table.getByText('1 comment', { exact: true }).waitFor();
    await table.getByRole('button', { name: 'Show each: contradicts finding' }).click();
    const changes = page.getByRole('region', { name: 'Contradicts: each' });
    await changes.getByText(OURS, { exact: true }).first().waitFor();
    await changes.getByText(THEIRS, { exact: true }).first().waitFor();
    await look('contradicts');
    await page.getByRole('button', { name: 'Merge 2 changes' }).click();
    await page.getByText(/^Merged: /).waitFor();
    await look('merged');
    await page.getByRole('button', { name: 'Take the merge back' }).click();
    await page.getByText('The merge was taken back').waitFor();
    await page.getByRole('button', { name: 'All archives' }).click();
    await page.getByText('taken back', { exact: true }).waitFor();

    await openArchive(path, null);
    await page.getByRole('button', { name: 'Merge 2 changes' }).click();
    await page.getByText(/^Merged: /).waitFor();
    await page.getByRole('button', { name: 'All archives' }).click();
    const settle = page.getByRole('region', { name: 'To be settled' });
    await settle.getByText(THEIRS).waitFor();
    await look('to-settle');
    await settle.getByRole('button', { name: new RegExp(`^Take this one: ${THEIRS}`) }).click();
    await settle.waitFor({ state: 'hidden' });
    await openFinding(run, THEIRS);
    await page.getByRole('button', { name: /^Comments on F-1.*with dissent/ }).click();
    await page.getByText('Five hours are not proof of a transfer.').first().waitFor();
    await page.keyboard.press('Escape');
  });

  test('sealed for a contact after a pre-flight, it brings the decision to the other team, and the same again brings nothing', async () => {
    const { page } = run;
    await goTo(run, 'Exchange');
    await tab('Seal an archive');
    const preFlight = page.getByRole('region', { name: 'Pre-flight' });
    await preFlight.getByRole('table', { name: 'Exhibits that go' }).waitFor();
    expect(await page.getByRole('button', { name: 'Seal the archive as …' }).isDisabled()).toBe(true);
    await page.getByLabel(new RegExp(OTHERS)).check();
    await page.getByText(/Nobody has made sure yet/).waitFor();
    await page.getByLabel('Reason').fill('So that both work on the same case');
    await look('seal');
    await run.willChoose({ save: at('back.age') });
    await page.getByRole('button', { name: 'Seal the archive as …' }).click();
    await page.getByText('back.age is sealed').waitFor({ timeout: 60_000 });
    expect(readFileSync(at('back.age')).subarray(0, 21).toString('latin1')).toBe('age-encryption.org/v1');
    const opened = await inspect(other, at('back.age'));
    expect(opened.problems).toEqual([]);
    await merge(other, opened.entry.id);
    expect((await other.run('finding.get', { findingId })).title).toBe(THEIRS);
    expect(await other.run('archive.openFields', { caseId })).toEqual([]);
    expect((await inspect(other, at('back.age'))).groups).toEqual([]);
    await tab('What left');
    await page.getByText('So that both work on the same case').waitFor();
    await look('left');
  });
});
