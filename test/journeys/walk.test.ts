/** The whole job in the built app: on the sample's documents, and on a folder of real PDFs. What left is opened by others. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyBag } from '../../electron/bag/index.ts';
import { launchApp, type RunningApp } from '../support/app/launchApp.ts';
import { litInViewer, openBundle, unpackBundle } from '../support/app/openBundle.ts';
import { pdfPlan } from '../support/app/pdfPlan.ts';
import { exhibitsIn, readDocxNotes } from '../support/app/reportFiles.ts';
import { samplePlan } from '../support/app/samplePlan.ts';
import { type Walked, type WalkPlan, walk } from '../support/app/walk.ts';

const browser = process.env['PROBATUM_CHROMIUM'] ?? process.env['PROBATUM_BROWSER'] ?? '/usr/bin/chromium';
const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

const evidence: { name: string; plan(folder: string): WalkPlan }[] = [
  { name: 'the sample’s documents', plan: folder => ({ ...samplePlan, more: note(folder) }) },
  {
    name: process.env['PROBATUM_REAL_PDFS'] ? 'real PDFs' : 'generated PDFs',
    plan: folder => pdfPlan(folder, process.env['PROBATUM_REAL_PDFS']),
  },
];

describe.each(evidence)('the walk on $name', ({ name, plan }) => {
  let folder: string;
  let run: RunningApp;
  let walked: Walked;
  let complaints: string[];
  let foreign: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'probatum-walk-'));
    const shots = process.env['PROBATUM_SHOTS'];
    run = await launchApp({ pictures: shots && join(shots, name.replace(/\W+/g, '-')) });
    let at = 0;
    try {
      walked = await walk(run, plan(folder), folder, step => run.picture(`${String(++at).padStart(2, '0')}-${step}`));
    } catch (error) {
      await run.picture('failed');
      throw error;
    } finally {
      complaints = [...run.heard];
      foreign = await run.foreignRequests();
      await run.close();
    }
  }, 150_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the window complains of nothing and asks nobody', () => {
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
    expect(walked.exhibits).toBeGreaterThan(1);
    expect(walked.custodyEvents).toBeGreaterThan(walked.exhibits * 2);
  });

  test('each footnote of the DOCX is called, and names an exhibit that the annex lists', () => {
    const { called, notes, listed } = readDocxNotes(walked.files.docx);
    expect(called.length).toBeGreaterThanOrEqual(2);
    expect(new Set(called)).toEqual(new Set(notes.keys()));
    for (const words of notes.values()) {
      expect(exhibitsIn(words)).toHaveLength(1);
      expect(listed).toContain(exhibitsIn(words)[0]);
    }
    for (const { cite } of walked.quotes) expect([...notes.values()].join('\n')).toContain(cite);
  });

  test('PDF, HTML and Markdown hold the same claim and quotes', () => {
    const pdf = readFileSync(walked.files.pdf);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    if (has('pdfinfo'))
      expect(execFileSync('pdfinfo', [walked.files.pdf], { encoding: 'utf8' })).toMatch(/^Tagged:\s+yes$/m);
    for (const file of [walked.files.html, walked.files.md]) {
      const text = readFileSync(file, 'utf8');
      expect(text).toContain(walked.claim);
      for (const { cite } of walked.quotes) expect(text).toContain(cite);
    }
    expect(readFileSync(walked.files.html, 'utf8')).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  test('the bundle is a valid bag, by our verifier and by sha256sum', async () => {
    expect(await verifyBag(walked.files.bundle)).toMatchObject({ ok: true, problems: [], warnings: [] });
    const bag = unpackBundle(walked.files.bundle, join(folder, 'checked'));
    if (has('sha256sum'))
      execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'manifest-sha256.txt'], { cwd: bag });
  });

  test.skipIf(!existsSync(browser))('in the bundle’s viewer each citation shows its words', async () => {
    const viewer = await openBundle(unpackBundle(walked.files.bundle, join(folder, 'read')), browser);
    try {
      const citations = viewer.page.locator('[data-citation]');
      await citations.first().waitFor();
      const opened = new Set<string>();
      for (let at = 0; at < (await citations.count()); at += 1) {
        const row = await citations.nth(at).innerText();
        const quote = walked.quotes.find(({ cite }) => row.replace(/\s+/g, ' ').includes(cite));
        if (!quote) throw new Error(`a citation of other words: ${row}`);
        await citations.nth(at).click();
        // What the citation before it lit stays until its own page is there.
        await expect.poll(() => litInViewer(viewer.page), { timeout: 15_000 }).toBe(quote.cite);
        opened.add(quote.cite);
      }
      expect(opened.size).toBe(2);
      expect(viewer.complaints).toEqual([]);
    } finally {
      await viewer.close();
    }
  });
});

function note(folder: string): string {
  const path = join(folder, 'note-of-a-call.txt');
  writeFileSync(path, 'EXERCISE. Note of a telephone call: the caller spoke of kerosene.\n');
  return path;
}
