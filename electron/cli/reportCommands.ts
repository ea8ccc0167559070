import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ReportFormat } from '../../shared/contract/report.ts';
import { tellFailure } from './leavingFile.ts';
import { finishJob, requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printLine } from './output.ts';
import { type DryRunOptions, tellPreFlight, withDryRun } from './preFlightLines.ts';
import { type ChoiceOptions, choiceOf, sendingOf, withChoice } from './sendingOptions.ts';

interface CompileOptions extends VaultOptions, ChoiceOptions, DryRunOptions {
  format: string;
  out: string;
  title: string;
}

export function reportCommands(program: Command): void {
  const report = program.command('report').description('compile reports');
  withDryRun(
    withChoice(withPassphrase(report.command('compile <vault>').description('the findings of a case as a report'))),
  )
    .requiredOption('--case <reference>', 'the case')
    .requiredOption('--format <format>', ReportFormat.options.join(', '))
    .requiredOption('--out <file>', 'where it goes')
    .option('--title <title>', 'its title', '')
    .option('--recipient <name>', 'for whom; stands on record', '')
    .option('--reason <text>', 'why', '')
    .action((path: string, options: CompileOptions) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const selection = { caseId, ...(await choiceOf(core, caseId, options)) };
        if (!(await tellPreFlight(core, 'report.preFlight', selection, options))) return;
        const { jobId } = await core.dispatcher.run('report.compile', {
          ...selection,
          ...sendingOf(options),
          title: options.title,
          format: options.format as ReportFormat,
          to: core.grants.grant(resolve(options.out)),
        });
        const state = await finishJob(core, jobId);
        if (state.state === 'succeeded') printLine(`Compiled ${options.out}`);
        else tellFailure(state);
      }),
    );
}
