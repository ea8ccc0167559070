/**
 * A large bundle as a reviewer meets it: opened from disk in Chromium, a citation followed to its words, the list scrolled, all of it
 * searched. Started by the bench with the page, a common word and a rare one; prints its figures as JSON.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright';

const [, , file = '', commonWord = '', rareWord = ''] = process.argv;

export interface ViewerFigures {
  /** From asking for the page to the first finding being there. */
  firstFindingMs: number;
  /** From a press on a citation to its words being lit on their page. */
  toCitationMs: number[];
  exhibitsMs: number;
  scrollFrameMs: number[];
  rareWordMs: number;
  commonWordMs: number;
  /** The pages that the index names are looked at one by one: until the first are told, and until all are. */
  phraseFirstMs: number;
  phraseWholeMs: number;
  /** Of the page's process, at its peak, and once what it no longer needs is gone; null where only Linux would tell. */
  peakBytes: number | null;
  heldBytes: number | null;
}

const CITATIONS = 12;
const SCROLL_STEPS = 60;
const program = process.env.PROBATUM_CHROMIUM ?? '/usr/bin/chromium';
const address = (hash: string): string => pathToFileURL(file).href + hash;

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

/** Citations from all over the case, each at once as it would be from an address that somebody sent. */
async function followCitations(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let step = 0; step < CITATIONS; step += 1) {
    const rows = page.locator('[data-citation]');
    const at = Math.floor(((await rows.count()) * step) / CITATIONS);
    const row = rows.nth(at);
    await row.scrollIntoViewIfNeeded();
    const name = await row.getAttribute('data-citation');
    times.push(
      await timed(async () => {
        await row.click();
        await page.locator(`[data-citation="${name}"][aria-current="true"]`).waitFor();
        await page.locator('.outcome.verbatim, .outcome.alike').waitFor();
        await page.locator('.page .highlight').first().waitFor();
      }),
    );
  }
  return times;
}

/** Times between frames, in ms, while the list of exhibits is scrolled. */
async function scrollExhibits(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    let last = performance.now();
    const step = (now: number) => {
      times.push(now - last);
      last = now;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
    Object.assign(window, { frameTimes: times });
  });
  await page.locator('.list').hover();
  for (let step = 0; step < SCROLL_STEPS; step += 1) await page.mouse.wheel(0, 900);
  const times = await page.evaluate(() => (window as unknown as { frameTimes: number[] }).frameTimes);
  return times.slice(1);
}

async function search(page: Page, words: string, until: () => Promise<unknown>): Promise<number> {
  const box = page.getByRole('searchbox', { name: 'Search in this bundle' });
  await box.fill(words);
  return timed(async () => {
    await box.press('Enter');
    await until();
  });
}

/** Of the largest of the renderers: the others wait for pages that nobody opens. */
async function memoryOf(page: Page, field: 'VmHWM' | 'VmRSS'): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const inPage = await page.context().newCDPSession(page);
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[];
  };
  if (field === 'VmRSS') await inPage.send('HeapProfiler.collectGarbage');
  try {
    const kilobytes = processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => readFileSync(`/proc/${id}/status`, 'utf8'))
      .map(status => Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]));
    return Math.max(...kilobytes) * 1024;
  } catch {
    return null;
  }
}

const browser = await chromium.launch({
  executablePath: program,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(60_000);
  const firstFindingMs = await timed(async () => {
    await page.goto(address(''));
    await page.locator('[data-citation]').first().waitFor();
  });
  await page.waitForTimeout(1500);
  const toCitationMs = await followCitations(page);
  const exhibitsMs = await timed(async () => {
    await page.getByRole('link', { name: 'Exhibits' }).click();
    await page.locator('table.exhibits tbody .row-link').first().waitFor();
  });
  const scrollFrameMs = await scrollExhibits(page);
  const lead = page.locator('.list-lead');
  const rareWordMs = await search(page, rareWord, () => lead.filter({ hasText: `“${rareWord}”` }).waitFor());
  const told = (words: string) => lead.filter({ hasText: `“${words}”: ` });
  const commonWordMs = await search(page, commonWord, () => told(commonWord).waitFor());
  const phrase = `"${commonWord} ${commonWord}" OR "${commonWord} ${rareWord}"`;
  const phraseFirstMs = await search(page, phrase, () => told(phrase).waitFor());
  const phraseWholeMs = phraseFirstMs + (await timed(() => lead.filter({ hasNotText: 'so far' }).waitFor()));
  const peakBytes = await memoryOf(page, 'VmHWM');
  const heldBytes = await memoryOf(page, 'VmRSS');
  console.log(
    JSON.stringify({
      ...{ firstFindingMs, toCitationMs, exhibitsMs, scrollFrameMs, rareWordMs, commonWordMs },
      ...{ phraseFirstMs, phraseWholeMs, peakBytes, heldBytes },
    } satisfies ViewerFigures),
  );
} finally {
  await browser.close();
}
