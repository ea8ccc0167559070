/**
 * A large chart and a long list in the real window: drawn, settled, panned, searched, scrolled. Started by the bench with the vault
 * that it filled; prints its figures as JSON. Wants a display.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { goTo } from '../../test/support/app/caseSteps.ts';
import { launchApp, type RunningApp } from '../../test/support/app/launchApp.ts';

const [, , vault = '', passphrase = '', folder = ''] = process.argv;

export interface WindowFigures {
  chart: { drawnMs: number; settledMs: number; panFrameMs: number[]; searchMs: number };
  list: { shownMs: number; scrollFrameMs: number[] };
}

const PAN_STEPS = 60;
const SETTLE_LIMIT_MS = 60_000;

/** From the list of cases that a vault opens with, or from another case. */
async function openCase({ page }: RunningApp, title: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Case' });
  const rows = page.getByRole('button', { name: new RegExp(title) });
  await navigation.or(rows).first().waitFor();
  if (await navigation.isVisible()) {
    await page.getByRole('button', { name: 'Switch case' }).click();
    await page.getByRole('menuitemradio', { name: new RegExp(title) }).click();
  } else await rows.first().click();
  await page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor();
}

/** Times between frames, in ms, while `act` goes on. */
async function frames({ page }: RunningApp, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    let last = performance.now();
    let on = true;
    const step = (now: number) => {
      times.push(now - last);
      last = now;
      if (on) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
    Object.assign(window, {
      stopFrames: () => {
        on = false;
        return times.slice(1);
      },
    });
  });
  await act();
  return page.evaluate(() => (window as unknown as { stopFrames(): number[] }).stopFrames());
}

async function measureChart(run: RunningApp): Promise<WindowFigures['chart']> {
  const { page } = run;
  const started = performance.now();
  await page
    .getByRole('navigation', { name: 'Case' })
    .getByRole('button', { name: /^Chart/ })
    .click();
  const canvas = page.locator('.chart-canvas[data-drawn]');
  await canvas.waitFor({ timeout: SETTLE_LIMIT_MS });
  const drawnMs = performance.now() - started;
  await page.waitForFunction(() => (document.querySelector('.chart-settling')?.textContent ?? '') === '', undefined, {
    timeout: SETTLE_LIMIT_MS,
  });
  const settledMs = performance.now() - started;
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the chart is not in view');
  const [x, y] = [box.x + 12, box.y + 12];
  const panFrameMs = await frames(run, async () => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= PAN_STEPS; step++) await page.mouse.move(x + step * 4, y + step * 2);
    await page.mouse.up();
  });
  const find = page.getByRole('combobox', { name: 'Find on the chart' });
  const searched = performance.now();
  await find.fill('ltd');
  await page.getByRole('option').first().waitFor();
  return { drawnMs, settledMs, panFrameMs, searchMs: performance.now() - searched };
}

async function measureList(run: RunningApp): Promise<WindowFigures['list']> {
  const { page } = run;
  const started = performance.now();
  await page
    .getByRole('navigation', { name: 'Case' })
    .getByRole('button', { name: /^Entities/ })
    .click();
  const list = page.getByRole('listbox', { name: 'Entities' });
  await list.getByRole('option').first().waitFor();
  const shownMs = performance.now() - started;
  await list.hover();
  const scrollFrameMs = await frames(run, async () => {
    for (let step = 0; step < PAN_STEPS; step++) await page.mouse.wheel(0, 900);
  });
  return { shownMs, scrollFrameMs };
}

const copy = join(folder, 'window.probatum');
copyFileSync(vault, copy);
const run = await launchApp();
try {
  const { page } = run;
  await run.willChoose({ open: [copy] });
  await page.getByRole('button', { name: 'Open an existing vault instead' }).click();
  await page.getByRole('button', { name: /Open another file/ }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await openCase(run, 'A generated chart');
  const chart = await measureChart(run);
  await goTo(run, 'Overview');
  await openCase(run, 'Generated pages');
  const list = await measureList(run);
  console.log(JSON.stringify({ chart, list } satisfies WindowFigures));
} finally {
  await run.close();
}
