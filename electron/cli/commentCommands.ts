/** `probatum comment …`: what is said of a case, in threads, and how each was settled. */
import { type Command, Option } from 'commander';
import type { CommentRow } from '../../shared/contract/comment.ts';
import { authorWords, type CommentThread, threadsOf, verdictWords } from '../../shared/domain/comment.ts';
import { standingSentences, stateOfThread, threadStateWords } from '../../shared/domain/commentState.ts';
import { whatStays } from '../services/compartment/index.ts';
import { commentWriteCommands } from './commentWriteCommands.ts';
import { requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine, printTable } from './output.ts';
import { requirePrintable } from './printing.ts';
import { reviewFileCommands } from './reviewFileCommands.ts';

const shown = ['open', 'answered', 'settled', 'dissent', 'all'] as const;

interface ListOptions extends VaultOptions {
  case: string;
  show: (typeof shown)[number];
  json?: boolean;
}

export function commentCommands(program: Command): void {
  const comments = program
    .command('comment')
    .description('what readers say of a case, in threads; dissent stays in view');
  withPassphrase(comments.command('list <vault>').description('the threads of a case, newest answers last'))
    .requiredOption('--case <reference>', 'the case')
    .addOption(new Option('--show <which>', 'which threads').choices(shown).default('all'))
    .option('--json', 'a JSON line for each comment')
    .action((path: string, options: ListOptions) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        requirePrintable(core, caseId);
        const staying = whatStays(core.session.connection.readable);
        let kept = 0;
        for (const thread of threadsOf(await core.dispatcher.run('comment.list', { caseId }))) {
          if (!isShown(thread, options.show)) continue;
          const { exhibitId } = thread.first.now;
          if (exhibitId && staying.reasonOf(exhibitId)) kept += 1;
          else if (options.json) for (const comment of [thread.first, ...thread.replies]) printJson(comment);
          else printThread(thread);
        }
        if (kept > 0)
          process.stderr.write(
            `${kept} more ${kept === 1 ? 'thread is' : 'threads are'} not printed: on exhibits that are marked as never leaving. Look in the window.\n`,
          );
      }),
    );
  commentWriteCommands(comments);
  reviewFileCommands(comments);
}

function isShown(thread: CommentThread<CommentRow>, which: ListOptions['show']): boolean {
  switch (which) {
    case 'all':
      return true;
    case 'open':
    case 'answered':
      return stateOfThread(thread) === which;
    case 'settled':
      return thread.first.resolved !== null;
    case 'dissent':
      return [thread.first, ...thread.replies].some(({ isDissent }) => isDissent);
  }
}

function printThread(thread: CommentThread<CommentRow>): void {
  const { first, replies } = thread;
  const { now, resolved } = first;
  const settled = resolved ? ` by ${resolved.by}, ${minuteOf(resolved.at)}` : '';
  printLine(`${now.name || first.subjectName} [${threadStateWords[stateOfThread(thread)]}${settled}]`);
  if (now.standing !== 'as-it-was') printLine(`  ${standingSentences[now.standing]}`);
  printTable([first, ...replies].map(comment => cellsOf(comment, comment === first)));
}

function cellsOf(comment: CommentRow, isFirst: boolean): string[] {
  const { id, author, verdict, isDissent, text, withdrawnAt, writtenAt } = comment;
  const marks = [
    isDissent ? 'DISSENT' : '',
    verdict === null ? '' : verdictWords[verdict],
    withdrawnAt === null ? '' : 'taken back',
  ];
  return [
    isFirst ? '  ' : '    answer',
    id,
    minuteOf(writtenAt),
    authorWords(author),
    marks.filter(Boolean).join(', '),
    text.replace(/\s+/g, ' '),
  ];
}

const minuteOf = (instant: string): string => instant.slice(0, 16).replace('T', ' ');
