/** `probatum import` end to end beside poppler's pdftotext and Recoll's indexer, over the same PDFs. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { distFolder, passphrase } from './benchCore.ts';
import { isInstalled, type Measured, requireProgram, runProgram } from './runProgram.ts';
import { median } from './statistics.ts';

export interface Run {
  seconds: number;
  cpuSeconds: number | null;
}

export interface AdmissionFigures {
  files: number;
  pages: number;
  refused: number;
  ours: Run;
  peakBytes: number | null;
  /** Null where the program is not installed. */
  pdftotext: Run | null;
  pdftotextAllCores: Run | null;
  recollindex: Run | null;
}

const repeats = 3;

export async function admissionBench(pdfs: string, scratch: string): Promise<AdmissionFigures> {
  const files = readdirSync(pdfs, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.pdf$/i.test(name))
    .map(name => join(pdfs, name))
    .sort();
  // Taken in turns, so that a busy minute of the machine falls on all of them.
  const runs: Record<'ours' | 'pdftotext' | 'allCores' | 'recollindex', Measured[]> = {
    ours: [],
    pdftotext: [],
    allCores: [],
    recollindex: [],
  };
  let counted = { pages: 0, refused: 0 };
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const admitted = await importFolder(pdfs, scratch);
    runs.ours.push(admitted.measured);
    counted = admitted;
    if (isInstalled('pdftotext')) {
      runs.pdftotext.push(
        await runProgram('sh', [
          '-c',
          'for each in "$@"; do pdftotext "$each" /dev/null 2>/dev/null; done',
          'sh',
          ...files,
        ]),
      );
      runs.allCores.push(await inAllCores(files, join(scratch, 'files')));
    }
    if (isInstalled('recollindex')) runs.recollindex.push(await recollOnce(pdfs, scratch));
  }
  return {
    files: files.length,
    ...counted,
    ours: medianOf(runs.ours) ?? { seconds: 0, cpuSeconds: null },
    peakBytes: median(runs.ours.map(run => run.peakBytes ?? 0)) || null,
    pdftotext: medianOf(runs.pdftotext),
    pdftotextAllCores: medianOf(runs.allCores),
    recollindex: medianOf(runs.recollindex),
  };
}

function medianOf(runs: readonly Measured[]): Run | null {
  if (runs.length === 0) return null;
  const cpu = runs.flatMap(run => (run.cpuSeconds === null ? [] : [run.cpuSeconds]));
  return { seconds: median(runs.map(run => run.seconds)), cpuSeconds: cpu.length === 0 ? null : median(cpu) };
}

/** Has the command line import a folder into a new vault, and measures that alone. */
export async function importFolder(
  given: string,
  scratch: string,
): Promise<{ measured: Measured; pages: number; refused: number }> {
  const folder = join(scratch, 'vault');
  mkdirSync(folder);
  const vault = join(folder, 'vault.probatum');
  const passphraseFile = join(folder, 'passphrase');
  writeFileSync(passphraseFile, passphrase, { mode: 0o600 });
  const command = (...args: string[]) => [
    join(distFolder(), 'cli', 'probatum.js'),
    ...args,
    '--passphrase-file',
    passphraseFile,
  ];
  await requireProgram(process.execPath, command('vault', 'create', vault, '--person', 'Bench'));
  await requireProgram(process.execPath, command('case', 'create', vault, '--ref', 'C-BENCH', '--title', 'Bench'));
  const measured = await runProgram(process.execPath, command('import', vault, '--case', 'C-BENCH', '--json', given));
  if (measured.code !== 0 && measured.code !== 3)
    throw new Error(`probatum import ended with ${measured.code}: ${measured.stderr.slice(-400)}`);
  const list = await requireProgram(process.execPath, command('exhibit', 'list', vault, '--case', 'C-BENCH', '--json'));
  const pages = list.stdout
    .trim()
    .split('\n')
    .reduce((sum, line) => sum + Number((JSON.parse(line) as { pageCount: number }).pageCount), 0);
  const refused = measured.stdout.split('\n').filter(line => line.includes('"outcome":"refused"')).length;
  rmSync(folder, { recursive: true, force: true });
  return { measured, pages, refused };
}

/** One pdftotext a core, each taking the next file: what anybody would write in a shell. */
function inAllCores(files: readonly string[], list: string): Promise<Measured> {
  writeFileSync(list, files.join('\0'));
  return runProgram('sh', [
    '-c',
    `xargs -0 -n 1 -P ${availableParallelism()} sh -c 'pdftotext "$0" /dev/null 2>/dev/null || true' < "$0"`,
    list,
  ]);
}

/** With a configuration of its own, which names this folder alone; it uses all cores by itself. */
async function recollOnce(pdfs: string, scratch: string): Promise<Measured> {
  const confdir = join(scratch, 'recoll');
  mkdirSync(confdir);
  writeFileSync(join(confdir, 'recoll.conf'), `topdirs = ${pdfs}\nnoaspell = 1\nprocesswebqueue = 0\nloglevel = 1\n`);
  const measured = await requireProgram('recollindex', ['-c', confdir, '-z']);
  rmSync(confdir, { recursive: true, force: true });
  return measured;
}
