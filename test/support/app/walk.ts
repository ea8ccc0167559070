/** The main job from end to end, as a person does it in the window: from a folder of evidence to what leaves. */
import { join } from 'node:path';
import { checkChain, createVault, goTo, lockAndUnlock, newCase } from './caseSteps.ts';
import {
  addFile,
  chooseSource,
  describe,
  dropOnWindow,
  enterPassword,
  openExhibit,
  provenanceOf,
} from './evidenceSteps.ts';
import { expect, until } from './expect.ts';
import {
  beginFinding,
  citeWords,
  expectStatus,
  gradeSource,
  measure,
  missing,
  nameParticipant,
  openFinding,
  recordRequest,
  takeClaimInHand,
  writeNarrative,
} from './findingSteps.ts';
import type { RunningApp } from './launchApp.ts';
import { compile, exportBundle, FORMATS } from './leavingSteps.ts';
import { drawRegion } from './readerFrame.ts';
import { openHit, search } from './searchSteps.ts';

/** Words of the evidence, how they are searched for, and what must be lit then. */
export interface Quote {
  exhibit: RegExp;
  search: string;
  lit: string;
  cite: string;
}

export interface WalkPlan {
  reference: string;
  title: string;
  folder: string;
  /** One more file, chosen in the dialog. */
  more?: string;
  locked?: { exhibit: RegExp; password: string };
  /** What was searched for only to see it, each with the words that must be lit. */
  searches: { search: string; lit: string }[];
  /** Two, from exhibits that get sources of their own; chosen when the evidence is in. */
  quotes(run: RunningApp): Promise<[Quote, Quote]>;
  /** An exhibit on which a region is drawn. */
  region: RegExp;
}

export interface Walked {
  exhibits: number;
  finding: string;
  claim: string;
  quotes: [Quote, Quote];
  vault: string;
  files: { docx: string; pdf: string; html: string; md: string; bundle: string };
  custodyEvents: number;
  /** What the window said of the evidence, for a look. */
  admission: string;
}

const FINDING = 'The tanker handed gas oil over at sea';
const CLAIM = 'On 15 March 2026 two ships lay alongside each other in open sea.';
const NAMED = 'Quillfeather Maritime Ltd';
const FIRST_SOURCE = 'A former clerk (exercise)';
const SECOND_SOURCE = 'An imagery provider (exercise)';

/** `out` is where the person saves: the vault, the reports, the bundle. */
export async function walk(
  run: RunningApp,
  plan: WalkPlan,
  out: string,
  visit: (name: string) => Promise<void> = async () => {},
): Promise<Walked> {
  const { page } = run;
  const vault = join(out, 'walk.probatum');
  await visit('first-run');
  await createVault(run, vault);
  await newCase(run, { reference: plan.reference, title: plan.title, workstream: 'maritime' });
  await visit('overview-empty');

  const admission = await dropOnWindow(run, plan.folder);
  await describe(run, {
    how: 'Handed over on a memory stick',
    when: '2026-04-03',
    published: '2026-03',
    source: FIRST_SOURCE,
  });
  await visit('exhibits');
  if (plan.more) await addFile(run, plan.more);
  if (plan.locked) await enterPassword(run, plan.locked.exhibit, plan.locked.password);

  const quotes = await plan.quotes(run);
  await chooseSource(run, await provenanceOf(run, quotes[1].exhibit), SECOND_SOURCE);
  await gradeSource(run, FIRST_SOURCE, 'B', 'Its papers agreed with two registers.');
  await gradeSource(run, SECOND_SOURCE, 'A', 'Its pictures were never found wrong.');

  await markRegionTwice(run, plan.region);
  await visit('region');
  for (const each of plan.searches) {
    await search(run, each.search);
    await openHit(run, /^p\. /, each.lit);
    await visit('hit');
  }

  await beginFinding(run, FINDING, CLAIM);
  await expect(missing(run)).toContainText('Nothing is cited in support');
  await measure(run, '2375 11', /^2375 \(2017\) ¶11:/);
  await nameParticipant(run, NAMED, 'owner');
  await takeClaimInHand(run);
  await citeHit(run, quotes[0]);
  await visit('cited');
  await openFinding(run, FINDING);
  await expectStatus(run, 'probable');
  await expect(missing(run)).toContainText(`No reply was requested from ${NAMED}`);
  await visit('finding-short');
  await citeHit(run, quotes[1]);
  await openFinding(run, FINDING);
  await recordRequest(run, NAMED, 'Where was your ship on 15 March 2026?', '2026-04-21');
  await visit('request');
  await openFinding(run, FINDING);
  await expectStatus(run, 'established');

  await writeNarrative(run, 'Two hulls lay alongside each other', ' in open sea, 환적이다.');
  await visit('finding');

  await goTo(run, 'Reports');
  const preview = page.getByRole('article', { name: /^Preview of/ });
  await preview.getByText(CLAIM).first().waitFor();
  await preview.getByText('A request was sent on 21 April 2026').waitFor();
  await visit('report');
  const files = {
    docx: join(out, 'report.docx'),
    pdf: join(out, 'report.pdf'),
    html: join(out, 'report.html'),
    md: join(out, 'report.md'),
    bundle: join(out, 'bundle.zip'),
  };
  for (const format of FORMATS) {
    await compile(run, format, files[format.suffix]);
    await visit(`compiled-${format.suffix}`);
  }
  await exportBundle(run, files.bundle, 'Reviewer of the exercise', 'To be checked by a second pair of eyes.');
  await visit('exchange');

  // Counted when the list has long followed the last admission.
  const exhibits = await countExhibits(run);
  await lockAndUnlock(run);
  await openFinding(run, FINDING);
  await expectStatus(run, 'established');
  await until(
    async () => (await countExhibits(run)) === exhibits,
    async () => `after unlocking there are ${await countExhibits(run)} exhibits instead of ${exhibits}`,
  );
  const custodyEvents = await checkChain(run);
  await visit('custody');
  return { exhibits, finding: FINDING, claim: CLAIM, quotes, vault, files, custodyEvents, admission };
}

async function countExhibits(run: RunningApp): Promise<number> {
  await goTo(run, 'Exhibits');
  const words = run.page.getByText(/^[\d,]+ exhibits?$/).first();
  await words.waitFor();
  return Number.parseInt((await words.innerText()).replaceAll(',', ''), 10);
}

/** Word seen → cited: search, open the hit, select, C. */
async function citeHit(run: RunningApp, quote: Quote): Promise<void> {
  await search(run, quote.search);
  await openHit(run, /^p\. /, quote.lit);
  await citeWords(run, quote.cite);
}

/** Draws a region, takes it back, does it again. */
async function markRegionTwice(run: RunningApp, exhibit: RegExp): Promise<void> {
  const { page } = run;
  await openExhibit(run, exhibit);
  const passages = page.getByRole('tab', { name: /^Passages \d/ });
  await expect(passages).toContainText('0');
  await drawRegion(page, { x: 0.3, y: 0.3 }, { x: 0.6, y: 0.5 });
  await page.getByRole('dialog', { name: 'Selected passage' }).waitFor();
  await page.keyboard.press('m');
  await expect(passages).toContainText('1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(passages).toContainText('0');
  await page.keyboard.press('Control+Shift+z');
  await expect(passages).toContainText('1');
}
