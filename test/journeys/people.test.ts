/**
 * Keys, contacts and receipts in the window, with a witness whose vault is another one: whoever trusts nobody's clock and
 * nobody's word gets a receipt, has it countersigned, and later sees that the log still holds what it says.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createVault, goTo, newCase, PERSON } from '../support/app/caseSteps.ts';
import { launchApp, type RunningApp } from '../support/app/launchApp.ts';
import { lookInTurn, shots } from '../support/app/lookInTurn.ts';
import { openTestCore, type TestCore } from '../support/openTestCore.ts';
import { answerRequest, hasOpenssl } from '../support/timeAuthority.ts';

const WITNESS = '리은정 Ri Eun-jong, of the other desk with a rather long name that does not end soon';

describe('people and keys', () => {
  let folder: string;
  let run: RunningApp;
  let witness: TestCore;
  const at = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'probatum-people-'));
    witness = await openTestCore();
    await witness.run('identity.make', { name: WITNESS, team: '해상 감시팀' });
    run = await launchApp({ pictures: shots && join(shots, 'people') });
    await createVault(run, at('ours.probatum'));
    await newCase(run, { reference: 'C-PPL', title: 'Who signed what (exercise)', workstream: 'maritime' });
  });
  afterAll(async () => {
    await run?.close();
    await witness?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => expect(run.heard.splice(0)).toEqual([]));

  const inTurn = lookInTurn();
  const look = (name: string) => inTurn(run, name);

  test('keys are made when somebody asks, and the settings say whose they are', async () => {
    const { page } = run;
    await goTo(run, 'People and keys');
    await page.getByText('No keys yet').waitFor();
    await look('keys-empty');
    await page.getByRole('button', { name: 'Make my keys…' }).click();
    const panel = page.getByRole('dialog', { name: 'Make my keys' });
    expect(await panel.getByLabel('Name', { exact: true }).inputValue()).toBe(PERSON);
    await panel.getByLabel('Team').fill('Coalition cell 4, maritime');
    await look('keys-make');
    await panel.getByRole('button', { name: 'Make keys' }).click();
    await page.getByRole('heading', { name: PERSON }).waitFor();
    await run.willChoose({ save: at('card.json') });
    await page.getByRole('button', { name: 'Save contact card…' }).click();
    await page.getByText('card.json is written').waitFor();
    await look('keys');
    const added = await witness.run('contact.add', { card: readFileSync(at('card.json'), 'utf8') });
    expect(added).toMatchObject({ name: PERSON, team: 'Coalition cell 4, maritime' });
    await page.keyboard.press('ControlOrMeta+,');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await settings.getByText(`${PERSON}, Coalition cell 4, maritime`).waitFor();
    await look('settings');
    await settings.getByRole('button', { name: 'People and keys' }).click();
    await settings.waitFor({ state: 'hidden' });
  });

  test('a contact comes from a pasted card, not verified until a person compared the digits', async () => {
    const { page } = run;
    // By keys alone: to the place, to the next tab, a new contact, the sheet closed and opened again.
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.getByRole('tab', { name: 'Keys of this vault' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('No contacts yet').waitFor();
    await look('contacts-empty');
    await page.keyboard.press('n');
    const adding = page.getByRole('dialog', { name: 'Add a contact' });
    await adding.getByLabel('Or paste the card').waitFor();
    await page.keyboard.press('Escape');
    await adding.waitFor({ state: 'hidden' });
    await page.keyboard.press('n');
    await adding.getByLabel('Or paste the card').fill((await witness.run('identity.card', {})).text);
    await adding.getByRole('region', { name: 'The card' }).waitFor();
    await look('contact-card');
    await adding.getByRole('button', { name: 'Add contact' }).click();
    await page.getByRole('heading', { name: WITNESS }).waitFor();
    await page.getByText('not verified').first().waitFor();
    await look('contact');
    await page.getByRole('button', { name: 'I made sure…' }).click();
    const checking = page.getByRole('dialog', { name: 'I made sure' });
    expect(await checking.getByRole('button', { name: 'Mark as verified' }).isDisabled()).toBe(true);
    await checking.getByLabel('All twelve groups are the same').check();
    await checking.getByLabel('How you made sure').selectOption({ label: 'read aloud by telephone' });
    await look('contact-check');
    await checking.getByRole('button', { name: 'Mark as verified' }).click();
    await page.getByText('Verified: read aloud by telephone').waitFor();
    await look('contact-verified');
  });

  test('custody offers a receipt; the witness signs it, and what they send back is checked and kept', async () => {
    const { page } = run;
    await goTo(run, 'Custody');
    await page.getByText('What this proves, and what it does not').click();
    await look('custody');
    await page.getByRole('button', { name: 'Receipt…' }).click();
    await page.getByText('No receipts yet').waitFor();
    await look('receipts-empty');
    await page.getByRole('button', { name: 'Make a receipt' }).click();
    await page.getByRole('heading', { name: /^Receipt of \d+ events/ }).waitFor();
    await run.willChoose({ save: at('receipt.txt') });
    await page.getByRole('button', { name: 'Save for a witness…' }).click();
    await page.getByText('receipt.txt is written').waitFor();
    await look('receipt');
    const text = readFileSync(at('receipt.txt'), 'utf8');
    const { sha256 } = await witness.run('receipt.countersign', { text, note: 'Came by courier' });
    const back = at('countersigned.txt');
    await witness.run('receipt.saveCountersignature', { sha256, to: witness.core.grants.grant(back) });

    await page.getByRole('button', { name: 'Check or countersign…' }).click();
    const panel = page.getByRole('dialog', { name: 'Check or countersign' });
    await run.willChoose({ open: [back] });
    await panel.getByRole('button', { name: 'Open a file…' }).click();
    await panel.getByText(/Its signature fits/).waitFor();
    await look('countersignature');
    await panel.getByRole('button', { name: 'Keep it with its receipt' }).click();
    await panel.waitFor({ state: 'hidden' });
    await page.getByText('Came by courier').waitFor();
    await page.getByRole('button', { name: 'Check the chain' }).click();
    await page
      .getByText(/The chain still contains event \d+ at this position with this hash; \d+ came after it/)
      .first()
      .waitFor();
    await look('receipt-countersigned');
  });

  test.skipIf(!hasOpenssl)(
    'an authority’s answer to our request is judged, kept, and trusted when a person says so',
    async () => {
      const { page } = run;
      await run.willChoose({ save: at('receipt.tsq') });
      await page.getByRole('button', { name: 'Save a request…' }).click();
      await page.getByText('receipt.tsq is written').waitFor();
      answerRequest({ request: at('receipt.tsq'), answer: at('receipt.tsr'), certificate: at('authority.pem') });
      await run.willChoose({ open: [at('receipt.tsr')] });
      await page.getByRole('button', { name: 'Check a time stamp…' }).click();
      await page.getByText(/states that this receipt.*not checked against a list/).waitFor();
      await look('stamp');
      await page.getByRole('button', { name: 'Keep it with this receipt' }).click();
      await page.getByText('Trusted authorities: none yet').click();
      await run.willChoose({ open: [at('authority.pem')] });
      await page.getByRole('button', { name: 'Trust a certificate…' }).click();
      await page.getByText(/leads to one that this vault trusts/).waitFor();
      await look('stamp-trusted');
    },
  );

  test('the receipt prints as one page', async () => {
    await run.willChoose({ save: at('receipt.pdf') });
    await run.page.getByRole('button', { name: 'Save as' }).click();
    await run.page.getByRole('menuitem', { name: /PDF to print/ }).click();
    await run.page.getByText('receipt.pdf is written').waitFor();
    const pdf = readFileSync(at('receipt.pdf'));
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  test('a receipt of another vault is countersigned here, and the copy stays', async () => {
    const { page } = run;
    const { id } = await witness.run('receipt.make', {});
    await witness.run('receipt.save', {
      receiptId: id,
      to: witness.core.grants.grant(at('theirs.txt')),
      format: 'txt',
    });
    await page.getByRole('button', { name: 'Check or countersign…' }).click();
    const panel = page.getByRole('dialog', { name: 'Check or countersign' });
    await run.willChoose({ open: [at('theirs.txt')], save: at('ours back.txt') });
    await panel.getByRole('button', { name: 'Open a file…' }).click();
    await panel.getByRole('button', { name: `Countersign as ${PERSON}…` }).waitFor();
    await look('witness');
    await panel.getByRole('button', { name: `Countersign as ${PERSON}…` }).click();
    await panel.getByText('ours back.txt is written').waitFor();
    const kept = await witness.run('receipt.keepCountersignature', { text: readFileSync(at('ours back.txt'), 'utf8') });
    expect(kept.countersignatures).toMatchObject([{ witness: PERSON, signer: { known: 'contact', verified: false } }]);
    await panel.getByRole('button', { name: 'Close' }).click();
    await page.getByText('Countersigned here for others').waitFor();
    await look('receipts-witnessed');
  });
});
