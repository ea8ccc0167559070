/**
 * The bench: each part in a process of its own, so that its peak memory is its own. `bench.mjs` bundles and starts this.
 *
 *   npm run bench                              the usual sizes: 3,000 PDF pages, search at 10,000 and 100,000, 10,000 exhibits
 *   npm run bench -- --folder DIR              admission of the PDFs below DIR instead of generated ones
 *   npm run bench -- --pages 1000000           search at this size instead
 *   npm run bench -- --exhibits 100000         a list of this length instead
 *   npm run bench -- --kinds DIR               reading by type, over the documents below DIR
 *   npm run bench -- --small 100000            so many small files imported
 *   npm run bench -- --entities 50000          a vault of so many entities
 *   npm run bench -- --age 1000                so many megabytes sealed and opened, beside the age program
 *   npm run bench -- --exchange 1000           so many megabytes exported as a bundle and verified
 *   npm run bench -- --viewer 1000             a bundle of so many exhibits of 20 pages, opened in Chromium
 *   npm run bench -- --only search             one of admission, search, list, kinds, small, entities, age, exchange, viewer
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { admissionBench } from './admissionBench.ts';
import { ageBench, openFile, sealFile } from './ageBench.ts';
import { passphrase } from './benchCore.ts';
import type { WindowFigures } from './chartInWindow.ts';
import { admissionRows, entityRows, kindRows, listRows, searchRows, smallFilesRows, windowRows } from './figures.ts';
import { entitiesBench, type EntityFigures } from './entitiesBench.ts';
import { type EntityFill, fillEntityVault } from './fillEntities.ts';
import { exchangeBench } from './exchangeBench.ts';
import { generatePdfs } from './generatePdfs.ts';
import { kindsBench, smallFilesBench } from './kindsBench.ts';
import { fillListVault, listBench, type ListFigures } from './listBench.ts';
import { describeMachine } from './machine.ts';
import { recollqTimes } from './recollPeer.ts';
import { requireProgram } from './runProgram.ts';
import { scratchFolder } from './scratchFolder.ts';
import { fillSearchVault, searchBench, type SearchFigures } from './searchBench.ts';
import type { Figure } from './table.ts';
import { printTable } from './table.ts';
import { type BundleFill, fillBundle } from './viewerBench.ts';
import type { ViewerFigures } from './viewerInBrowser.ts';
import { viewerRows } from './viewerRows.ts';

/** Recoll reads a file a page; beyond this it would measure the file system. */
const mostPagesForRecoll = 10_000;

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    pages: { type: 'string' },
    exhibits: { type: 'string', default: '10000' },
    files: { type: 'string', default: '60' },
    'pages-each': { type: 'string', default: '50' },
    kinds: { type: 'string' },
    small: { type: 'string', default: '3000' },
    entities: { type: 'string', default: '50000' },
    age: { type: 'string', default: '1000' },
    exchange: { type: 'string', default: '1000' },
    viewer: { type: 'string', default: '1000' },
    only: { type: 'string' },
    task: { type: 'string' },
    at: { type: 'string', default: '' },
    size: { type: 'string', default: '0' },
  },
});

const tasks = {
  fillSearchVault,
  searchBench,
  fillListVault,
  listBench,
  fillEntityVault,
  entitiesBench,
  sealFile,
  openFile,
  fillBundle,
} as const;
type TaskName = keyof typeof tasks;

/** Runs a task in a process of its own, which answers as JSON. */
async function inOwnProcess<Result>(task: TaskName, folder: string, size: number): Promise<Result> {
  const { stdout } = await requireProgram(process.execPath, [
    '--no-warnings',
    fileURLToPath(import.meta.url),
    '--task',
    task,
    '--at',
    folder,
    '--size',
    String(size),
  ]);
  return JSON.parse(stdout) as Result;
}

async function bench(): Promise<void> {
  const scratch = scratchFolder('probatum-bench-');
  console.log(`${describeMachine()}\n`);
  const wanted = (part: string) => values.only === undefined || values.only === part;
  const rows: Figure[] = [];
  if (wanted('admission')) rows.push(...(await admission(scratch)));
  const sizes = values.pages === undefined ? [10_000, 100_000] : values.pages.split(',').map(Number);
  if (wanted('search')) for (const pages of sizes) rows.push(...(await search(scratch, pages)));
  if (wanted('list')) rows.push(...(await list(scratch, Number(values.exhibits))));
  if (wanted('entities')) rows.push(...(await entities(scratch, Number(values.entities))));
  if (wanted('age')) {
    tell(`Sealing and opening ${values.age} MB …`);
    rows.push(...(await ageBench(scratch, Number(values.age) * 1e6, inOwnProcess)));
  }
  if (wanted('exchange')) {
    tell(`Exporting and verifying ${values.exchange} MB …`);
    rows.push(...(await exchangeBench(join(scratch, 'exchange'), Number(values.exchange) * 1e6)));
  }
  if (wanted('viewer')) rows.push(...(await viewer(scratch, Number(values.viewer))));
  if (wanted('small')) {
    tell(`Importing ${values.small} small files …`);
    rows.push(...smallFilesRows(await smallFilesBench(scratch, Number(values.small))));
  }
  if (values.kinds !== undefined && wanted('kinds')) {
    tell('Reading by type …');
    rows.push(...kindRows(await kindsBench(resolve(values.kinds))));
  }
  printTable(rows);
  console.log(
    '\nRatios above 1 are better than the peer. Admission, sealing and opening: median of three runs, taken in turns. CPU: all processes together.',
  );
}

