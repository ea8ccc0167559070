/** `probatum compartment mark|lift|list`: what never leaves the vault. */
import type { Command } from 'commander';
import { stayingWords } from '../../shared/domain/compartment.ts';
import { exhibitNumber } from '../../shared/domain/exhibit.ts';
import type { CaseId, ExhibitId } from '../../shared/kernel/ids.ts';
import type { Core } from '../core.ts';
import { requireNumbered } from './exhibitsOfVault.ts';
import { requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine } from './output.ts';

interface MarkOptions extends VaultOptions {
  case: string;
  exhibit?: string;
  reason: string;
}

export function compartmentCommands(program: Command): void {
  const compartment = program.command('compartment').description('what never leaves the vault: cases and exhibits');

  withPassphrase(
    compartment.command('mark <vault>').description('a case, or one of its exhibits, never leaves from now on'),
  )
    .requiredOption('--case <reference>', 'the case')
    .option('--exhibit <number>', 'this exhibit only, such as EX-0003')
    .requiredOption('--reason <text>', 'why; stands in the custody log')
    .action((path: string, options: MarkOptions) =>
      withVault(path, options, async core => {
        await core.dispatcher.run('compartment.mark', { ...subjectOf(core, options), reason: options.reason });
        printLine(`${options.exhibit ?? options.case} never leaves this vault`);
      }),
    );

  withPassphrase(compartment.command('lift <vault>').description('it may leave again; the mark stays on record'))
    .requiredOption('--case <reference>', 'the case')
    .option('--exhibit <number>', 'this exhibit only, such as EX-0003')
    .requiredOption('--reason <text>', 'why; stands in the custody log')
    .action((path: string, options: MarkOptions) =>
      withVault(path, options, async core => {
        await core.dispatcher.run('compartment.lift', { ...subjectOf(core, options), reason: options.reason });
        printLine(`${options.exhibit ?? options.case} may leave again`);
      }),
    );

  withPassphrase(compartment.command('list <vault>').description('what never leaves, and what was decided'))
    .requiredOption('--case <reference>', 'the case')
    .option('--json', 'as JSON')
    .action((path: string, options: VaultOptions & { case: string; json?: boolean }) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const list = await core.dispatcher.run('compartment.list', { caseId });
        if (options.json) return printJson(list);
        if (list.case)
          printLine(`${options.case}  ${stayingWords({ ...list.case, through: 'itself', marked: options.case })}`);
        for (const staying of list.exhibits) printLine(`${exhibitNumber(staying.number)}  ${stayingWords(staying)}`);
        for (const { verdict, exhibitNumber: number, at, by, reason } of list.history)
          printLine(
            `  ${at}  ${verdict === 'lifted' ? 'lifted' : 'marked'}  ${number === null ? options.case : exhibitNumber(number)}  ${by}: ${reason}`,
          );
        if (list.history.length === 0) printLine('Nothing is marked.');
      }),
    );
}

function subjectOf(core: Core, options: MarkOptions): { caseId: CaseId; exhibitId: ExhibitId | null } {
  const { id: caseId } = requireCaseByReference(core, options.case);
  const exhibitId = options.exhibit === undefined ? null : requireNumbered(core, options.case, options.exhibit).id;
  return { caseId, exhibitId };
}
