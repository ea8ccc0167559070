/** What became of the thing since it was commented on. Draws nothing where it is as it was. */
import type { CommentRow } from '../../../shared/contract/comment.ts';
import { standingSentences } from '../../../shared/domain/commentState.ts';
import { Notice } from '../../ui/index.ts';

export function SubjectSince({ comment: { now, quote } }: { comment: Pick<CommentRow, 'now' | 'quote'> }) {
  if (now.standing === 'as-it-was') return null;
  return (
    <Notice kind="warning">
      {standingSentences[now.standing]}
      {now.standing === 'changed' && (
        <dl className="comment-since">
          <dt>Then</dt>
          <dd dir="auto">{quote}</dd>
          <dt>Now</dt>
          <dd dir="auto">{now.words}</dd>
        </dl>
      )}
    </Notice>
  );
}
