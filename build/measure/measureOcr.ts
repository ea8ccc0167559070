/**
 * How well and how fast the words of scans are recognised, beside the `tesseract` program on the very same pixels: each page
 * is drawn once, and both read the PNG, one after the other, on one core each.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openNodeExtractorHost } from '../../electron/extract/nodeHost.ts';
import type { ExtractorHost } from '../../electron/extract/extractorHost.ts';

interface Sample {
  path: string;
  /** As the engine and the program call them. */
  models: string[];
  truth: string;
}

interface Measured {
  name: string;
  models: string;
  ours: Reading;
  /** Null where the program is not installed. */
  program: Reading | null;
}

interface Reading {
  found: number;
  inOrder: number;
  seconds: number;
}

/** Pages of one text, in the public test files of OCRmyPDF. */
const PAGES_OF_LINN = ['linn.pdf', 'linn.png', 'skew.pdf', 'jbig2.pdf', 'ccitt.pdf'];
/** An A4 page at 300 dpi. */
const PAGE_PIXELS = 9_000_000;

export async function measureOcr(folder: string, dist: string, scratch: string): Promise<string> {
  const host = openNodeExtractorHost({ workerPath: join(dist, 'extract', 'worker.js'), size: 1 });
  try {
    const measured: Measured[] = [];
    for (const sample of samplesIn(folder)) measured.push(await measureSample(host, sample, scratch));
    if (measured.length === 0) throw new Error(`no page with its words was found in ${folder}`);
    return table(measured);
  } finally {
    await host.close();
  }
}

function samplesIn(folder: string): Sample[] {
  const samples: Sample[] = [];
  const linn = join(folder, 'ocrmypdf', 'linn.txt');
  if (existsSync(linn)) {
    const truth = readFileSync(linn, 'utf8');
    for (const name of PAGES_OF_LINN) samples.push({ path: join(folder, 'ocrmypdf', name), models: ['eng'], truth });
  }
  const lines = join(folder, 'rapidocr', 'ground_truth.tsv');
  if (existsSync(lines)) {
    for (const row of readFileSync(lines, 'utf8').split('\n').slice(1)) {
      const [name = '', language = '', truth = ''] = row.split('\t');
      const models = { sr: ['rus'], zh: ['chi_sim', 'eng'], en: ['eng'], ko: ['kor'], ja: ['jpn'] }[language];
      if (models && truth !== '') samples.push({ path: join(folder, 'rapidocr', name), models, truth });
    }
  }
  return samples.filter(({ path }) => existsSync(path));
}

async function measureSample(host: ExtractorHost, { path, models, truth }: Sample, scratch: string): Promise<Measured> {
  const drawn = await host.draw({ ...documentOf(path), pageIndex: 0, maxPixels: PAGE_PIXELS });
  if (!drawn.ok) throw new Error(`${path}: ${drawn.problem.detail}`);
  const png = join(scratch, `${basename(path)}.png`);
  writeFileSync(png, drawn.picture.png);
  return {
    name: basename(path),
    models: models.join('+'),
    ours: await readWithEngine(host, png, models, truth),
    program: readWithProgram(png, models, truth),
  };
}

async function readWithEngine(host: ExtractorHost, png: string, models: string[], truth: string): Promise<Reading> {
  let text = '';
  const read = () =>
    host.recognise({
      ...documentOf(png),
      pageIndexes: [0],
      models,
      limits: { noProgressMs: 300_000, firstProgressMs: 300_000 },
      onPages: pages => {
        text = pages.map(page => page.text).join('\n');
      },
    });
  // The first page of a process also loads the engine and its models; the program does so each time, in a tenth of a second.
  await read();
  const before = performance.now();
  const outcome = await read();
  if (!outcome.ok) throw new Error(`${png}: ${outcome.problem.detail}`);
  return { ...compare(text, truth), seconds: (performance.now() - before) / 1000 };
}

function readWithProgram(png: string, models: string[], truth: string): Reading | null {
  const before = performance.now();
  const { status, stdout, error } = spawnSync('tesseract', [png, '-', '-l', models.join('+'), '--dpi', '300'], {
    encoding: 'utf8',
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error || status !== 0) return null;
  return { ...compare(stdout, truth), seconds: (performance.now() - before) / 1000 };
}

function documentOf(path: string) {
  const bytes = new Uint8Array(readFileSync(path));
  return {
    fileName: basename(path),
    source: {
      sizeBytes: bytes.byteLength,
      read: (offset: number, length: number) => bytes.slice(offset, offset + length),
    },
  };
}

/** The share of the true words that were found at all, and that stand in their order (1 − word error rate). */
function compare(text: string, truth: string): Pick<Reading, 'found' | 'inOrder'> {
  const expected = wordsOf(truth);
  const got = wordsOf(text);
  const left = new Map<string, number>();
  for (const word of got) left.set(word, (left.get(word) ?? 0) + 1);
  let found = 0;
  for (const word of expected) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    found += 1;
  }
  const errors = editDistance(expected, got);
  return { found: found / expected.length, inOrder: Math.max(0, 1 - errors / expected.length) };
}

/** Words without the signs around them; each Han character is one. Words broken at a line end are put together for both. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/(\p{Ll})-\s*\n\s*(?=\p{Ll})/gu, '$1')
      .match(/\p{sc=Han}|[\p{L}\p{N}]+/gu) ?? []
  );
}

function editDistance(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, word] of one.entries()) {
    const next = [at + 1];
    for (const [column, against] of other.entries()) {
      const same = (row[column] ?? 0) + (word === against ? 0 : 1);
      next.push(Math.min(same, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

function table(measured: readonly Measured[]): string {
  const cells = (reading: Reading | null) =>
    reading ? [percent(reading.found), percent(reading.inOrder), `${reading.seconds.toFixed(2)} s`] : ['–', '–', '–'];
  const rows = [
    ['page', 'models', 'found', 'in order', 'time', 'program: found', 'in order', 'time'],
    ...measured.map(({ name, models, ours, program }) => [name, models, ...cells(ours), ...cells(program)]),
    ['mean', '', ...cells(mean(measured.map(({ ours }) => ours))), ...cells(mean(measured.map(one => one.program)))],
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => (row[column] ?? '').length))) ?? [];
  const lines = rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `Words of scans, against the tesseract program on the same pixels\n${lines.join('\n')}\n`;
}

function mean(readings: readonly (Reading | null)[]): Reading | null {
  const there = readings.filter(reading => reading !== null);
  if (there.length === 0) return null;
  const of = (pick: (reading: Reading) => number) => there.reduce((sum, one) => sum + pick(one), 0) / there.length;
  return { found: of(one => one.found), inOrder: of(one => one.inOrder), seconds: of(one => one.seconds) };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
