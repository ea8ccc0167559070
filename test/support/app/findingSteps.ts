/** Findings: claims, what they measure against, those named, citations from the reader, the narrative. */
import type { Locator } from 'playwright';
import { goTo } from './caseSteps.ts';
import { literally } from './evidenceSteps.ts';
import { expect, until } from './expect.ts';
import type { RunningApp } from './launchApp.ts';
import { selectWords } from './readerFrame.ts';

export async function beginFinding(run: RunningApp, title: string, claim: string): Promise<void> {
  const { page } = run;
  await goTo(run, 'Findings');
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByLabel('What does it conclude?').fill(title);
  await page.keyboard.press('Enter');
  await page.getByLabel('First claim').fill(claim);
  await page.getByRole('button', { name: 'Add claim' }).click();
  await page.getByRole('article', { name: 'Claim 1' }).waitFor();
}

export async function measure({ page }: RunningApp, words: string, provision: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Measure claim 1 against a provision' }).click();
  const picker = page.getByRole('dialog', { name: 'Measure against a provision' });
  await picker.getByLabel('Words, resolution or paragraph').fill(words);
  await picker.getByRole('button', { name: provision }).first().click();
  await picker.getByRole('button', { name: 'Done' }).click();
}

export async function nameParticipant({ page }: RunningApp, name: string, role: string): Promise<void> {
  await page.getByRole('tab', { name: /^Those named/ }).click();
  await page.getByLabel('Name', { exact: true }).last().fill(name);
  await page.getByLabel('Part played').last().fill(role);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: `Request a reply from ${name}` }).waitFor();
  await page.getByRole('tab', { name: /^Claims and narrative/ }).click();
}

/** So that C in the reader cites to it. */
export async function takeClaimInHand({ page }: RunningApp): Promise<void> {
  await page.getByRole('button', { name: 'Take in hand, so that C in the reader cites to it' }).click();
  await page.getByRole('region', { name: 'Claim in hand' }).waitFor();
}

/** Selects the words in the page that is open, and presses C: two steps, as ui.md counts them. */
export async function citeWords(run: RunningApp, words: string, credibility = '2'): Promise<void> {
  const { page } = run;
  const selected = await selectWords(page, words);
  if (selected !== words) throw new Error(`selected “${selected}” instead of “${words}”`);
  await page.getByRole('dialog', { name: 'Selected passage' }).waitFor();
  await page.keyboard.press('c');
  await page.getByRole('group', { name: 'Cited', exact: true }).waitFor();
  await page.keyboard.press(credibility);
  await expect(
    page
      .getByRole('group', { name: 'Credibility of the information' })
      .getByRole('radio', { name: credibility, checked: true }),
  ).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: new RegExp(`^${literally(words)}`) }).waitFor();
}

export function missing({ page }: RunningApp): Locator {
  return page.getByRole('region', { name: 'What is missing' });
}

export async function expectStatus({ page }: RunningApp, status: string): Promise<void> {
  await page.getByRole('article', { name: 'Claim 1' }).getByRole('button', { name: status, exact: true }).waitFor();
}

export async function openFinding(run: RunningApp, title: string): Promise<void> {
  await goTo(run, 'Findings');
  await run.page
    .getByRole('listbox', { name: 'Findings' })
    .getByRole('option', { name: new RegExp(literally(title)) })
    .click();
  await run.page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Typed as a person does, with a citation chosen from the list that `[` opens. */
export async function writeNarrative({ page }: RunningApp, before: string, after: string): Promise<void> {
  const paper = page.getByRole('textbox', { name: 'Narrative' });
  if (!(await paper.isVisible())) await page.getByRole('group', { name: 'Column' }).getByText('Narrative').click();
  await paper.click();
  await page.keyboard.type(`${before} [`);
  await page.getByRole('listbox', { name: 'Citations of the claims' }).getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type(after);
  await until(
    async () => (await paper.innerText()).includes(after.trim()),
    async () => `the narrative reads “${await paper.innerText()}”`,
  );
  await page.getByRole('toolbar', { name: 'Narrative' }).getByText('Saved').waitFor();
}

/** From the line that says what is missing, to a request that counts. */
export async function recordRequest(
  run: RunningApp,
  addressee: string,
  question: string,
  sentOn: string,
): Promise<void> {
  const { page } = run;
  await missing(run)
    .getByRole('button', { name: new RegExp(`${literally(addressee)}.*Request a reply`) })
    .click();
  await page.getByLabel('What is asked').fill(question);
  await page.getByRole('button', { name: 'Record the request' }).click();
  await page.getByRole('heading', { name: `Request to ${addressee}` }).waitFor();
  await page.getByRole('group', { name: 'What became of it' }).getByText('sent, has yet to reply').click();
  await page.getByText('Not sent: it does not count').waitFor({ state: 'hidden' });
  await page.getByLabel('Sent', { exact: true }).fill(sentOn);
  await page.getByLabel('Sent', { exact: true }).press('Tab');
}

export async function gradeSource(run: RunningApp, name: string, grade: string, reason: string): Promise<void> {
  const { page } = run;
  await goTo(run, 'Sources');
  await page
    .getByRole('listbox', { name: 'Sources' })
    .getByRole('option', { name: new RegExp(literally(name)) })
    .click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
  await page.getByRole('group', { name: 'Reliability' }).getByText(grade, { exact: true }).click();
  await page.getByLabel(new RegExp(`^Why ${grade} rather than`)).fill(reason);
  await page.getByRole('button', { name: `Grade ${grade}` }).click();
  await expect(page.getByRole('list', { name: 'Grades on record, newest first' })).toContainText(reason);
}
