/** What was read of an exhibit, and reading it again: `probatum exhibit about|read|proposals`. */
import type { Command } from 'commander';
import { exhibitNumber } from '../../shared/domain/exhibit.ts';
import { printedPage } from '../../shared/domain/rendition.ts';
import type { Core } from '../core.ts';
import { exitCodes } from './exitCodes.ts';
import { batches, type ExhibitOptions, requireNumbered } from './exhibitsOfVault.ts';
import { finishJob, requireCaseByReference, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine, printTable } from './output.ts';
import { requirePrintable } from './printing.ts';
import { readPassphrase } from './passphrase.ts';

interface ReadOptions extends ExhibitOptions {
  problems?: boolean;
  encoding?: string;
  patient?: boolean;
  passwordFile?: string;
}

const PAGES_AT_ONCE = 50;

export function readingCommands(exhibits: Command): void {
  withPassphrase(
    exhibits.command('about <vault> <exhibit>').description('what was read of it: metadata, remarks, places, warnings'),
  )
    .requiredOption('--case <reference>', 'the case')
    .option('--json', 'one JSON line')
    .action((path: string, number: string, options: ExhibitOptions) =>
      withVault(path, options, async core => {
        const exhibit = requireNumbered(core, options.case, number);
        requirePrintable(core, exhibit.caseId, [exhibit.id]);
        const rendition = await core.dispatcher.run('exhibit.rendition', { exhibitId: exhibit.id });
        if (options.json) return printJson({ exhibit, rendition });
        printLine(`${exhibitNumber(exhibit.number)}  ${exhibit.title}`);
        const facts = [
          ['type', exhibit.mediaType],
          ['reading', exhibit.problem === null ? exhibit.reading : `${exhibit.reading}: ${exhibit.problem}`],
          ...Object.entries(rendition?.metadata ?? {}),
          ...(rendition?.places ?? []).map(place => [
            'place, as the file claims',
            [place.name, `${place.latitude}, ${place.longitude}`, place.at].filter(Boolean).join('  '),
          ]),
          ...(rendition?.remarks ?? []).map(remark => [remark.kind, `${remark.author} ${remark.at}: ${remark.text}`]),
          ...(rendition?.warnings ?? []).map(warning => ['warning', warning]),
        ];
        printTable(facts);
      }),
    );

  withPassphrase(
    exhibits
      .command('read <vault> [exhibits...]')
      .description('read exhibits again: after an update, with a password, in another encoding, or with more patience'),
  )
    .requiredOption('--case <reference>', 'the case')
    .option('--problems', 'all that could not be read')
    .option('--encoding <name>', 'the encoding of their text: euc-kr, johab, koi8-r …')
    .option('--patient', 'with more time, memory and room, for what met a limit')
    .option('--password-file <file>', 'the password of protected documents, from this file’s first line')
    .action((path: string, numbers: string[], options: ReadOptions) =>
      withVault(path, options, async core => {
        const ids = options.problems
          ? problemsOf(core, options.case)
          : numbers.map(number => requireNumbered(core, options.case, number).id);
        if (ids.length === 0) return void process.stderr.write('Nothing to read again.\n');
        const password = options.passwordFile ? await readPassphrase(options.passwordFile) : undefined;
        const { jobId } = await core.dispatcher.run('exhibit.extract', {
          caseId: requireCaseByReference(core, options.case).id,
          exhibitIds: ids,
          password,
          encoding: options.encoding,
          isPatient: options.patient ?? false,
        });
        const state = await finishJob(core, jobId);
        if (state.state === 'failed') {
          process.stderr.write(`${state.error.sentence}\n`);
          process.exitCode = exitCodes.failed;
        }
        for (const exhibitId of ids) {
          const { number, title, reading, problem } = await core.dispatcher.run('exhibit.get', { exhibitId });
          printLine(`${exhibitNumber(number)}  ${reading}  ${title}${problem === null ? '' : `: ${problem}`}`);
          if (reading !== 'read' && reading !== 'no-text') process.exitCode ||= exitCodes.someRefused;
        }
      }),
    );

  withPassphrase(
    exhibits
      .command('proposals <vault> <exhibit>')
      .description('dates, identifiers and places that its text seems to name; each is for a person to judge'),
  )
    .requiredOption('--case <reference>', 'the case')
    .option('--json', 'a JSON line for each')
    .action((path: string, number: string, options: ExhibitOptions) =>
      withVault(path, options, async core => {
        const exhibit = requireNumbered(core, options.case, number);
        requirePrintable(core, exhibit.caseId, [exhibit.id]);
        for (let from = 0; from < exhibit.pageCount; from += PAGES_AT_ONCE) {
          const found = await core.dispatcher.run('proposal.listForExhibit', {
            exhibitId: exhibit.id,
            from,
            count: PAGES_AT_ONCE,
          });
          if (options.json) for (const proposal of found) printJson(proposal);
          else
            printTable(
              found.map(({ pageIndex, sort, value, words, decision, note }) => [
                printedPage({ index: pageIndex, label: null }),
                sort,
                value,
                `“${words}”`,
                decision ?? 'proposed',
                note,
              ]),
            );
        }
      }),
    );
}

function problemsOf(core: Core, reference: string) {
  return [...batches(core, reference)].flat().flatMap(exhibit => (exhibit.problem === null ? [] : [exhibit.id]));
}
