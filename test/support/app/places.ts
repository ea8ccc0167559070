/** Each place of the sample case with something of it open: what is looked at, pictured and checked for accessibility. */
import { goTo } from './caseSteps.ts';
import { openExhibit } from './evidenceSteps.ts';
import { until } from './expect.ts';
import { openFinding } from './findingSteps.ts';
import { openEntity } from './castSteps.ts';
import type { RunningApp, Theme, WindowSize } from './launchApp.ts';
import { litWords, readerFrame } from './readerFrame.ts';
import { openHit, search } from './searchSteps.ts';

export const SAMPLE_FINDING = 'FABULA HERON handed gas oil to SAEBYOK MORU 5 at sea on 15 March 2026';

export const LOOKS: readonly { size: WindowSize; theme: Theme }[] = [
  { size: '1280x800', theme: 'light' },
  { size: '1280x800', theme: 'dark' },
  { size: '1920x1080', theme: 'light' },
  { size: '1920x1080', theme: 'dark' },
];

export interface View {
  name: string;
  show(run: RunningApp): Promise<void>;
}

export const views: readonly View[] = [
  { name: 'overview', show: run => goTo(run, 'Overview') },
  {
    name: 'exhibits',
    show: async run => {
      await goTo(run, 'Exhibits');
      // Back from an open page to the whole list.
      const reading = run.page.getByRole('region', { name: 'Reading', exact: true });
      if (await reading.isVisible()) await run.page.keyboard.press('Escape');
      await reading.waitFor({ state: 'hidden' });
      await run.page
        .getByRole('listbox', { name: 'Exhibits' })
        .getByRole('option', { name: /EX-0004/ })
        .click();
      await run.page.getByRole('region', { name: 'Provenance' }).waitFor();
    },
  },
  {
    name: 'search',
    show: async run => {
      await search(run, '헤론');
      await openHit(run, /^p\. 13/, '헤론');
    },
  },
  {
    name: 'entity',
    show: async run => {
      await openEntity(run, 'FABULA HERON');
      await run.page.getByRole('tab', { name: /^Stated/ }).click();
      await run.page.getByText('The check digit of a ship’s number holds.').waitFor();
    },
  },
  {
    name: 'entity-history',
    show: async run => {
      await openEntity(run, 'FABULA HERON');
      await run.page.getByRole('tab', { name: /^History/ }).click();
      await run.page.getByText('Identity over time').waitFor();
    },
  },
  {
    name: 'chart',
    show: async run => {
      await goTo(run, 'Chart');
      await run.page.getByRole('toolbar', { name: 'Chart' }).getByText('Canvas', { exact: true }).click();
      await run.page.getByRole('button', { name: 'All in sight' }).click();
    },
  },
  {
    name: 'timeline',
    show: async run => {
      await goTo(run, 'Timeline');
      await run.page.getByRole('toolbar', { name: 'Timeline' }).getByText('Drawing', { exact: true }).click();
      await run.page.getByRole('list', { name: 'Lanes' }).waitFor();
    },
  },
  {
    name: 'map',
    show: async run => {
      await goTo(run, 'Map');
      await run.page.getByRole('button', { name: 'Show all marks' }).click();
    },
  },
  {
    name: 'finding',
    show: async run => {
      await openFinding(run, SAMPLE_FINDING);
      await run.page.getByRole('article', { name: 'Claim 1' }).waitFor();
    },
  },
  {
    name: 'cited-page',
    show: async run => {
      await openFinding(run, SAMPLE_FINDING);
      await run.page
        .getByRole('button', { name: /^Read EX-\d+, p\. 1 in its page: .?At 02:14 UTC/ })
        .first()
        .click();
      await until(
        async () => (await litWords(run.page)).startsWith('At 02:14 UTC on 15 March 2026'),
        async () => `the citation opened at “${await litWords(run.page)}”`,
      );
    },
  },
  {
    name: 'requests',
    show: async run => {
      await goTo(run, 'Requests');
      await run.page.getByRole('listbox', { name: 'Requests' }).getByRole('option').first().click();
      await run.page.getByRole('heading', { name: /^Request to/ }).waitFor();
    },
  },
  {
    name: 'sources',
    show: async run => {
      await goTo(run, 'Sources');
      await run.page
        .getByRole('listbox', { name: 'Sources' })
        .getByRole('option', { name: /Halden/ })
        .click();
      await run.page.getByRole('heading', { name: /Halden/ }).waitFor();
    },
  },
  {
    name: 'reports',
    show: async run => {
      await goTo(run, 'Reports');
      await run.page
        .getByRole('article', { name: /^Preview of/ })
        .getByText('Annex A. Exhibits')
        .waitFor();
    },
  },
  {
    name: 'exchange',
    show: async run => {
      await goTo(run, 'Exchange');
      await run.page.getByRole('table', { name: 'Exhibits that go' }).waitFor();
    },
  },
  {
    name: 'custody',
    show: async run => {
      await goTo(run, 'Custody');
      await run.page
        .getByRole('listbox', { name: /^Custody events/ })
        .getByRole('option')
        .first()
        .click();
    },
  },
  {
    name: 'people',
    show: async run => {
      await goTo(run, 'People and keys');
      await run.page.getByText('No keys yet').waitFor();
    },
  },
  {
    name: 'picture',
    show: async run => {
      await openExhibit(run, /EX-0010/);
      const picture = (await readerFrame(run.page)).locator('img');
      await picture.waitFor();
      await picture.evaluate((element: HTMLImageElement) => element.decode());
    },
  },
];

/** Without what a view before it left open. */
export async function putAway(run: RunningApp): Promise<void> {
  const close = run.page.getByRole('button', { name: 'Close the cited page' });
  if (await close.isVisible()) await close.click();
}
