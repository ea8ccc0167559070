/** `probatum stix export|import`: a case as a STIX 2.1 bundle, and bundles of others as entities and ties. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ImportReport } from '../../shared/contract/interchange.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { requireEntityNamed } from './entitiesOfVault.ts';
import { admitOne, printReport } from './entityFileCommands.ts';
import { exitCodes } from './exitCodes.ts';
import { tellWhatLeft } from './leavingFile.ts';
import { finishJob, requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson } from './output.ts';
import { type DryRunOptions, tellStays, withDryRun } from './preFlightLines.ts';
import { audienceOption, type SendingOptions, sendingOf } from './sendingOptions.ts';

interface ExportOptions extends VaultOptions, SendingOptions, DryRunOptions {
  case: string;
  out: string;
  entity?: string[];
  findings: boolean;
  json?: boolean;
}

export function stixCommands(program: Command): void {
  const stix = program.command('stix').description('threat intelligence as STIX 2.1');

  withDryRun(withPassphrase(stix.command('export <vault>').description('a case as a STIX 2.1 bundle')))
    .requiredOption('--case <reference>', 'the case')
    .requiredOption('--out <file>', 'where it goes')
    .option('--entity <names...>', 'these only, with what ties them to each other; ids or names')
    .option('--no-findings', 'leave out the findings, which go as reports')
    .addOption(audienceOption())
    .option('--recipient <name>', 'for whom; stands in the custody log')
    .option('--reason <text>', 'why')
    .option('--json', 'digest and counts as JSON')
    .action((path: string, options: ExportOptions) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const named = options.entity;
        const { recipient, reason, audience } = sendingOf(options);
        const selection = {
          caseId,
          entityIds: named ? await Promise.all(named.map(one => requireEntityNamed(core, one))) : null,
          withFindings: options.findings,
          audience,
        };
        if (options.dryRun) {
          const preFlight = await core.dispatcher.run('stix.preFlight', selection);
          const { entityCount, findingCount, strictestMark } = preFlight;
          tellStays(preFlight, `${entityCount} entities, ${findingCount} findings, to be handled as ${strictestMark}`);
          return;
        }
        const to = core.grants.grant(resolve(options.out));
        const job = await core.dispatcher.run('stix.export', { ...selection, recipient, reason, to });
        await tellWhatLeft<{ sha256: string; leftOut: string[]; entities: number; findings: number }>(
          core,
          job,
          options,
          ({ entities, findings }) => `${entities} entities, ${findings} findings`,
        );
      }),
    );

  withPassphrase(
    stix
      .command('import <vault> <file>')
      .description('take a STIX bundle in; the file is admitted as an exhibit first'),
  )
    .requiredOption('--case <reference>', 'the case')
    .option('--json', 'the report as JSON')
    .action((path: string, file: string, options: VaultOptions & { case: string; json?: boolean }) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const exhibitId = await admitOne(core, caseId, file);
        const { format } = await core.dispatcher.run('interchange.preview', { exhibitId });
        if (format !== 'stix')
          throw new ProbatumError('file-unreadable', { path: file, problem: 'it is no STIX bundle' });
        const { jobId } = await core.dispatcher.run('interchange.import', { caseId, exhibitId });
        const state = await finishJob(core, jobId);
        if (state.state !== 'succeeded') {
          process.stderr.write(`${state.state === 'failed' ? state.error.sentence : 'It was stopped.'}\n`);
          process.exitCode = exitCodes.failed;
          return;
        }
        const { importId } = state.result as Pick<ImportReport, 'importId'>;
        const imports = await core.dispatcher.run('interchange.imports', { caseId });
        const report = imports.find(({ id }) => id === importId)?.report;
        if (!report) throw new Error('an import ended without its report');
        if (options.json) printJson(report);
        else printReport(report);
        if (report.problems.length > 0) process.exitCode = exitCodes.someRefused;
      }),
    );
}
