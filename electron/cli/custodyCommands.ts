/** `probatum custody export`: the log of a case for others, as CASE/UCO JSON-LD. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { tellWhatLeft } from './leavingFile.ts';
import { requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { type DryRunOptions, tellStays, withDryRun } from './preFlightLines.ts';
import { audienceOption, type SendingOptions, sendingOf } from './sendingOptions.ts';

interface ExportOptions extends VaultOptions, SendingOptions, DryRunOptions {
  case: string;
  format: 'case';
  out: string;
  json?: boolean;
}

export function custodyCommands(program: Command): void {
  const custody = program.command('custody').description('the custody log of a case');

  withDryRun(withPassphrase(custody.command('export <vault>').description('the log of a case as CASE/UCO JSON-LD')))
    .requiredOption('--case <reference>', 'the case')
    .addOption(new Option('--format <format>', 'of the file').choices(['case']).default('case'))
    .requiredOption('--out <file>', 'where it goes')
    .addOption(audienceOption())
    .option('--recipient <name>', 'for whom; stands in the custody log')
    .option('--reason <text>', 'why')
    .option('--json', 'digest and counts as JSON')
    .action((path: string, options: ExportOptions) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        if (options.dryRun) {
          const { audience } = sendingOf(options);
          const preFlight = await core.dispatcher.run('custody.preFlight', { caseId, audience });
          tellStays(preFlight, `${preFlight.events} events, ${preFlight.goes} exhibits`);
          return;
        }
        const job = await core.dispatcher.run('custody.export', {
          caseId,
          format: options.format,
          ...sendingOf(options),
          to: core.grants.grant(resolve(options.out)),
        });
        await tellWhatLeft<{ sha256: string; leftOut: string[]; events: number; exhibits: number }>(
          core,
          job,
          options,
          ({ events, exhibits }) => `${events} events, ${exhibits} exhibits`,
        );
      }),
    );
}
