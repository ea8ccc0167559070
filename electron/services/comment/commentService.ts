import type { CommentCount, CommentRow } from '../../../shared/contract/comment.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import {
  type Comment,
  MAX_QUOTE_CHARS,
  problemOfComment,
  standingDissents,
  threadsOf,
} from '../../../shared/domain/comment.ts';
import { isUnsettled, problemOfSettling } from '../../../shared/domain/commentState.ts';
import type { CustodyAction } from '../../../shared/domain/custody.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { groupBy } from '../../../shared/kernel/groupBy.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase, requireOfCase } from '../case/index.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { sha256Hex } from '../custody/index.ts';
import { authorHere, isWrittenIn } from './author.ts';
import {
  commentsOfCase,
  commentsOnSubject,
  findComment,
  insertComment,
  setCommentWithdrawn,
  setResolved,
} from './commentSql.ts';
import { lookUpSubjects } from './lookUpSubjects.ts';
import { findSubject } from './subjectSql.ts';

export function listComments({ db }: QueryContext, { caseId, subject }: ParsedInputOf<'comment.list'>): CommentRow[] {
  const comments = subject === null ? commentsOfCase(db, caseId) : commentsOnSubject(db, caseId, subject);
  const { vaultId } = authorHere(db);
  const subjects = lookUpSubjects(db, caseId);
  return comments.map(comment => ({
    ...comment,
    now: subjects.now(comment),
    isMine: isWrittenIn(vaultId, comment),
  }));
}

/** For lists: how much is said of each thing. An answer counts where its thread stands. */
export function countComments({ db }: QueryContext, { caseId }: { caseId: CaseId }): CommentCount[] {
  const subjects = lookUpSubjects(db, caseId);
  /** Entities that were judged to be one are shown as one, and so is what was said of them and of what is stated of them. */
  const shownAt = ({ subject }: Comment): Pick<CommentCount, 'kind' | 'id'> => {
    const { kind, id } = subject;
    if (kind === 'edition') return { kind, id: subjects.find(subject)?.id ?? id };
    const entityId = kind === 'entity' || kind === 'statement' ? (subjects.find(subject)?.now.entityId ?? null) : null;
    return entityId === null ? { kind, id } : { kind: 'entity', id: entityId };
  };
  const threads = threadsOf(commentsOfCase(db, caseId));
  const bySubject = groupBy(threads, ({ first }) => {
    const { kind, id } = shownAt(first);
    return `${kind} ${id}`;
  });
  return [...bySubject.values()].flatMap(at => {
    const first = at[0]?.first;
    if (!first) return [];
    const all = at.flatMap(thread => [thread.first, ...thread.replies]);
    return [
      {
        ...shownAt(first),
        findingId: subjects.find(first.subject)?.now.findingId ?? null,
        open: at.filter(isUnsettled).length,
        total: all.filter(({ withdrawnAt }) => withdrawnAt === null).length,
        dissents: standingDissents(all).length,
      },
    ];
  });
}

export function writeComment(ctx: CommandContext, given: ParsedInputOf<'comment.write'>): Comment {
  const { caseId, parentId, text, verdict, isDissent, team, quote } = given;
  requireCase(ctx.db, caseId);
  const parent = parentId === null ? null : requireComment(ctx.db, parentId);
  if (parent) requireOfCase('comment', parent.caseId, caseId);
  const subject = parent?.subject ?? given.subject;
  const found = findSubject(ctx.db, caseId, subject);
  // An answer may be given also where the thing itself is not here.
  if (!found && !parent) throw new ProbatumError('not-found', { what: subject.kind, id: subject.id });
  const problem = problemOfComment({ text, verdict, isDissent });
  if (problem !== null) throw new ProbatumError('comment-empty', { problem });
  const { vaultId, author } = authorHere(ctx.db);
  const comment: Comment = {
    id: ctx.newId('com'),
    caseId,
    subject,
    subjectName: (found?.now.name ?? parent?.subjectName ?? '').slice(0, 500),
    quote: quote || (found?.words ?? parent?.quote ?? '').slice(0, MAX_QUOTE_CHARS),
    parentId,
    text,
    verdict,
    isDissent,
    author: { name: author.name, team: team || author.team },
    origin: { kind: 'vault', vaultId },
    writtenAt: ctx.now(),
    resolved: null,
    withdrawnAt: null,
  };
  insertComment(ctx.db, comment);
  record(ctx, 'comment-written', comment);
  return comment;
}