async function admission(scratch: string): Promise<Figure[]> {
  const folder = values.folder === undefined ? join(scratch, 'pdfs') : resolve(values.folder);
  if (values.folder === undefined) {
    tell('Generating PDFs …');
    generatePdfs(folder, Number(values.files), Number(values['pages-each']));
  }
  tell('Admitting …');
  return admissionRows(await admissionBench(folder, scratch));
}

async function search(scratch: string, pages: number): Promise<Figure[]> {
  tell(`Filling a vault with ${pages} pages …`);
  const folder = join(scratch, 'search');
  mkdirSync(folder);
  const { fillSeconds, peakBytes } = await inOwnProcess<{ fillSeconds: number; peakBytes: number }>(
    'fillSearchVault',
    folder,
    pages,
  );
  tell('Searching …');
  const figures = await inOwnProcess<Omit<SearchFigures, 'fillSeconds' | 'fillPeakBytes'>>(
    'searchBench',
    folder,
    pages,
  );
  rmSync(folder, { recursive: true, force: true });
  const recollq = pages <= mostPagesForRecoll ? await recollqTimes(scratch, pages) : null;
  return searchRows({ ...figures, fillSeconds, fillPeakBytes: peakBytes }, recollq);
}

async function list(scratch: string, exhibits: number): Promise<Figure[]> {
  tell(`Filling a vault with ${exhibits} exhibits …`);
  const folder = join(scratch, 'list');
  mkdirSync(folder);
  await inOwnProcess('fillListVault', folder, exhibits);
  const figures = await inOwnProcess<ListFigures>('listBench', folder, exhibits);
  rmSync(folder, { recursive: true, force: true });
  return listRows(figures);
}

async function entities(scratch: string, count: number): Promise<Figure[]> {
  tell(`Filling a vault with ${count} entities …`);
  const folder = join(scratch, 'entities');
  mkdirSync(folder);
  const fill = await inOwnProcess<EntityFill>('fillEntityVault', folder, count);
  tell('Looking entities up …');
  const figures = await inOwnProcess<EntityFigures>('entitiesBench', folder, count);
  tell('Opening them in the window …');
  const inWindow = await windowFigures(folder);
  rmSync(folder, { recursive: true, force: true });
  return [...entityRows(count, fill, figures), ...windowRows(inWindow)];
}

/** In the real app, which comes from the tests' own steps: plain Node runs them as they are. A reason where there is no window. */
async function windowFigures(folder: string): Promise<WindowFigures | string> {
  const script = join(process.cwd(), 'build', 'bench', 'chartInWindow.ts');
  const { withDisplay } = (await import(
    pathToFileURL(join(process.cwd(), 'build', 'runtime', 'display.mjs')).href
  )) as {
    withDisplay(): Promise<{ env: Record<string, string>; stop(): Promise<void> }>;
  };
  try {
    const display = await withDisplay();
    try {
      const { stdout } = await requireProgram(
        process.execPath,
        ['--no-warnings', script, join(folder, 'vault.probatum'), passphrase, folder],
        { ...process.env, ...display.env },
      );
      const last = stdout.trim().split('\n').at(-1) ?? '';
      return JSON.parse(last) as WindowFigures;
    } finally {
      await display.stop();
    }
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? 'it did not open') : String(error);
  }
}

/** Plain Node runs the browser's side as it is. A reason where there is no browser. */
async function viewer(scratch: string, exhibits: number): Promise<Figure[]> {
  tell(`Exporting a bundle of ${exhibits} exhibits …`);
  const folder = join(scratch, 'viewer');
  mkdirSync(folder);
  const fill = await inOwnProcess<BundleFill>('fillBundle', folder, exhibits);
  tell('Opening it in Chromium …');
  const script = join(process.cwd(), 'build', 'bench', 'viewerInBrowser.ts');
  const opened = await requireProgram(process.execPath, [
    ...['--no-warnings', script, fill.page, fill.commonWord, fill.rareWord],
  ]).then(
    ({ stdout }) => JSON.parse(stdout) as ViewerFigures,
    (error: unknown) => (error instanceof Error ? (error.message.split('\n')[0] ?? 'it did not open') : String(error)),
  );
  rmSync(folder, { recursive: true, force: true });
  return viewerRows(fill, opened);
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

if (values.task === undefined) await bench();
else console.log(JSON.stringify(await tasks[values.task as TaskName](values.at, Number(values.size))));
