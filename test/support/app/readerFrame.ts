/** The reader's frame as a person meets it: where words lie on the page, which are lit, selecting them with the mouse. */
import type { Frame, Page } from 'playwright';

/** The layers that hold the words of a page: pdf.js's or recognised ones over the drawing, ours in the view of plain text. */
const LAYERS = '.page:not(.recognised) > .textLayer, .words-layer, .text-page .words';

export interface Span {
  start: { x: number; y: number };
  end: { x: number; y: number };
}

/** The frame that is in view, once it has a page. */
export async function readerFrame(page: Page): Promise<Frame> {
  const element = await page
    .getByRole('region', { name: /^Reader: / })
    .locator('iframe')
    .elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('the reader has no frame');
  return frame;
}

/** Waits until a passage or a hit is lit, and answers the words that lie under the light, line by line joined by blanks. */
export async function litWords(page: Page): Promise<string> {
  const frame = await readerFrame(page);
  await frame.waitForFunction(
    () => document.querySelector('.marks .target') !== null || (CSS.highlights.get('target')?.size ?? 0) > 0,
  );
  return frame.evaluate(layers => {
    // In the view of text the words themselves are lit; over a drawing, rectangles that must lie where the words are.
    const ranges = [...(CSS.highlights.get('target') ?? [])].map(String);
    if (ranges.length > 0) return ranges.join(' ').replace(/\s+/g, ' ').trim();
    const lit = [...document.querySelectorAll('.marks .target')].map(element => element.getBoundingClientRect());
    const lines: string[] = [];
    for (const layer of document.querySelectorAll(layers)) {
      const texts = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const node = texts.currentNode as Text;
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
    }
    return lines.join(' ').replace(/\s+/g, ' ').trim();
  }, LAYERS);
}

/** Whether what is lit can be seen: inside the frame's own window, not scrolled away. */
export async function litIsInView(page: Page): Promise<boolean> {
  const frame = await readerFrame(page);
  return frame.evaluate(() => {
    const range = [...(CSS.highlights.get('target') ?? [])][0];
    const rect =
      range instanceof Range
        ? range.getBoundingClientRect()
        : document.querySelector('.marks .target')?.getBoundingClientRect();
    return rect !== undefined && rect.top >= 0 && rect.bottom <= innerHeight && rect.width > 0;
  });
}

/** Selects words in the page with a drag of the mouse over them, as a reader does; they must be in the page in view. */
export async function selectWords(page: Page, words: string): Promise<string> {
  const frame = await readerFrame(page);
  await frame
    .locator(LAYERS)
    .getByText(words.split(' ')[0] ?? words, { exact: false })
    .first()
    .waitFor({ state: 'attached' });
  const span = await spanOf(frame, words);
  const box = await frame.frameElement().then(element => element.boundingBox());
  if (!box) throw new Error('the reader is not in view');
  await page.mouse.move(box.x + span.start.x, box.y + span.start.y);
  await page.mouse.down();
  await page.mouse.move(box.x + span.start.x + 12, box.y + span.start.y, { steps: 3 });
  await page.mouse.move(box.x + span.end.x, box.y + span.end.y, { steps: 8 });
  await page.mouse.up();
  return frame.evaluate(() => String(getSelection()).replace(/\s+/g, ' ').trim());
}

/** Draws a region over the page with Alt held, in fractions of the picture. */
export async function drawRegion(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  const frame = await readerFrame(page);
  const paper = await frame.locator('img, .page canvas').first().boundingBox();
  if (!paper) throw new Error('no page is in view');
  const at = (place: { x: number; y: number }) =>
    [paper.x + paper.width * place.x, paper.y + paper.height * place.y] as const;
  await page.keyboard.down('Alt');
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up('Alt');
}

/** A run of words of the page in view that stands in one line, to search and cite: for documents that nobody has read. */
export async function someWords(page: Page, count = 4): Promise<string | null> {
  const frame = await readerFrame(page);
  await frame.locator(LAYERS).first().waitFor({ state: 'attached' });
  return frame.evaluate(
    ({ layers, wanted }) => {
      for (const layer of document.querySelectorAll(layers)) {
        for (const element of layer.querySelectorAll('span')) {
          if (element.children.length > 0) continue;
          const words = (element.textContent ?? '').split(' ').filter(word => /^[A-Za-z]{3,}$/.test(word));
          const run = words.slice(0, wanted).join(' ');
          if (words.length >= wanted && (element.textContent ?? '').includes(run)) return run;
        }
      }
      return null;
    },
    { layers: LAYERS, wanted: count },
  );
}

async function spanOf(frame: Frame, words: string): Promise<Span> {
  const find = (): Promise<Span | null> =>
    frame.evaluate(
      ({ layers, sought }) => {
        for (const layer of document.querySelectorAll(layers)) {
          const nodes: { from: number; node: Text }[] = [];
          let text = '';
          const texts = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const node = texts.currentNode as Text;
            nodes.push({ from: text.length, node });
            text += node.data;
          }
          const at = text.indexOf(sought);
          if (at === -1) continue;
          const place = (offset: number) => {
            const found = nodes.filter(({ from }) => from <= offset).at(-1);
            if (!found) throw new Error('no text');
            return [found.node, offset - found.from] as const;
          };
          const range = document.createRange();
          range.setStart(...place(at));
          const [last, offset] = place(at + sought.length - 1);
          range.setEnd(last, offset + 1);
          const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
          const [first, end] = [rects[0], rects.at(-1)];
          if (!first || !end) continue;
          if (first.top < 0 || end.bottom > innerHeight) {
            range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
            return null;
          }
          return {
            start: { x: first.left + 0.5, y: (first.top + first.bottom) / 2 },
            end: { x: end.right - 0.2, y: (end.top + end.bottom) / 2 },
          };
        }
        throw new Error(`the page in view does not hold “${sought}”`);
      },
      { layers: LAYERS, sought: words },
    );
  const found = (await find()) ?? (await find());
  if (!found) throw new Error(`“${words}” cannot be brought into view`);
  return found;
}
