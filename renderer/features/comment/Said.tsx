/** One comment: by whom, when, its verdict and words, and whether its author took it back. */
import { Flag, Undo2 } from 'lucide-react';
import type { CommentRow } from '../../../shared/contract/comment.ts';
import { verdictSigns, verdictWords } from '../../../shared/domain/comment.ts';
import { Badge, Button, classes, InstantText } from '../../ui/index.ts';
import type { CommentSteps } from './useCommentSteps.ts';

export function Said({ comment, steps }: { comment: CommentRow; steps: CommentSteps }) {
  const { author, text, verdict, isDissent, writtenAt, withdrawnAt, origin, isMine } = comment;
  return (
    <div className={classes('comment', withdrawnAt !== null && 'comment-withdrawn')}>
      <p className="comment-head">
        <span className="comment-author" dir="auto">
          {author.name}
        </span>
        {author.team !== '' && <span dir="auto">{author.team}</span>}
        <InstantText at={writtenAt} withTime />
        {origin.kind === 'review' && <Badge>from a bundle</Badge>}
      </p>
      {(isDissent || verdict !== null) && (
        <p className="comment-marks">
          {isDissent && (
            <span className="comment-dissent">
              <Flag size={13} aria-hidden /> Dissent
            </span>
          )}
          {verdict !== null && (
            <span className={`comment-verdict comment-verdict-${verdict}`}>
              <span aria-hidden>{verdictSigns[verdict]}</span> {verdictWords[verdict]}
            </span>
          )}
        </p>
      )}
      {text !== '' && (
        <p className="comment-text" dir="auto">
          {text}
        </p>
      )}
      {withdrawnAt !== null && (
        <p className="comment-facts">
          taken back by its author, <InstantText at={withdrawnAt} withTime />
        </p>
      )}
      {isMine && (
        <Button
          kind="quiet"
          icon={Undo2}
          onPress={() => void (withdrawnAt === null ? steps.withdraw(comment) : steps.restore(comment))}
        >
          {withdrawnAt === null ? 'Take back' : 'Restore'}
        </Button>
      )}
    </div>
  );
}
