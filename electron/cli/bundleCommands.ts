import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type BagVerdict, SIGNATURE_COMMAND, verifyBag } from '../bag/index.ts';
import { exitCodes } from './exitCodes.ts';
import { finishJob, requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine } from './output.ts';
import { type ChoiceOptions, choiceOf, withChoice } from './sendingOptions.ts';

interface ExportOptions extends VaultOptions, ChoiceOptions {
  out: string;
  recipient: string;
  reason: string;
}

export function bundleCommands(program: Command): void {
  const bundle = program.command('bundle').description('export case bundles and verify them');

  withChoice(
    withPassphrase(bundle.command('export <vault>').description('a case as a bundle that any reviewer can open')),
  )
    .requiredOption('--case <reference>', 'the case')
    .requiredOption('--out <file>', 'where it goes')
    .requiredOption('--recipient <name>', 'for whom; stands in the custody log')
    .option('--reason <text>', 'why', '')
    .action((path: string, options: ExportOptions) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const { jobId } = await core.dispatcher.run('bundle.export', {
          caseId,
          ...(await choiceOf(core, caseId, options)),
          recipient: options.recipient,
          reason: options.reason,
          to: core.grants.grant(resolve(options.out)),
        });
        const state = await finishJob(core, jobId);
        if (state.state === 'succeeded') printLine(`Exported ${options.out}`);
        else {
          process.stderr.write(`${state.state === 'failed' ? state.error.sentence : state.state}\n`);
          process.exitCode = exitCodes.failed;
        }
      }),
    );

  bundle
    .command('verify <path>')
    .description('check a bundle, zipped or unpacked; needs no vault')
    .option('--json', 'as JSON')
    .action(async (path: string, options: { json?: boolean }) => {
      const verdict = await verifyBag(resolve(path));
      if (options.json) printJson(verdict);
      else for (const line of verdictLines(verdict)) printLine(line);
      if (!verdict.ok) process.exitCode = exitCodes.failed;
    });
}

function verdictLines({ ok, problems, checked, signature }: BagVerdict): string[] {
  const lines = problems.map(({ sentence }) => `✗ ${sentence}`);
  if (signature.state !== 'bad') lines.push(signature.sentence);
  if (signature.state === 'valid') {
    lines.push('The same with public tools, in the folder of the unpacked bundle:', `  ${SIGNATURE_COMMAND}`);
  }
  lines.push(
    ok ? `Valid: ${checked.files} files, ${checked.bytes} bytes, each with the digest on record` : 'NOT valid',
  );
  return lines;
}
