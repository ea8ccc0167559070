/** The viewer as a reviewer meets it: the exported index.html, opened from disk in a real browser. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyBag, writeBag } from '../../electron/bag/index.ts';
import { bundleEntries } from '../../shared/domain/bundle/bundleEntries.ts';
import { VIEWS } from '../../renderer/bundleViewer/route.ts';
import { buildViewer } from '../support/buildViewer.ts';
import { CITATIONS, exerciseCase, exerciseParts, QUOTES } from '../support/exerciseBundle.ts';
import { SCAN_QUOTE, STATEMENT_CITATIONS } from '../support/exerciseEntities.ts';
import { SHEET_CITATION, unpackExercise, wordsUnderLight } from '../support/exerciseViewer.ts';

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
    ({ zip } = await unpackExercise(folder, await buildViewer(join(folder, 'built'))));
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
    expect(await page.evaluate(wordsUnderLight)).toBe(QUOTES.registry);
    expect(await page.locator('.page-name').textContent()).toBe('p. A-3 (PDF 2) of 2');
    expect(await inkUnderLight(page)).toBeGreaterThan(50);
    expect(await page.locator('.exhibit-head').textContent()).toContain(exerciseCase.exhibits[0]?.documentSha256);
    await page.keyboard.press('j');
    await page.locator('.page-name', { hasText: 'p. xii (PDF 1) of 2' }).waitFor();
    await page.locator('.outcome.verbatim').waitFor();
    expect(await page.evaluate(wordsUnderLight)).toBe(QUOTES.foreword);
    await page.goBack();
    await page.locator('.page-name', { hasText: 'A-3' }).waitFor();
    const bundle = pathToFileURL(join(folder, 'C-2026-003', 'data')).href;
    expect(requests.filter(url => !url.startsWith(bundle) && !url.startsWith('blob:null/'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('a Korean page in a font that is not embedded is read by the character maps of the bundle', async () => {
    await page.goto(address(`#citation=${CITATIONS.press}`));
    await page.locator('.outcome.verbatim').waitFor();
    expect(await page.evaluate(wordsUnderLight)).toBe(QUOTES.press.replace(/\s+/g, ' '));
    expect(await page.locator('.passage-bar blockquote').getAttribute('lang')).toBe('ko');
    expect(requests.some(url => url.endsWith('UniKS-UCS2-H.bcmap.js'))).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('a citation lands on its words in mail, in a scan by the boxes of its words, and in the cells of a sheet', async () => {
    await page.goto(address(`#citation=${CITATIONS.mail}`));
    await page.locator('.outcome.verbatim').waitFor();
    expect(await page.locator('mark').allTextContents()).toEqual([QUOTES.mail]);
    expect(await page.locator('.message-head div').allTextContents()).toEqual([
      'From: office@fuel.example',
      'Subject: Your letter',
    ]);
    await page.getByRole('button', { name: 'EX-0004 Satellite picture, stand-in' }).click();
    await page.locator('.picture img').waitFor();

    await page.goto(address(`#view=entities&item=${TRANSFER}&citation=${STATEMENT_CITATIONS.arrival}`));
    await page.locator('.outcome.recognised').waitFor();
    expect(await page.locator('.passage-bar blockquote').textContent()).toBe(SCAN_QUOTE);
    // One box for each of the six words, which stand apart in the exercise's scan.
    expect(await page.locator('.picture .highlight').count()).toBe(6);
    const [image, first] = await boxes(page, '.picture img', '.picture .highlight');
    expect(Math.round((first.x - image.x) / (image.width / 100))).toBe(10);

    await page.goto(address(`#citation=${SHEET_CITATION}`));
    await page.locator('.outcome.verbatim').waitFor();
    expect(await page.locator('.cell-lit').allTextContents()).toEqual(['A. Example', 'Master']);
    expect(await page.locator('.page-name').textContent()).toBe('Crew list!A2:B2');
    expect(complaints).toEqual([]);
  });

  test('search finds pages, findings, names and Korean passages, and opens them at the words', async () => {
    await page.goto(address());
    await page.locator('[data-citation]').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('haneul');
    await page.keyboard.press('Enter');
    const found = page.getByRole('region', { name: 'Search', exact: true });
    await found.getByRole('heading', { name: /^EX-0006 Port log/ }).waitFor();
    for (const kind of ['Findings', 'Claims', 'Who and what'])
      await found.getByRole('heading', { name: new RegExp(`^${kind}`) }).waitFor();
    expect(await found.locator('.found-sentence mark').first().textContent()).toBe('Haneul');
    await page.locator('.list').focus();
    await page.keyboard.press('n');
    await page.locator('.outcome.recognised').waitFor();
    expect(await page.locator('.exhibit-head').textContent()).toContain('EX-0006');
    expect(await page.locator('.picture .highlight').count()).toBe(1);

    await page.goto(address(`#view=search&query=${encodeURIComponent('"dry dock"')}`));
    // The page itself, not the passage cited from it, which is shown before the page's own words are read.
    const ofPage = page.locator('.found-page');
    await found.locator('.found-row', { has: ofPage, hasText: 'dry dock all week' }).click();
    await page.locator('.outcome.found').waitFor();
    expect(await page.locator('.text-page mark').allTextContents()).toEqual(['dry dock']);

    await page.goto(address(`#view=search&query=${encodeURIComponent('남포')}`));
    await found.locator('.found-row', { hasNot: ofPage, hasText: '선박 간 환적을' }).first().click();
    await page.locator('.outcome.verbatim').waitFor();
    expect(await page.evaluate(wordsUnderLight)).toBe(QUOTES.press.replace(/\s+/g, ' '));

    await page.goto(address('#view=search&query=submarine'));
    await found.getByText('Nothing in this bundle has “submarine”.').waitFor();
    expect(complaints).toEqual([]);
  });

  test('from a node of the chart to a tie, its citation and the words; the table says the same', async () => {
    await page.goto(address('#view=chart'));
    const chart = page.getByRole('application', { name: /^Chart/ });
    await chart.locator('[data-node]').nth(1).click();
    await page.getByRole('article', { name: 'Haneul 7' }).waitFor();
    await page.getByRole('link', { name: '1 citation' }).first().click();
    await page.locator(`[data-citation="${STATEMENT_CITATIONS.owner}"]`).click();
    await page.locator('.outcome.verbatim').waitFor();
    expect(await page.evaluate(wordsUnderLight)).toBe('Registered owner: Paper Lantern Shipping Ltd');
    await page.goto(address('#view=chart'));
    await page.getByRole('button', { name: 'Table' }).click();
    const rows = page.getByRole('table', { name: 'The chart as a table' }).locator('tbody tr');
    expect(await rows.first().locator('td').allTextContents()).toEqual([
      'Paper Lantern Shipping Ltd',
      'owns',
      'Haneul 7',
      'from 2024, no end stated',
      '◐ probable',
      '1',
    ]);
    expect(complaints).toEqual([]);
  });

  test('the keyboard alone goes from the chart to the words, and back', async () => {
    await page.goto(address('#view=chart'));
    await page.getByRole('application', { name: /^Chart/ }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.chart-node.chosen').waitFor();
    const before = await page.locator('.chart-node.chosen').getAttribute('data-node');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      given => document.querySelector('.chart-node.chosen')?.getAttribute('data-node') !== given,
      before,
    );
    for (let steps = 0; steps < 40; steps += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.hasAttribute('data-citation') ?? false)) break;
    }
    await page.keyboard.press('Enter');
    await page.locator('.reader .highlight, .reader .highlight-text').first().waitFor();
    await page.keyboard.press('F6');
    await page.waitForFunction(() => document.activeElement?.closest('.reader') !== null);
    await page.keyboard.press('Escape');
    await page.locator('.reader').waitFor({ state: 'detached' });
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  test('places are on the map and in its table; dates on the timeline lead to what they rest on', async () => {
    await page.goto(address('#view=map'));
    await page.locator('.map-mark').first().waitFor();
    expect(await landInView(page)).toBeGreaterThan(1000);
    await page.getByRole('button', { name: 'Table' }).click();
    await page
      .getByRole('table', { name: 'Places' })
      .first()
      .getByRole('button', { name: 'Transfer off Nampo' })
      .click();
    await page.getByRole('article', { name: 'Transfer off Nampo' }).waitFor();
    await page.goto(address('#view=timeline'));
    await page.getByRole('button', { name: 'Citation a of Transfer off Nampo' }).click();
    await page.locator('.outcome.recognised').waitFor();
    expect(complaints).toEqual([]);
  });

  test('a finding prints with its citations and their words whole, and without the tools', async () => {
    await page.goto(address(`#citation=${CITATIONS.registry}`));
    await page.locator('.outcome.verbatim').waitFor();
    await page.emulateMedia({ media: 'print' });
    const quote = page.locator(`[data-citation="${CITATIONS.press}"] .citation-quote`);
    expect(await quote.isVisible()).toBe(true);
    expect(await quote.evaluate(element => getComputedStyle(element).webkitLineClamp)).toBe('none');
    for (const hidden of ['.places', '.reader', '.splitter', '.comment-button'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  });

  test('on paper the drawings fit the sheet, whatever was in view, with their tables beneath', async () => {
    const PAPER_PX = 660;
    const begin = () => page.evaluate(() => void window.dispatchEvent(new Event('beforeprint')));
    await page.goto(address('#view=timeline'));
    const timeline = page.getByRole('application', { name: /^Timeline/ });
    await timeline.press('+');
    await timeline.press('+');
    await begin();
    expect(await timeline.getAttribute('width')).toBe(String(PAPER_PX));
    await page.locator('.timeline-canvas text', { hasText: 'Transfer off Nampo' }).first().waitFor();
    await page.goto(address('#view=map'));
    const map = page.getByRole('application', { name: /^Map/ });
    await page.locator('.map-mark').first().waitFor();
    for (let step = 0; step < 12; step += 1) await map.press('ArrowRight');
    await begin();
    const lefts = await page
      .locator('.map-mark')
      .evaluateAll(marks => marks.map(mark => Number.parseFloat((mark as HTMLElement).style.left)));
    expect(lefts.filter(left => left < 0 || left > PAPER_PX)).toEqual([]);
    await page.getByRole('table', { name: 'Places' }).first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('a title of any length leaves the page as wide as the window', async () => {
    await page.goto(address('#view=exhibits'));
    await page.locator('table.exhibits').waitFor();
    await page.locator('.case-head h1').evaluate(element => {
      element.textContent = 'General Trading Corporation '.repeat(20);
    });
    const box = await page.getByRole('button', { name: 'Keys' }).boundingBox();
    expect((box?.x ?? Number.POSITIVE_INFINITY) + (box?.width ?? 0)).toBeLessThanOrEqual(1280);
    expect(await page.locator('.list').evaluate(element => element.getBoundingClientRect().right)).toBeLessThanOrEqual(
      1280,
    );
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
    const script = join(folder, 'C-2026-003/data/viewer/text/EX-0005-000.js');
    const whole = await readFile(script);
    await rm(script);
    await page.goto(address('#exhibit=EX-0005'));
    await page.getByRole('alert').filter({ hasText: 'data/viewer/text/EX-0005-000.js' }).waitFor();
    await writeFile(script, whole);
  });

  test.each(['light', 'dark'] as const)('every place is accessible in the %s theme', async theme => {
    await page.emulateMedia({ colorScheme: theme });
    const axe = await readFile(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');
    const found: string[] = [];
    for (const view of VIEWS) {
      await page.goto('about:blank');
      const item = ['entities', 'chart', 'map', 'timeline'].includes(view) ? `&item=${TRANSFER}` : '';
      await page.goto(
        address(`#view=${view}&query=${view === 'search' ? 'haneul' : ''}${item}&citation=${CITATIONS.registry}`),
      );
      await page.locator('.outcome.verbatim').waitFor();
      if (item !== '') await page.getByRole('article', { name: 'Transfer off Nampo' }).waitFor();
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

  test('each custody log is shown under its team’s name, the own one first, checked, searched, with its receipts', async () => {
    await page.goto(address('#view=custody'));
    const [own, theirs] = [/^The log of Example Institute/, /^The log of 연합팀 \(exercise\) \(QRTBA\)/];
    await page.getByRole('table', { name: 'Custody log' }).waitFor();
    const names = await page.locator('.log-row').allInnerTexts();
    expect(names.map((name, at) => [own, theirs][at]?.test(name))).toEqual([true, true]);
    const card = page.getByRole('region', { name: theirs });
    await card.getByRole('button', { name: 'Check it in this browser' }).click();
    await card.getByRole('status').getByText('Each of the 3 events here has the hash').waitFor();
    const ofOwn = page.getByRole('region', { name: own });
    await ofOwn.getByText('1 receipt of its head · 1 time stamp').click();
    await ofOwn.getByText('Event 1205 of the log here names this hash as the one before it.').waitFor();
    await ofOwn.getByText('Check it with tools of your own').click();
    await ofOwn.getByText(/ssh-keygen -Y verify -f allowed_signers -I ACNBP/).waitFor();
    await page.getByRole('searchbox', { name: 'Filter events' }).fill('남포');
    await page.getByText(/QRTBA.*: 1 of 3 events/).waitFor();
    expect(await page.locator('.custody-log tbody tr:not(.log-row)').count()).toBe(1);
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

const TRANSFER = 'ent-01900000-0000-7000-8000-000000000005';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

async function boxes(page: Page, ...selectors: [string, string]): Promise<[Box, Box]> {
  const found = await Promise.all(selectors.map(selector => page.locator(selector).first().boundingBox()));
  const [one, other] = found;
  if (!one || !other) throw new Error(`not on the page: ${selectors.join(' or ')}`);
  return [one, other];
}

/** Pixels of the map that have the colour of land. */
async function landInView(page: Page): Promise<number> {
  await page.waitForFunction(() => document.querySelector('.map-canvas canvas')?.clientWidth);
  return page
    .waitForFunction(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.map-canvas canvas');
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let land = 0;
      for (let at = 0; at < pixels.length; at += 4) if (pixels[at] === 0xf7 && pixels[at + 1] === 0xf5) land += 1;
      return land > 1000 ? land : false;
    })
    .then(handle => handle.jsonValue())
    .then(Number);
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
