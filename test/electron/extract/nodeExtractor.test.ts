// The real worker in a real child process, as the command line starts it.
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openNodeExtractorHost } from '../../../electron/extract/nodeHost.ts';
import { assetsFolder } from '../../support/assets.ts';
import { bytesOf, extractWith, textOf } from './support/extractHere.ts';
import { makeDocx, paragraph } from './support/makeDocx.ts';
import { makePdf } from './support/makePdf.ts';

const host = openNodeExtractorHost({ workerPath: join(assetsFolder(), 'extract', 'worker.js'), size: 2 });
afterAll(() => host.close());

test('reads documents of several kinds at the same time', async () => {
  const [pdf, docx, mail, broken] = await Promise.all([
    extractWith(host, makePdf([{ lines: ['In the child'] }]), 'a.pdf'),
    extractWith(host, makeDocx(paragraph('In the child too')), 'b.docx'),
    extractWith(host, bytesOf('From: a@example.org\nTo: b@example.org\nSubject: x\n\nAnd this'), 'c.eml'),
    extractWith(host, bytesOf('%PDF-1.4 broken'), 'd.pdf'),
  ]);
  expect([pdf, docx, mail].map(({ pages }) => textOf(pages).split('\n').at(-1))).toEqual([
    'In the child',
    'In the child too',
    'And this',
  ]);
  expect(broken.outcome).toMatchObject({ ok: false, problem: { code: 'unreadable' } });
});

test('hands 100 MB of text over with flat memory in the host', async () => {
  const sizeBytes = 100 * 1024 * 1024;
  const line = bytesOf(`${'A line of an exercise. '.repeat(4)}\n`);
  let chars = 0;
  let peak = 0;
  const before = process.memoryUsage.rss();
  const outcome = await host.extract({
    fileName: 'long.txt',
    source: {
      sizeBytes,
      read: (offset, length) => Uint8Array.from({ length }, (_, at) => line[(offset + at) % line.length] ?? 0),
    },
    onPages(pages) {
      for (const page of pages) chars += page.text.length;
      peak = Math.max(peak, process.memoryUsage.rss());
    },
    onPart() {},
  });
  expect(outcome).toMatchObject({ ok: true });
  expect(chars).toBe(sizeBytes);
  expect(peak - before).toBeLessThan(250 * 1024 * 1024);
});

test('what is above the size limit is told its type and not read', async () => {
  const pdf = makePdf([{ lines: ['x'] }]);
  const { outcome } = await extractWith(host, pdf, 'a.pdf', { limits: { maxParseBytes: 100 } });
  expect(outcome).toMatchObject({
    ok: false,
    problem: { code: 'too-large' },
    detected: { mediaType: 'application/pdf' },
  });
});
