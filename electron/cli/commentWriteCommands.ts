/** `probatum comment add|accept|reject|reopen|withdraw`: saying something, and settling what was said. */
import { type Command, Option } from 'commander';
import type { InputOf } from '../../shared/contract/index.ts';
import { CommentSubjectKind, Verdict } from '../../shared/domain/comment.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { CommentId } from '../../shared/kernel/ids.ts';
import { requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine } from './output.ts';

interface AddOptions extends VaultOptions {
  case: string;
  on?: string;
  answer?: string;
  text: string;
  verdict?: Verdict;
  dissent?: boolean;
  team: string;
  json?: boolean;
}

export function commentWriteCommands(comments: Command): void {
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
  settling(
    comments.command('accept').description('settle a thread: what it asks was done'),
    new Option('--answer <text>', 'what was done; it stays in the thread').default(''),
    ({ answer = '' }) => ({ as: 'accepted', answer }),
  );
  settling(
    comments.command('reject').description('settle a thread: what it asks is not done'),
    new Option('--reason <text>', 'why not; it stays in the thread').makeOptionMandatory(),
    ({ reason = '' }) => ({ as: 'rejected', answer: reason }),
  );
  withPassphrase(comments.command('reopen <vault> <comment>').description('open a settled thread again')).action(
    (path: string, id: string, options: VaultOptions) =>
      withVault(path, options, async core => {
        await core.dispatcher.run('comment.reopen', { commentId: readCommentId(id) });
        printLine('open');
      }),
  );
  withPassphrase(
    comments.command('withdraw <vault> <comment>').description('take back what was said in this vault; its words stay'),
  ).action((path: string, id: string, options: VaultOptions) =>
    withVault(path, options, async core => {
      const { withdrawnAt } = await core.dispatcher.run('comment.withdraw', { commentId: readCommentId(id) });
      printLine(`taken back ${withdrawnAt ?? ''}`);
    }),
  );
}

type Settling = Omit<InputOf<'comment.resolve'>, 'commentId'>;
interface SettleOptions extends VaultOptions {
  answer?: string;
  reason?: string;
}

function settling(command: Command, words: Option, read: (options: SettleOptions) => Settling): void {
  withPassphrase(command.argument('<vault>').argument('<comment>', 'any of the thread'))
    .addOption(words)
    .action((path: string, id: string, options: SettleOptions) =>
      withVault(path, options, async core => {
        const { resolved } = await core.dispatcher.run('comment.resolve', {
          commentId: readCommentId(id),
          ...read(options),
        });
        if (resolved) printLine(`${resolved.as} ${resolved.at}`);
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
