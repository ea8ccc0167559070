/** The same review in Firefox, from disk: a remark is kept over a reload, and saved as a file that reads. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleEntries } from '../../shared/domain/bundle/bundleEntries.ts';
import { readReview } from '../../shared/domain/review.ts';
import { buildViewer } from '../support/buildViewer.ts';
import { exerciseCase, exerciseParts } from '../support/exerciseBundle.ts';
import { type FirefoxPage, openFirefox } from '../support/firefox.ts';

const program = process.env['PROBATUM_FIREFOX'] ?? '/usr/bin/firefox';
const WORDS = '이 인용문은 그렇게 말하지 않는다.';

describe.skipIf(!existsSync(program))('the review in Firefox', () => {
  let folder: string;
  let page: FirefoxPage;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'probatum-review-'));
    const built = await buildViewer(join(folder, 'built'));
    for await (const { path, bytes } of bundleEntries(exerciseCase, { ...exerciseParts, ...built })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    page = await openFirefox(program);
    await page.goto(pathToFileURL(join(folder, 'data', 'index.html')).href);
    await page.until(`document.querySelector('[data-review-target^="citation"]')`);
  });
  afterAll(async () => {
    await page?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('a remark is made, kept by the browser, and saved', async () => {
    await page.click('[data-review-target^="citation"]');
    await page.until(`document.activeElement?.matches('.remark-panel input')`);
    await page.fill('.remark-panel input', 'R. Reviewer');
    await page.click('.remark-panel button[type="submit"]');
    await page.until(`document.activeElement?.matches('.remark-panel textarea')`);
    await page.fill('.remark-panel textarea', WORDS);
    await page.click('.remark-panel button[type="submit"]');
    await page.until(`document.querySelector('.remark-panel .remark-text')?.textContent === ${JSON.stringify(WORDS)}`);
    await page.goto(`${pathToFileURL(join(folder, 'data', 'index.html')).href}?again#view=review`);
    await page.until(`document.querySelector('.remark-list .remark-text')?.textContent === ${JSON.stringify(WORDS)}`);
    expect(await page.evaluate(`document.querySelector('.review-files').textContent`)).toContain(
      'Remarks are kept in this browser until you take them away.',
    );
    await page.click('.review-files button.main');
    await page.until(`/Saved as review-/.test(document.querySelector('.review-files').textContent)`);
    const saved = await firstFile(page.downloads);
    const reading = readReview(await readFile(saved, 'utf8'));
    if (reading.kind !== 'review') throw new Error(reading.kind);
    expect(reading.review.remarks.map(({ text, author }) => [text, author.name])).toEqual([[WORDS, 'R. Reviewer']]);
    expect(page.complaints).toEqual([]);
  });
});

async function firstFile(folder: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [name] = existsSync(folder) ? (await readdir(folder)).filter(one => one.endsWith('.json')) : [];
    if (name) return join(folder, name);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('nothing was saved');
}