export function resolveComment(
  ctx: CommandContext,
  { commentId, as, answer, answerId }: ParsedInputOf<'comment.resolve'>,
): Comment {
  const first = firstOfThread(ctx.db, requireComment(ctx.db, commentId));
  const given = answerId === null ? null : requireComment(ctx.db, answerId);
  if (given) requireOfCase('comment', given.caseId, first.caseId);
  const problem = problemOfSettling(as, given?.text ?? answer);
  if (problem !== null) throw new ProbatumError('comment-empty', { problem });
  const { caseId, subject, id } = first;
  const reply =
    answer === ''
      ? null
      : writeComment(ctx, {
          caseId,
          subject,
          parentId: id,
          text: answer,
          verdict: null,
          isDissent: false,
          quote: '',
          team: '',
        });
  const resolved = { as, at: ctx.now(), by: authorHere(ctx.db).author.name, answerId: reply?.id ?? given?.id ?? null };
  setResolved(ctx.db, id, resolved);
  record(ctx, 'comment-resolved', first, { as, ...(reply ? { answer: reply.id } : {}) });
  return { ...first, resolved };
}

export function reopenComment(
  ctx: CommandContext,
  { commentId, takeBackAnswer }: ParsedInputOf<'comment.reopen'>,
): Comment {
  const first = firstOfThread(ctx.db, requireComment(ctx.db, commentId));
  const answerId = first.resolved?.answerId ?? null;
  setResolved(ctx.db, first.id, null);
  record(ctx, 'comment-reopened', first);
  if (takeBackAnswer && answerId !== null) withdrawComment(ctx, { commentId: answerId });
  return { ...first, resolved: null };
}

export function withdrawComment(ctx: CommandContext, { commentId }: ParsedInputOf<'comment.withdraw'>): Comment {
  const comment = requireOwn(ctx, commentId);
  const withdrawnAt = ctx.now();
  setCommentWithdrawn(ctx.db, commentId, withdrawnAt);
  record(ctx, 'comment-withdrawn', comment);
  return { ...comment, withdrawnAt };
}

export function restoreComment(ctx: CommandContext, { commentId }: ParsedInputOf<'comment.restore'>): Comment {
  const comment = requireOwn(ctx, commentId);
  setCommentWithdrawn(ctx.db, commentId, null);
  record(ctx, 'comment-restored', comment);
  return { ...comment, withdrawnAt: null };
}

export function requireComment(db: ReadableDb, id: string): Comment {
  const comment = findComment(db, id);
  if (!comment) throw new ProbatumError('not-found', { what: 'comment', id });
  return comment;
}

/** Nobody takes back what another said, or a dissent could be hidden. A reviewer does so in the bundle's viewer. */
function requireOwn({ db }: CommandContext, id: string): Comment {
  const comment = requireComment(db, id);
  if (!isWrittenIn(authorHere(db).vaultId, comment))
    throw new ProbatumError('comment-of-another', { author: comment.author.name });
  return comment;
}

function firstOfThread(db: ReadableDb, comment: Comment): Comment {
  const around = commentsOfCase(db, comment.caseId);
  const thread = threadsOf(around).find(
    ({ first, replies }) => first.id === comment.id || replies.some(({ id }) => id === comment.id),
  );
  return thread?.first ?? comment;
}

function record(
  ctx: CommandContext,
  action: Extract<CustodyAction, `comment-${string}`>,
  { id, caseId, subject, subjectName, text, verdict, isDissent, author }: Comment,
  details: Record<string, string> = {},
): void {
  ctx.custody.record({
    action,
    caseId,
    subject: id,
    details: {
      about: subjectName,
      by: author.name,
      ...(verdict === null ? {} : { verdict }),
      ...(isDissent ? { dissent: 'dissent' } : {}),
      thing: `${subject.kind} ${subject.id}`,
      ...details,
      content: Sha256.parse(sha256Hex(text)),
    },
  });
}
