// Recognising in the real worker in a real child process, with its disk, network and code generation sealed.
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openNodeExtractorHost } from '../../../electron/extract/nodeHost.ts';
import type { ExtractedPage } from '../../../shared/domain/extraction.ts';
import { assetsFolder } from '../../support/assets.ts';
import { sourceOf } from './support/extractHere.ts';
import { makePdf } from './support/makePdf.ts';

const host = openNodeExtractorHost({ workerPath: join(assetsFolder(), 'extract', 'worker.js'), size: 1 });
afterAll(() => host.close());

const STRIP = '/CropBox [0 662 595 782]';
const pdf = makePdf(
  ['The vessel left Nampo', 'It returned in ballast', 'Nobody saw it'].map(line => ({ lines: [line], entries: STRIP })),
);

async function recognise(more: { models?: string[]; pageIndexes?: number[]; signal?: AbortSignal } = {}) {
  const pages: ExtractedPage[] = [];
  const outcome = await host.recognise({
    source: sourceOf(pdf),
    fileName: 'scan.pdf',
    models: ['eng'],
    pageIndexes: [0],
    onPages: batch => {
      pages.push(...batch);
    },
    ...more,
  });
  return { outcome, texts: pages.map(({ text }) => text) };
}

test('pages are recognised one after the other, document after document, in one process', async () => {
  expect(await recognise({ pageIndexes: [0, 1] })).toEqual({
    outcome: { ok: true },
    texts: ['The vessel left Nampo', 'It returned in ballast'],
  });
  expect(await recognise({ models: ['kor', 'eng'] })).toEqual({
    outcome: { ok: true },
    texts: ['The vessel left Nampo'],
  });
  expect(await recognise()).toEqual({ outcome: { ok: true }, texts: ['The vessel left Nampo'] });
});

test('a cancelled recognition ends its process at once, and the next one gets another', async () => {
  const cancelled = new AbortController();
  const ending = recognise({ pageIndexes: [0, 1, 2], signal: cancelled.signal });
  setTimeout(() => cancelled.abort('enough'), 50);
  await expect(ending).rejects.toBe('enough');
  expect((await recognise()).texts).toEqual(['The vessel left Nampo']);
});
