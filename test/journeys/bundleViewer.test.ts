/** The viewer as a reviewer meets it: the exported index.html, opened from disk in a real browser. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyBag, writeBag } from '../../electron/bag/index.ts';
import { bundleEntries } from '../../shared/domain/bundle/bundleEntries.ts';
import { buildViewer } from '../support/buildViewer.ts';
import { CITATIONS, exerciseCase, exerciseParts, QUOTES } from '../support/exerciseBundle.ts';

const program = process.env['PROBATUM_CHROMIUM'] ?? '/usr/bin/chromium';
const hasBrowser = existsSync(program);
if (!hasBrowser)
  console.log(`Skipped: no Chromium at ${program}; set PROBATUM_CHROMIUM to try the bundle viewer in a browser.`);

describe.skipIf(!hasBrowser)('the bundle viewer, opened from disk', () => {
  let folder: string;
  let zip: string;
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];
  const complaints: string[] = [];
  const address = (hash = ''): string => pathToFileURL(join(folder, 'C-2026-003', 'data', 'index.html')).href + hash;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'probatum-viewer-'));
    zip = join(folder, 'bundle.zip');
    const built = await buildViewer(join(folder, 'built'));
    const entries = bundleEntries(exerciseCase, { ...exerciseParts, ...built });
    await writeBag({
      out: zip,
      name: 'C-2026-003',
      info: { 'Bag-Software-Agent': 'Probatum test', 'Bagging-Date': '2026-11-22' },
      entries,
    });
    for (const [name, bytes] of Object.entries(unzipSync(await readFile(zip)))) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
    browser = await chromium.launch({
      executablePath: program,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    requests.length = 0;
    complaints.length = 0;
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(15_000);
    page.on('request', request => requests.push(request.url()));
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', error => complaints.push(String(error)));
  });
  afterEach(() => page.close());

  test('a figure shows its picture and the same as a table; one that stays behind says why', async () => {
    await page.goto(address('#view=report'));
    const picture = page.getByRole('img', { name: /^A chart of two ships/ });
    await picture.waitFor();
    expect(await picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([
      900, 500,
    ]);
    await page.getByText('The same as a table').click();
    const table = page.getByRole('table', { name: 'Figure I as a table' });
    await table.getByRole('cell', { name: '하늘 7호' }).waitFor();
    await page.getByText('The picture is left out: it rests on EX-0002 (TLP:RED).').waitFor();
    expect(complaints).toEqual([]);
  });

  test('the bundle is a valid bag', async () => {
    expect(await verifyBag(zip)).toMatchObject({ ok: true, problems: [], warnings: [] });
  });

  test('a citation opens its page with the words lit, and nothing but files of the bundle is asked for', async () => {
    await page.goto(address());
    await page.locator(`[data-citation="${CITATIONS.registry}"]`).click();
    await page.locator('.outcome.verbatim').waitFor();
    expect(await wordsUnderLight(page)).toBe(QUOTES.registry);
    expect(await page.locator('.page-name').textContent()).toBe('p. A-3 (PDF 2) of 2');
    expect(await inkUnderLight(page)).toBeGreaterThan(50);
    expect(await page.locator('.exhibit-head').textContent()).toContain(exerciseCase.exhibits[0]?.documentSha256);
    await page.keyboard.press('j');
    await page.locator('.page-name', { hasText: 'p. xii (PDF 1) of 2' }).waitFor();
    await page.locator('.outcome.verbatim').waitFor();
    expect(await wordsUnderLight(page)).toBe(QUOTES.foreword);
    await page.goBack();
    await page.locator('.page-name', { hasText: 'A-3' }).waitFor();
    const bundle = pathToFileURL(join(folder, 'C-2026-003', 'data')).href;
    expect(requests.filter(url => !url.startsWith(bundle) && !url.startsWith('blob:null/'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('a Korean page in a font that is not embedded is read by the character maps of the bundle', async () => {
    await page.goto(address(`#citation=${CITATIONS.press}`));
    await page.locator('.outcome.verbatim').waitFor();
    expect(await wordsUnderLight(page)).toBe(QUOTES.press.replace(/\s+/g, ' '));
    expect(await page.locator('.passage-bar blockquote').getAttribute('lang')).toBe('ko');
    expect(requests.some(url => url.endsWith('UniKS-UCS2-H.bcmap.js'))).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('mail is shown as text, a picture as a picture with its region, a web page never as a web page', async () => {
    await page.goto(address(`#citation=${CITATIONS.mail}`));
    await page.locator('.outcome.verbatim').waitFor();
    expect(await page.locator('mark').textContent()).toBe(QUOTES.mail);
    await page.goto(address(`#citation=${CITATIONS.picture}`));
    await page.locator('.outcome.region').waitFor();
    const image = await page.locator('.picture img').boundingBox();
    const region = await page.locator('.picture .highlight').boundingBox();
    expect(Math.round(((region?.x ?? 0) - (image?.x ?? 0)) / ((image?.width ?? 1) / 100))).toBe(30);
    await page.goto(address('#view=exhibits&exhibit=EX-0005'));
    await page.locator('.text-page', { hasText: 'Berth list (exercise)' }).waitFor();
    expect(await page.title()).not.toBe('ran');
    expect(complaints).toEqual([]);
  });

  test('the bytes are checked in the browser, and altered ones are told', async () => {
    await page.goto(address('#exhibit=EX-0002'));
    await page.getByRole('button', { name: 'Check the bytes' }).click();
    await page.locator('.check.same').waitFor();
    const script = join(folder, 'C-2026-003/data/viewer/exhibits/EX-0003-000.js');
    const whole = await readFile(script, 'utf8');
    await writeFile(
      script,
      whole.replace(/"(.)([^"]*)"\);/, (_, first: string, rest: string) => `"${first === 'R' ? 'S' : 'R'}${rest}");`),
    );
    await page.goto(address('#exhibit=EX-0003'));
    await page.getByRole('button', { name: 'Check the bytes' }).click();
    await page.locator('.check.differs').waitFor();
    await writeFile(script, whole);
  });

  test('what is missing from the folder is named', async () => {
    await page.goto(address('#citation=cit-unknown'));
    await page.getByRole('alert').filter({ hasText: 'cit-unknown' }).waitFor();
    const script = join(folder, 'C-2026-003/data/viewer/text/EX-0005.js');
    const whole = await readFile(script);
    await rm(script);
    await page.goto(address('#exhibit=EX-0005'));
    await page.getByRole('alert').filter({ hasText: 'data/viewer/text/EX-0005.js' }).waitFor();
    await writeFile(script, whole);
  });

  test.each(['light', 'dark'] as const)('every place is accessible in the %s theme', async theme => {
    await page.emulateMedia({ colorScheme: theme });
    const axe = await readFile(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');
    const found: string[] = [];
    for (const view of ['findings', 'report', 'exhibits', 'chronology', 'custody', 'verify']) {
      await page.goto('about:blank');
      await page.goto(address(`#view=${view}&citation=${CITATIONS.registry}`));
      await page.locator('.outcome.verbatim').waitFor();
      await page.evaluate(axe);
      const violations = await page.evaluate(
        // The contrast of text that is transparent by design, over the drawing that shows it, cannot be told.
        "axe.run({ exclude: ['.textLayer'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
      );
      found.push(...(violations as string[]).map(violation => `${view}: ${violation}`));
      await keepPicture(page, `${view}-${theme}`);
    }
    expect(found).toEqual([]);
  });

  test('the same case makes the same bundle', async () => {
    const again = join(folder, 'again.zip');
    const built = {
      script: await readFile(join(folder, 'built/viewer.js')),
      style: await readFile(join(folder, 'built/viewer.css')),
    };
    const entries = bundleEntries(exerciseCase, { ...exerciseParts, viewer: built, pdfAssets: () => [] });
    await writeBag({ out: again, name: 'C-2026-003', info: {}, entries });
    const first = await readFile(again);
    const entriesAgain = bundleEntries(structuredClone(exerciseCase), {
      ...exerciseParts,
      viewer: built,
      pdfAssets: () => [],
    });
    await writeBag({ out: again, name: 'C-2026-003', info: {}, entries: entriesAgain });
    expect((await readFile(again)).equals(first)).toBe(true);
    expect((await readdir(folder)).some(name => name.endsWith('.partial'))).toBe(false);
  });
});

/** The text of the page that lies under the lit rectangles, as far as each character's own middle is lit. */
async function wordsUnderLight(page: Page): Promise<string> {
  return page.evaluate(() => {
    const lit = [...document.querySelectorAll('.highlight')].map(element => element.getBoundingClientRect());
    const lines: string[] = [];
    for (const span of document.querySelectorAll('.textLayer > span')) {
      const node = span.firstChild;
      if (!node) continue;
      let line = '';
      for (let at = 0; at < (node.textContent ?? '').length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        if (lit.some(rect => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom))
          line += node.textContent?.[at] ?? '';
      }
      if (line !== '') lines.push(line);
    }
    return lines.join(' ').replace(/\s+/g, ' ').trim();
  });
}

/** Dark pixels of the drawing under the first lit rectangle: the words are not only in the invisible text. */
async function inkUnderLight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.page canvas');
    const rect = document.querySelector('.highlight')?.getBoundingClientRect();
    if (!canvas || !rect) return 0;
    const place = canvas.getBoundingClientRect();
    const scale = canvas.width / place.width;
    const box = [
      (rect.left - place.left) * scale,
      (rect.top - place.top) * scale,
      rect.width * scale,
      rect.height * scale,
    ] as const;
    const pixels = canvas.getContext('2d')?.getImageData(...box).data ?? new Uint8ClampedArray();
    let dark = 0;
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 100) dark += 1;
    return dark;
  });
}

/** Kept only where somebody asks for pictures to look at. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const place = process.env['PROBATUM_SCREENSHOTS'];
  if (place) await page.screenshot({ path: join(place, `bundleViewer-${name}.png`) });
}
