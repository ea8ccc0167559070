import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Exhibit, exhibitNumber, readExhibitNumber } from '../../shared/domain/exhibit.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import type { Core } from '../core.ts';
import { exhibitsOfCase, findExhibitByNumber } from '../services/exhibit/index.ts';
import { printJson, printLine, printTable } from './output.ts';

interface ExhibitOptions extends VaultOptions {
  case: string;
  json?: boolean;
}

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

  withPassphrase(exhibits.command('text <vault> <exhibit>').description('its text by page'))
    .requiredOption('--case <reference>', 'the case')
    .option('--page <n>', 'one page, counted from 1', Number)
    .option('--json', 'a JSON line for each page')
    .action((path: string, number: string, options: ExhibitOptions & { page?: number }) =>
      withVault(path, options, async core => {
        const exhibit = requireNumbered(core, options.case, number);
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
    .action((path: string, number: string, options: ExhibitOptions & { out: string }) =>
      withVault(path, options, async core => {
        const exhibit = requireNumbered(core, options.case, number);
        await core.dispatcher.run('exhibit.export', {
          exhibitId: exhibit.id,
          to: core.grants.grant(resolve(options.out)),
        });
        printLine(`${exhibit.sha256}  ${options.out}`);
      }),
    );
}

function* batches(core: Core, reference: string): Iterable<Exhibit[]> {
  const { id } = requireCaseByReference(core, reference);
  for (let after = 0; ; ) {
    const batch = exhibitsOfCase(core.session.connection.readable, id, after);
    const last = batch.at(-1);
    if (!last) return;
    yield batch;
    after = last.number;
  }
}

function requireNumbered(core: Core, reference: string, typed: string): Exhibit {
  const { id } = requireCaseByReference(core, reference);
  const exhibit = findExhibitByNumber(core.session.connection.readable, id, readExhibitNumber(typed) ?? -1);
  if (!exhibit) throw new ProbatumError('not-found', { what: 'exhibit', id: typed });
  return exhibit;
}
