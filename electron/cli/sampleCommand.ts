import type { Command } from 'commander';
import { finishJob, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { exitCodes } from './exitCodes.ts';
import { printLine } from './output.ts';

export function sampleCommand(program: Command): void {
  withPassphrase(
    program.command('sample <vault>').description('load the sample case (an exercise) into a vault'),
  ).action((path: string, options: VaultOptions) =>
    withVault(path, options, async core => {
      const state = await finishJob(core, (await core.dispatcher.run('sample.load', {})).jobId);
      if (state.state === 'succeeded') printLine('Loaded the sample case');
      else {
        process.stderr.write(`${state.state === 'failed' ? state.error.sentence : state.state}\n`);
        process.exitCode = exitCodes.failed;
      }
    }),
  );
}
