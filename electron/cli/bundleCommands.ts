import { resolve } from 'node:path';
import type { Command } from 'commander';
import { tellFailure } from './leavingFile.ts';
import { finishJob, requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printLine } from './output.ts';
import { type DryRunOptions, tellPreFlight, withDryRun } from './preFlightLines.ts';
import { type ChoiceOptions, choiceOf, withChoice } from './sendingOptions.ts';
import { verifyCommand } from './verifyCommand.ts';

interface ExportOptions extends VaultOptions, ChoiceOptions, DryRunOptions {
  out: string;
  recipient: string;
  reason: string;
}

export function bundleCommands(program: Command): void {
  const bundle = program.command('bundle').description('export case bundles and verify them');

  withDryRun(
    withChoice(
      withPassphrase(bundle.command('export <vault>').description('a case as a bundle that any reviewer can open')),
    ),
  )
    .requiredOption('--case <reference>', 'the case')
    .requiredOption('--out <file>', 'where it goes')
    .requiredOption('--recipient <name>', 'for whom; stands in the custody log')
    .option('--reason <text>', 'why', '')
    .action((path: string, options: ExportOptions) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const selection = { caseId, ...(await choiceOf(core, caseId, options)) };
        if (!(await tellPreFlight(core, 'bundle.preFlight', selection, options))) return;
        const { jobId } = await core.dispatcher.run('bundle.export', {
          ...selection,
          recipient: options.recipient,
          reason: options.reason,
          to: core.grants.grant(resolve(options.out)),
        });
        const state = await finishJob(core, jobId);
        if (state.state === 'succeeded') printLine(`Exported ${options.out}`);
        else tellFailure(state);
      }),
    );

  verifyCommand(bundle);
}
