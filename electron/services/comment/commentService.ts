import type { CommentCount, CommentRow } from '../../../shared/contract/comment.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import {
  type Comment,
  type CommentSubject,
  isOpen,
  MAX_QUOTE_CHARS,
  problemOfComment,
  standingDissents,
  threadsOf,
} from '../../../shared/domain/comment.ts';
import type { CustodyAction } from '../../../shared/domain/custody.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { groupBy } from '../../../shared/kernel/groupBy.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase, requireOfCase } from '../case/index.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { sha256Hex } from '../custody/index.ts';
import { personOf } from './person.ts';
import {
  commentsOfCase,
  commentsOnSubject,
  findComment,
  insertComment,
  setCommentWithdrawn,
  setResolved,
} from './commentSql.ts';
import { findSubject, type FoundSubject, subjectGone } from './subjectSql.ts';

export function listComments({ db }: QueryContext, { caseId, subject }: ParsedInputOf<'comment.list'>): CommentRow[] {
  const comments = subject === null ? commentsOfCase(db, caseId) : commentsOnSubject(db, caseId, subject);
  const person = personOf(db);
  const lookUp = rememberSubjects(db, caseId);
  return comments.map(comment => ({
    ...comment,
    now: lookUp(comment.subject)?.now ?? subjectGone(comment.subjectName),
    isMine: isBy(comment, person),
  }));
}

/** A hundred remarks on one finding look it up once. */
function rememberSubjects(db: ReadableDb, caseId: CaseId): (subject: CommentSubject) => FoundSubject | null {
  const found = new Map<string, FoundSubject | null>();
  return subject => {
    const key = JSON.stringify([subject.kind, subject.id, subject.pageIndex]);
    const known = found.get(key);
    if (known !== undefined) return known;
    const looked = findSubject(db, caseId, subject);
    found.set(key, looked);
    return looked;
  };
}

/** For lists: how much is said of each thing. An answer counts where its thread stands. */
export function countComments({ db }: QueryContext, { caseId }: { caseId: CaseId }): CommentCount[] {
  const lookUp = rememberSubjects(db, caseId);
  /** Entities that were judged to be one are shown as one, and so is what was said of them. */
  const idNow = ({ subject }: Comment): string =>
    subject.kind === 'entity' ? (lookUp(subject)?.now.entityId ?? subject.id) : subject.id;
  const threads = threadsOf(commentsOfCase(db, caseId));
  const bySubject = groupBy(threads, ({ first }) => `${first.subject.kind} ${idNow(first)}`);
  return [...bySubject.values()].flatMap(at => {
    const first = at[0]?.first;
    if (!first) return [];
    const all = at.flatMap(thread => [thread.first, ...thread.replies]);
    return [
      {
        kind: first.subject.kind,
        id: idNow(first),
        findingId: lookUp(first.subject)?.now.findingId ?? null,
        open: at.filter(isOpen).length,
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
    author: { name: personOf(ctx.db), team },
    origin: { kind: 'vault' },
    writtenAt: ctx.now(),
    resolved: null,
    withdrawnAt: null,
  };
  insertComment(ctx.db, comment);
  record(ctx, 'comment-written', comment);
  return comment;
}

export function resolveComment(ctx: CommandContext, { commentId, answer }: ParsedInputOf<'comment.resolve'>): Comment {
  const first = firstOfThread(ctx.db, requireComment(ctx.db, commentId));
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
  const resolved = { at: ctx.now(), by: personOf(ctx.db), answerId: reply?.id ?? null };
  setResolved(ctx.db, id, resolved);
  record(ctx, 'comment-resolved', first, reply ? { answer: reply.id } : {});
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
  if (!isBy(comment, personOf(db))) throw new ProbatumError('comment-of-another', { author: comment.author.name });
  return comment;
}

function isBy({ origin, author }: Comment, person: string): boolean {
  return origin.kind === 'vault' && author.name === person;
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
      on: subjectName,
      kind: subject.kind,
      of: subject.id,
      by: author.name,
      ...(verdict === null ? {} : { verdict }),
      ...(isDissent ? { dissent: 'yes' } : {}),
      ...details,
      content: Sha256.parse(sha256Hex(text)),
    },
  });
}
