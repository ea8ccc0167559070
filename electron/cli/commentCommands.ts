/** `probatum comment …` and `probatum review import`: what readers say of a case, and their files coming in. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { BundleKnown, CommentRow, ReviewReport } from '../../shared/contract/comment.ts';
import { authorWords, CommentSubjectKind, threadsOf, Verdict, verdictWords } from '../../shared/domain/comment.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { CommentId } from '../../shared/kernel/ids.ts';
import { exitCodes } from './exitCodes.ts';
import { requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine, printTable } from './output.ts';

interface CaseOptions extends VaultOptions {
  case: string;
  json?: boolean;
}

interface AddOptions extends CaseOptions {
  on?: string;
  answer?: string;
  text: string;
  verdict?: Verdict;
  dissent?: boolean;
  team: string;
}

export function commentCommands(program: Command): void {
  const comments = program
    .command('comment')
    .description('what readers say of a case, in threads; dissent stays in view');
  withPassphrase(comments.command('list <vault>').description('all comments of a case'))
    .requiredOption('--case <reference>', 'the case')
    .addOption(
      new Option('--only <which>', 'threads that are open, or that hold a dissent').choices(['open', 'dissent']),
    )
    .option('--json', 'a JSON line for each')
    .action((path: string, options: CaseOptions & { only?: 'open' | 'dissent' }) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        for (const { first, replies } of threadsOf(await core.dispatcher.run('comment.list', { caseId }))) {
          const thread = [first, ...replies];
          if (options.only === 'open' && (first.resolved !== null || first.withdrawnAt !== null)) continue;
          if (options.only === 'dissent' && !thread.some(({ isDissent }) => isDissent)) continue;
          if (options.json) for (const comment of thread) printJson(comment);
          else printTable(thread.map(cellsOf));
        }
      }),
    );
  addCommand(comments);
  withPassphrase(comments.command('resolve <vault> <comment>').description('close the thread of a comment'))
    .requiredOption('--answer <text>', 'why, or what was done; it stays in the thread')
    .action((path: string, id: string, options: VaultOptions & { answer: string }) =>
      withVault(path, options, async core => {
        const { resolved } = await core.dispatcher.run('comment.resolve', {
          commentId: readCommentId(id),
          answer: options.answer,
        });
        printLine(`resolved ${resolved?.at ?? ''}`);
      }),
    );
  const reviews = program.command('review').description('files that reviewers saved from a bundle');
  withPassphrase(reviews.command('import <vault> <file>').description('take in the remarks of a reviewer'))
    .requiredOption('--case <reference>', 'the case')
    .option('--dry-run', 'say what it holds, and take nothing in')
    .option('--json', 'the report as JSON')
    .action((path: string, file: string, options: CaseOptions & { dryRun?: boolean }) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const from = core.grants.grant(resolve(file), 'read');
        const name = options.dryRun ? 'comment.inspectReview' : 'comment.receiveReview';
        const report = await core.dispatcher.run(name, { caseId, from });
        if (options.json) printJson(report);
        else printReport(report, options.dryRun === true);
        if (report.problems.length > 0) process.exitCode = exitCodes.someRefused;
      }),
    );
}

function addCommand(comments: Command): void {
  withPassphrase(
    comments.command('add <vault>').description('say something of a thing of the case, or answer a comment'),
  )
    .requiredOption('--case <reference>', 'the case')
    .option(
      '--on <kind:id>',
      `what: ${CommentSubjectKind.options.join(', ')}; an exhibit also by its number (exhibit:EX-0001)`,
    )
    .option('--answer <comment>', 'the comment that is answered')
    .option('--text <text>', 'what is said', '')
    .addOption(new Option('--verdict <verdict>', 'of the one who checked').choices(Verdict.options))
    .option('--dissent', 'put it on record as a dissent')
    .option('--team <name>', 'for which team or body', '')
    .option('--json', 'the comment as JSON')
    .action((path: string, options: AddOptions) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const comment = await core.dispatcher.run('comment.write', {
          caseId,
          subject:
            options.on === undefined ? { kind: 'case', id: caseId } : readSubject(options.on, options.case, caseId),
          parentId: options.answer === undefined ? null : readCommentId(options.answer),
          text: options.text,
          verdict: options.verdict ?? null,
          isDissent: options.dissent === true,
          team: options.team,
        });
        if (options.json) printJson(comment);
        else printLine(comment.id);
      }),
    );
}

function readSubject(on: string, reference: string, caseId: string): { kind: CommentSubjectKind; id: string } {
  const at = on.indexOf(':');
  const kind = CommentSubjectKind.safeParse(at < 0 ? on : on.slice(0, at));
  const id = at < 0 ? '' : on.slice(at + 1);
  if (kind.success && kind.data === 'case' && (id === '' || id === reference)) return { kind: 'case', id: caseId };
  if (!kind.success || id === '')
    throw new ProbatumError('invalid-input', {
      operation: 'comment add',
      problem: `“${on}” names nothing; write exhibit:EX-0001 or claim:clm-…`,
    });
  return { kind: kind.data, id };
}

function readCommentId(text: string): CommentId {
  const id = CommentId.safeParse(text);
  if (!id.success) throw new ProbatumError('not-found', { what: 'comment', id: text });
  return id.data;
}

function cellsOf({
  id,
  parentId,
  now,
  author,
  verdict,
  isDissent,
  text,
  resolved,
  withdrawnAt,
  writtenAt,
}: CommentRow): string[] {
  const marks = [
    isDissent ? 'DISSENT' : '',
    verdict === null ? '' : verdictWords[verdict],
    withdrawnAt === null ? '' : 'taken back',
    resolved === null ? '' : 'resolved',
  ];
  return [
    id,
    writtenAt.slice(0, 16).replace('T', ' '),
    parentId === null ? now.name : '  answer',
    authorWords(author),
    marks.filter(Boolean).join(', '),
    text.replace(/\s+/g, ' '),
  ];
}

function knownWords(known: BundleKnown): string {
  switch (known.kind) {
    case 'exported':
      return `exported from this vault ${known.at} to ${known.recipient} as ${known.fileName}`;
    case 'same-custody':
      return 'made from this case, but its export is not on record here';
    case 'unknown':
      return 'not on record here';
  }
}

function printReport(report: ReviewReport, isDryRun: boolean): void {
  printLine(`${report.sha256}  ${report.fileName}`);
  printLine(`by ${authorWords(report.reviewer)}, of ${report.bundle.externalIdentifier} “${report.bundle.title}”`);
  printLine(`bundle of ${report.bundle.exportedAt}: ${knownWords(report.known)}`);
  if (report.isRepeated) printLine('this very file was received before; nothing was changed');
  const verb = isDryRun ? 'would be added' : 'added';
  printLine(
    `${report.remarks} remarks, ${report.dissents} of them dissents: ${report.isRepeated ? 0 : report.added} ${verb}, ${report.takenBack} taken back by their author, ${report.adrift} on what is not in this case`,
  );
  for (const { number, problem } of report.problems) process.stderr.write(`remark ${number}: ${problem}\n`);
}
