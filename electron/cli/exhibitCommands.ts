import { resolve } from 'node:path';
import type { Command } from 'commander';
import { exhibitNumber } from '../../shared/domain/exhibit.ts';
import { batches, type ExhibitOptions, requireNumbered } from './exhibitsOfVault.ts';
import { withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine, printTable } from './output.ts';
import { requirePrintable } from './printing.ts';
import { audienceOption, type SendingOptions, sendingOf } from './sendingOptions.ts';
import { readingCommands } from './readingCommands.ts';
import { redactionCommands } from './redactionCommands.ts';
import { relationCommands } from './relationCommands.ts';

export function exhibitCommands(program: Command): void {
  const exhibits = program.command('exhibit').description('list exhibits, read their text, take their bytes out');

  withPassphrase(exhibits.command('list <vault>').description('the exhibits of a case'))
    .requiredOption('--case <reference>', 'the case')
    .option('--json', 'a JSON line for each')
    .action((path: string, options: ExhibitOptions) =>
      withVault(path, options, async core => {
        for (const batch of batches(core, options.case)) {
          if (options.json) for (const exhibit of batch) printJson(exhibit);
          else
            printTable(
              batch.map(exhibit => [
                exhibitNumber(exhibit.number),
                exhibit.mediaType,
                exhibit.reading,
                exhibit.sha256.slice(0, 12),
                exhibit.title,
              ]),
            );
        }
      }),
    );

  readingCommands(exhibits);
  relationCommands(exhibits);
  redactionCommands(exhibits);

  withPassphrase(exhibits.command('text <vault> <exhibit>').description('its text by page'))
    .requiredOption('--case <reference>', 'the case')
    .option('--page <n>', 'one page, counted from 1', Number)
    .option('--json', 'a JSON line for each page')
    .action((path: string, number: string, options: ExhibitOptions & { page?: number }) =>
      withVault(path, options, async core => {
        const exhibit = requireNumbered(core, options.case, number);
        requirePrintable(core, exhibit.caseId, [exhibit.id]);
        const only = options.page === undefined ? null : options.page - 1;
        for (let from = only ?? 0; from < exhibit.pageCount; from += 100) {
          const pages = await core.dispatcher.run('exhibit.pages', {
            exhibitId: exhibit.id,
            from,
            count: only === null ? 100 : 1,
          });
          for (const page of pages) {
            if (options.json) printJson(page);
            else printLine(`— page ${page.label ?? page.index + 1} —\n${page.text}`);
          }
          if (only !== null || pages.length === 0) break;
        }
      }),
    );

  withPassphrase(
    exhibits.command('export <vault> <exhibit>').description('its bytes as admitted, checked against their digest'),
  )
    .requiredOption('--case <reference>', 'the case')
    .requiredOption('--out <file>', 'where they go')
    .addOption(audienceOption())
    .option('--recipient <name>', 'for whom; stands on record', '')
    .option('--reason <text>', 'why', '')
    .action((path: string, number: string, options: ExhibitOptions & SendingOptions & { out: string }) =>
      withVault(path, options, async core => {
        const exhibit = requireNumbered(core, options.case, number);
        await core.dispatcher.run('exhibit.export', {
          exhibitId: exhibit.id,
          ...sendingOf(options),
          to: core.grants.grant(resolve(options.out)),
        });
        printLine(`${exhibit.sha256}  ${options.out}`);
      }),
    );
}
