/** An answer that leaves a thread open, and one that settles it. */
import type { CommentRow } from '../../../shared/contract/comment.ts';
import type { Outcome } from '../../../shared/domain/comment.ts';
import { CommentForm } from './CommentForm.tsx';
import type { CommentSteps } from './useCommentSteps.ts';

interface Props {
  first: CommentRow;
  steps: CommentSteps;
  onDone(): void;
}

export function AnswerForm({ first, steps, onDone }: Props) {
  const { caseId, subject, id } = first;
  const add = async (words: Parameters<Parameters<typeof CommentForm>[0]['onAdd']>[0]) =>
    closing(await steps.write({ caseId, subject, parentId: id, ...words }), onDone);
  return <CommentForm action="Answer" onCancel={onDone} onAdd={add} />;
}

export function SettleForm({ first, as, steps, onDone }: Props & { as: Outcome }) {
  return (
    <CommentForm
      action={as === 'accepted' ? 'Accept' : 'Reject'}
      settles={as}
      onCancel={onDone}
      onAdd={async ({ text }) => closing(await steps.settle(first, as, text.trim()), onDone)}
    />
  );
}

function closing(isDone: boolean, onDone: () => void): boolean {
  if (isDone) onDone();
  return isDone;
}
