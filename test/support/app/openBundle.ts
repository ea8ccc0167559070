/** An exported bundle as a reviewer meets it: unpacked, its index opened from disk in a browser with no network. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { chromium, type Page } from 'playwright';

export interface OpenedBundle {
  page: Page;
  /** Everything that a reviewer should not see: console errors, and requests for anything but files of the bundle. */
  complaints: string[];
  close(): Promise<void>;
}

/** Answers the bag's own folder inside `folder`. */
export function unpackBundle(zip: string, folder: string): string {
  let bag = '';
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    bag = name.split('/')[0] ?? bag;
    if (name.endsWith('/')) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return join(folder, bag);
}

export async function openBundle(bag: string, program: string): Promise<OpenedBundle> {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: program,
    args: [
      ...(root ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  const ours = pathToFileURL(join(bag, 'data')).href;
  page.on('request', request => {
    if (!request.url().startsWith(ours) && !/^(?:blob:null\/|data:)/.test(request.url()))
      complaints.push(`request: ${request.url()}`);
  });
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', error => complaints.push(`error: ${error.message}`));
  await page.goto(pathToFileURL(join(bag, 'data', 'index.html')).href);
  return { page, complaints, close: () => browser.close() };
}

/** The words that lie under the light in the page that a citation opened. */
export async function litInViewer(page: Page): Promise<string> {
  await page.locator('.outcome.verbatim').waitFor();
  const mark = page.locator('mark');
  if (await mark.count()) return (await mark.allTextContents()).join(' ').replace(/\s+/g, ' ').trim();
  return page.evaluate(() => {
    const lit = [...document.querySelectorAll('.highlight')].map(element => element.getBoundingClientRect());
    const lines: string[] = [];
    for (const span of document.querySelectorAll('.textLayer > span, .textLayer .markedContent > span')) {
      const node = span.firstChild;
      if (!(node instanceof Text)) continue;
      let line = '';
      for (let at = 0; at < node.data.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        if (lit.some(rect => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom))
          line += node.data[at];
      }
      if (line !== '') lines.push(line);
    }
    return lines.join(' ').replace(/\s+/g, ' ').trim();
  });
}
