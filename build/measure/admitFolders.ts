/** Has the command line import the folders into a new vault, as a person would, and opens the core on what came of it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AdmissionRow } from '../../shared/contract/exhibit.ts';
import type { Core } from '../../electron/core.ts';
import type { Exhibit } from '../../shared/domain/exhibit.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { exhibitsOfCase } from '../../electron/services/exhibit/index.ts';
import { distFolder, openBenchVault, passphrase, startBenchCore } from '../bench/benchCore.ts';
import { requireProgram, runProgram } from '../bench/runProgram.ts';

export interface Admitted {
  core: Core;
  caseId: CaseId;
  rows: AdmissionRow[];
  seconds: number;
  /** Files that opened once their password was given. */
  openedByPassword: number;
}

export async function admitFolders(
  folders: readonly string[],
  scratch: string,
  passwords: ReadonlyMap<string, string>,
): Promise<Admitted> {
  const vault = join(scratch, 'vault.probatum');
  const passphraseFile = join(scratch, 'passphrase');
  writeFileSync(passphraseFile, passphrase, { mode: 0o600 });
  const command = (...args: string[]) => [
    join(distFolder(), 'cli', 'probatum.js'),
    ...args,
    '--passphrase-file',
    passphraseFile,
  ];
  await requireProgram(process.execPath, command('vault', 'create', vault, '--person', 'Measure'));
  await requireProgram(process.execPath, command('case', 'create', vault, '--ref', 'C-MEASURE', '--title', 'Measure'));
  const imported = await runProgram(
    process.execPath,
    command('import', vault, '--case', 'C-MEASURE', '--json', ...folders),
  );
  if (imported.code !== 0 && imported.code !== 3)
    throw new Error(`probatum import ended with ${imported.code}: ${imported.stderr.trim().slice(-400)}`);
  const rows = imported.stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => AdmissionRow.parse(JSON.parse(line)));
  const core = startBenchCore();
  const caseId = await openBenchVault(core, vault);
  const openedByPassword = await openProtected(core, caseId, rows, passwords);
  return { core, caseId, rows, seconds: imported.seconds, openedByPassword };
}

async function openProtected(
  core: Core,
  caseId: CaseId,
  rows: readonly AdmissionRow[],
  passwords: ReadonlyMap<string, string>,
): Promise<number> {
  let opened = 0;
  for (const { exhibitId, reading, path } of rows) {
    const password = passwords.get(path);
    if (exhibitId === null || reading !== 'password-needed' || password === undefined) continue;
    const { jobId } = await core.dispatcher.run('exhibit.extract', { caseId, exhibitIds: [exhibitId], password });
    await core.jobs.finished(jobId as never);
    if ((await core.dispatcher.run('exhibit.get', { exhibitId })).reading !== 'password-needed') opened += 1;
  }
  return opened;
}

/** Attachments included. */
export function allExhibits(core: Core, caseId: CaseId): Exhibit[] {
  const all: Exhibit[] = [];
  for (;;) {
    const batch = exhibitsOfCase(core.session.connection.readable, caseId, all.at(-1)?.number ?? 0);
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}

/** Its pages in their order. */
export async function pageTexts(core: Core, exhibit: Exhibit): Promise<string[]> {
  const texts: string[] = [];
  while (texts.length < exhibit.pageCount) {
    const pages = await core.dispatcher.run('exhibit.pages', { exhibitId: exhibit.id, from: texts.length, count: 100 });
    if (pages.length === 0) break;
    texts.push(...pages.map(page => page.text));
  }
  return texts;
}
