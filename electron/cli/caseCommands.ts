import type { Command } from 'commander';
import { HandlingMark } from '../../shared/domain/handlingMark.ts';
import { StandardId } from '../../shared/domain/caseRecord.ts';
import { printJson, printLine, printTable } from './output.ts';
import { type VaultOptions, withPassphrase, withVault } from './openCore.ts';

interface CreateOptions extends VaultOptions {
  ref: string;
  title: string;
  workstream: string;
  mark: string;
  standard: string;
  lead: string;
}

export function caseCommands(program: Command): void {
  const cases = program.command('case').description('create and list cases');

  withPassphrase(cases.command('create <vault>').description('open a new case'))
    .requiredOption('--ref <reference>', 'its reference, such as C-2026-003')
    .requiredOption('--title <title>', 'its title')
    .option('--workstream <name>', 'such as maritime', 'maritime')
    .option('--mark <mark>', `handling mark: ${HandlingMark.options.join(', ')}`, 'TLP:AMBER')
    .option('--standard <id>', `evidentiary standard: ${StandardId.options.join(', ')}`, 'un-panel')
    .option('--lead <name>', 'who leads it', '')
    .action((path: string, options: CreateOptions) =>
      withVault(path, options, async core => {
        const { ref, title, workstream, mark, standard, lead } = options;
        const made = await core.dispatcher.run('case.create', {
          reference: ref,
          title,
          workstream,
          handlingMark: mark as HandlingMark,
          standard: standard as StandardId,
          lead,
        });
        printLine(`Opened case ${made.reference}`);
      }),
    );

  withPassphrase(cases.command('list <vault>').description('the cases of a vault'))
    .option('--json', 'as JSON')
    .action((path: string, options: VaultOptions & { json?: boolean }) =>
      withVault(path, options, async core => {
        const all = await core.dispatcher.run('case.list', {});
        if (options.json) for (const one of all) printJson(one);
        else
          printTable([
            ['reference', 'exhibits', 'findings', 'title'],
            ...all.map(one => [one.reference, String(one.exhibitCount), String(one.findingCount), one.title]),
          ]);
      }),
    );
}
