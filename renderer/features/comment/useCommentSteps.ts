/** What is said and settled, as steps that can be taken back. Nothing is unwritten: taking back is a step of its own. */
import { useMemo } from 'react';
import type { CommentRow } from '../../../shared/contract/comment.ts';
import type { Outcome } from '../../../shared/domain/comment.ts';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { CommentId } from '../../../shared/kernel/ids.ts';
import { call, reportOf } from '../../api/index.ts';
import { type UndoableStep, useToast, useUndo } from '../../workbench/index.ts';

export interface CommentSteps {
  /** True once it is saved; else the person was told. */
  write(input: InputOf<'comment.write'>): Promise<boolean>;
  settle(first: CommentRow, as: Outcome, answer: string): Promise<boolean>;
  reopen(first: CommentRow): Promise<boolean>;
  withdraw(comment: CommentRow): Promise<boolean>;
  restore(comment: CommentRow): Promise<boolean>;
}

export function useCommentSteps(): CommentSteps {
  const toast = useToast();
  const undo = useUndo();
  return useMemo(() => {
    const take = async (act: () => Promise<UndoableStep>, told?: string): Promise<boolean> => {
      try {
        undo.push(await act());
        if (told !== undefined) toast({ text: told, undo: true });
        return true;
      } catch (error) {
        toast({ text: reportOf(error).sentence, kind: 'problem' });
        return false;
      }
    };
    const withdraw = async (commentId: CommentId) => void (await call('comment.withdraw', { commentId }));
    const restore = async (commentId: CommentId) => void (await call('comment.restore', { commentId }));
    const reopen = async (commentId: CommentId, takeBackAnswer = false) =>
      void (await call('comment.reopen', { commentId, takeBackAnswer }));
    const settle = async (commentId: CommentId, how: Omit<InputOf<'comment.resolve'>, 'commentId'>) =>
      void (await call('comment.resolve', { commentId, ...how }));
    return {
      write: input =>
        take(async () => {
          const { id } = await call('comment.write', input);
          return { label: 'a comment', undo: () => withdraw(id), redo: () => restore(id) };
        }),
      settle: ({ id }, as, answer) =>
        take(
          async () => {
            await settle(id, { as, answer });
            return {
              label: as === 'accepted' ? 'accepting a comment' : 'rejecting a comment',
              undo: () => reopen(id, true),
              redo: () => settle(id, { as, answer }),
            };
          },
          as === 'accepted' ? 'Comment accepted.' : 'Comment rejected; it stays in view with your reason.',
        ),
      reopen: ({ id, resolved }) =>
        take(async () => {
          await reopen(id);
          const before = resolved && { as: resolved.as, answerId: resolved.answerId };
          return {
            label: 'opening a thread again',
            undo: async () => {
              if (before) await settle(id, before);
            },
            redo: () => reopen(id),
          };
        }),
      withdraw: ({ id }) =>
        take(async () => {
          await withdraw(id);
          return { label: 'taking a comment back', undo: () => restore(id), redo: () => withdraw(id) };
        }, 'Comment taken back. Its words stay on record.'),
      restore: ({ id }) =>
        take(async () => {
          await restore(id);
          return { label: 'restoring a comment', undo: () => withdraw(id), redo: () => restore(id) };
        }),
    };
  }, [toast, undo]);
}
