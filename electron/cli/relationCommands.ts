/** How exhibits hang together: `probatum exhibit copies|thread|translations|translate`. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { exhibitNumber } from '../../shared/domain/exhibit.ts';
import {
  describeTranslation,
  type TranslationMethod,
  TranslationMethod as Methods,
} from '../../shared/domain/translation.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import type { EdtfDate } from '../../shared/kernel/dates.ts';
import type { Core } from '../core.ts';
import { type ExhibitOptions, requireNumbered } from './exhibitsOfVault.ts';
import { requireCaseByReference, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine, printTable } from './output.ts';
import { requirePrintable } from './printing.ts';

const GROUPS_AT_ONCE = 200;

interface TranslateOptions extends ExhibitOptions {
  page: number;
  textFile: string;
  into: string;
  translator: string;
  method: TranslationMethod;
  certified?: boolean;
  note: string;
  madeOn?: string;
}

export function relationCommands(exhibits: Command): void {
  withPassphrase(
    exhibits
      .command('copies <vault>')
      .description('groups of near copies, as the machine proposes them and people decided'),
  )
    .requiredOption('--case <reference>', 'the case')
    .option('--json', 'a JSON line for each group')
    .action((path: string, options: ExhibitOptions) => withVault(path, options, core => printCopies(core, options)));

  withPassphrase(exhibits.command('thread <vault> <exhibit>').description('the conversation that a message belongs to'))
    .requiredOption('--case <reference>', 'the case')
    .option('--json', 'one JSON line')
    .action((path: string, number: string, options: ExhibitOptions) =>
      withVault(path, options, async core => {
        const { id: exhibitId, caseId } = requireNumbered(core, options.case, number);
        requirePrintable(core, caseId, [exhibitId]);
        const thread = await core.dispatcher.run('thread.forExhibit', { exhibitId });
        if (options.json) return printJson(thread);
        for (const line of thread.lines) {
          const indent = '  '.repeat(Math.min(line.depth, 20));
          if (line.kind === 'gap') printLine(`${indent}[not in this case: ${line.messageId}]`);
          else printLine(`${indent}${exhibitNumber(line.number)}  ${line.sentAt ?? 'no date'}  ${line.title}`);
        }
        if (thread.isCut) printLine('[the conversation is longer than is followed]');
        for (const one of thread.proposed)
          printLine(`proposed by subject only: ${exhibitNumber(one.number)}  ${one.title}`);
        if (thread.proposedCount > thread.proposed.length)
          printLine(`[and ${thread.proposedCount - thread.proposed.length} more by subject]`);
      }),
    );

  withPassphrase(exhibits.command('translations <vault> <exhibit>').description('its translations as they stand'))
    .requiredOption('--case <reference>', 'the case')
    .option('--json', 'a JSON line for each')
    .action((path: string, number: string, options: ExhibitOptions) =>
      withVault(path, options, async core => {
        const { id: exhibitId, caseId } = requireNumbered(core, options.case, number);
        requirePrintable(core, caseId, [exhibitId]);
        for (const translation of await core.dispatcher.run('translation.listForExhibit', { exhibitId })) {
          if (options.json) printJson(translation);
          else {
            const { of, language, text } = translation;
            const place = of.kind === 'page' ? `page ${of.pageIndex + 1}` : of.kind;
            printLine(`— ${place}, ${language}, ${describeTranslation(translation)} —\n${text}`);
          }
        }
      }),
    );

  withPassphrase(exhibits.command('translate <vault> <exhibit>').description('put a translation of a page beside it'))
    .requiredOption('--case <reference>', 'the case')
    .requiredOption('--page <n>', 'the page, counted from 1', Number)
    .requiredOption('--text-file <file>', 'the translation, as UTF-8 text')
    .requiredOption('--into <language>', 'its language, such as en')
    .option('--translator <name>', 'a person, an office or a program', '')
    .option('--method <method>', Methods.options.join(', '), 'human')
    .option('--certified', 'somebody certified it')
    .option('--note <words>', 'by whom it was certified, or why not', '')
    .option('--made-on <date>', 'such as 2021-03-07')
    .action((path: string, number: string, options: TranslateOptions) =>
      withVault(path, options, async core => {
        const { id: exhibitId } = requireNumbered(core, options.case, number);
        const translation = await core.dispatcher.run('translation.write', {
          exhibitId,
          of: { kind: 'page', pageIndex: options.page - 1 },
          text: readText(options.textFile),
          details: {
            language: options.into,
            translator: options.translator,
            method: options.method,
            isCertified: options.certified === true,
            certificationNote: options.note,
            madeOn: (options.madeOn ?? null) as EdtfDate | null,
          },
        });
        printLine(`${number}, page ${options.page}: ${describeTranslation(translation)}`);
      }),
    );
}

async function printCopies(core: Core, options: ExhibitOptions): Promise<void> {
  const { id: caseId } = requireCaseByReference(core, options.case);
  for (let offset = 0; ; offset += GROUPS_AT_ONCE) {
    const { groups } = await core.dispatcher.run('copy.listForCase', { caseId, offset, limit: GROUPS_AT_ONCE });
    for (const group of groups) {
      if (options.json) printJson(group);
      else {
        const [first, ...others] = group.exhibits;
        const more = group.size - group.exhibits.length;
        printTable([
          [group.kind, first ? exhibitNumber(first.number) : '', first?.title ?? '', `${group.undecided} undecided`],
          ...others.map(other => ['', exhibitNumber(other.number), other.title, '']),
          ...(more > 0 ? [['', '', `and ${more} more`, '']] : []),
        ]);
      }
    }
    if (groups.length < GROUPS_AT_ONCE) return;
  }
}

/** @throws file-unreadable */
function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (cause) {
    const problem = cause instanceof TypeError ? 'it is not UTF-8 text' : 'it is not there, or may not be read';
    throw new ProbatumError('file-unreadable', { path, problem }, { cause });
  }
}
