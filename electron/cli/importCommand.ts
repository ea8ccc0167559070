import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { AdmissionRow } from '../../shared/contract/exhibit.ts';
import { exhibitNumber } from '../../shared/domain/exhibit.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import type { JobId } from '../../shared/kernel/ids.ts';
import type { Core } from '../core.ts';
import { exitCodes } from './exitCodes.ts';
import { finishJob, requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine } from './output.ts';
import { modelsHelp, recognise, requireModels } from './recogniseCommand.ts';

interface ImportOptions extends VaultOptions {
  case: string;
  json?: boolean;
  resume?: boolean;
  ocr?: string;
}

export function importCommand(program: Command): void {
  withPassphrase(
    program.command('import <vault> [paths...]').description('admit files and folders as exhibits of a case'),
  )
    .requiredOption('--case <reference>', 'the case')
    .option('--json', 'a JSON line for each file')
    .option('--resume', 'go on with the admission of this case that was interrupted last')
    .option('--ocr <models>', `recognise pages without text afterwards, with these languages: ${modelsHelp}`)
    .action((path: string, given: string[], options: ImportOptions) =>
      withVault(
        path,
        options,
        async core => {
          const models = options.ocr === undefined ? null : requireModels(options.ocr);
          const { id: caseId } = requireCaseByReference(core, options.case);
          const jobId = options.resume
            ? await resumeLast(core)
            : (
                await core.dispatcher.run('exhibit.admit', {
                  caseId,
                  from: given.map(one => core.grants.grant(resolve(one))),
                })
              ).jobId;
          const state = await finishJob(core, jobId);
          const { admitted, linked, refused } = await core.dispatcher.run('exhibit.admissions', { jobId, limit: 1 });
          process.stderr.write(`${admitted} admitted, ${linked} linked to exhibits already here, ${refused} refused\n`);
          if (state.state === 'failed') {
            process.stderr.write(`${state.error.sentence}\nGo on with: probatum import --resume\n`);
            process.exitCode = exitCodes.failed;
          } else if (refused > 0) process.exitCode = exitCodes.someRefused;
          if (models && state.state === 'succeeded') {
            const json = options.json ?? false;
            await recognise(core, caseId, { exhibitIds: 'needed', models, pages: 'needed', json });
          }
        },
        row => (options.json ? printJson(row) : printLine(describe(row))),
      ),
    );
}

async function resumeLast(core: Core): Promise<JobId> {
  const jobs = await core.dispatcher.run('job.list', {});
  const last = jobs.find(
    job => job.kind === 'exhibit.admit' && ['interrupted', 'cancelled', 'failed'].includes(job.status.state),
  );
  if (!last) throw new ProbatumError('job-not-resumable', { state: 'not there' });
  await core.dispatcher.run('job.resume', { jobId: last.id });
  return last.id;
}

function describe({ path, outcome, number, reading, sentence }: AdmissionRow): string {
  if (outcome === 'refused') return `refused   ${path}: ${sentence}`;
  const name = number === null ? '' : exhibitNumber(number);
  if (outcome === 'linked') return `linked    ${name}  ${path}`;
  return `admitted  ${name}  ${path}${reading === 'read' ? '' : `  [${reading}${sentence ? `: ${sentence}` : ''}]`}`;
}
