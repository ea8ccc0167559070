/** Opens the core on a vault for one command, and closes both whatever happens. */
import { fileURLToPath } from 'node:url';
import { basename, dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { AdmissionRow } from '../../shared/contract/exhibit.ts';
import type { CaseRecord } from '../../shared/domain/caseRecord.ts';
import { type JobState, isOver } from '../../shared/kernel/job.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import type { JobId } from '../../shared/kernel/ids.ts';
import { type Core, startCore } from '../core.ts';
import { openNodeExtractorHost } from '../extract/nodeHost.ts';
import { findCaseByReference } from '../services/case/index.ts';
import { readPassphrase } from './passphrase.ts';
import { printPdfWithApp } from './printPdf.ts';
import { showProgress } from './progress.ts';

const extractorSize = 2;

const above = dirname(dirname(fileURLToPath(import.meta.url)));

/** `dist/`: the command line lies in `dist/cli/`; run from its source, beside `electron/`. */
export const assets = basename(above) === 'electron' ? join(dirname(above), 'dist') : above;

export interface VaultOptions {
  passphraseFile?: string;
}

export function withPassphrase(command: Command): Command {
  return command.option(
    '--passphrase-file <file>',
    'read the passphrase from this file’s first line instead of asking',
  );
}

export function makeCore(onAdmission?: (row: AdmissionRow) => void): Core {
  return startCore({
    holder: 'the command line',
    profileFolder: null,
    onEvent: showProgress,
    tools: {
      extractor: openNodeExtractorHost({ workerPath: join(assets, 'extract', 'worker.js'), size: extractorSize }),
      extractorSize,
      printPdf: printPdfWithApp(assets),
      assets,
      onAdmission,
    },
  });
}

export async function withVault<Result>(
  path: string,
  options: VaultOptions,
  steps: (core: Core) => Promise<Result>,
  onAdmission?: (row: AdmissionRow) => void,
): Promise<Result> {
  const passphrase = await readPassphrase(options.passphraseFile);
  const core = makeCore(onAdmission);
  const stop = () => void core.close().then(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await core.dispatcher.run('vault.open', { at: core.grants.grant(path), passphrase });
    return await steps(core);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await core.close();
  }
}

/** @throws not-found */
export function requireCaseByReference(core: Core, reference: string): CaseRecord {
  const found = findCaseByReference(core.session.connection.readable, reference);
  if (!found) throw new ProbatumError('not-found', { what: 'case', id: reference });
  return found;
}

/** Waits for a job; a failed one is told and ends the command. */
export async function finishJob(core: Core, jobId: JobId): Promise<JobState> {
  const state = await core.jobs.finished(jobId);
  if (!isOver(state.state)) throw new Error('the job has not ended');
  return state;
}
