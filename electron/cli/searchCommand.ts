import type { Command } from 'commander';
import { exhibitNumber } from '../../shared/domain/exhibit.ts';
import { pageKindOf, printedPage } from '../../shared/domain/rendition.ts';
import { requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { whatStays } from '../services/compartment/index.ts';
import { printJson, printLine } from './output.ts';
import { requirePrintable } from './printing.ts';

export function searchCommand(program: Command): void {
  withPassphrase(program.command('search <vault> <query>').description('full-text search; every result is printed'))
    .option('--case <reference>', 'in this case only')
    .option('--json', 'a JSON line for each exhibit')
    .action((path: string, query: string, options: VaultOptions & { case?: string; json?: boolean }) =>
      withVault(path, options, async core => {
        const caseId = options.case ? requireCaseByReference(core, options.case).id : null;
        if (caseId !== null) requirePrintable(core, caseId);
        const staying = whatStays(core.session.connection.readable);
        let exhibits = 0;
        let kept = 0;
        for (let offset: number | null = 0; offset !== null; ) {
          const { groups, nextOffset, warnings }: Awaited<ReturnType<typeof core.dispatcher.run<'search.run'>>> =
            await core.dispatcher.run('search.run', { caseId, query, offset, limit: 100 });
          if (offset === 0) for (const warning of warnings) process.stderr.write(`${warning}\n`);
          for (const group of groups) {
            if (staying.reasonOf(group.exhibitId)) {
              kept += 1;
              continue;
            }
            exhibits += 1;
            if (options.json) printJson(group);
            else {
              printLine(`${exhibitNumber(group.number)}  ${group.title}  (${group.pageCount} pages)`);
              const kind = pageKindOf(group.mediaType);
              for (const { pageIndex: index, pageLabel: label, snippet } of group.hits)
                printLine(`    ${printedPage({ index, label }, kind)}: ${snippet}`);
            }
          }
          offset = nextOffset;
        }
        process.stderr.write(`${exhibits} exhibits\n`);
        if (kept > 0)
          process.stderr.write(
            `${kept} more ${kept === 1 ? 'is' : 'are'} not printed: marked as never leaving. Look in the window.\n`,
          );
      }),
    );
}
