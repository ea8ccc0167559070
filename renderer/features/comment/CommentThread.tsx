/** A thread: what was said first, the answers, and how it was settled. A dissent is marked in words and stays so. */
import { Check, CornerDownRight, Flag, RotateCcw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { CommentRow } from '../../../shared/contract/comment.ts';
import {
  authorWords,
  type CommentThread as Thread,
  verdictSigns,
  verdictWords,
} from '../../../shared/domain/comment.ts';
import { Badge, Button, classes, InstantText } from '../../ui/index.ts';
import { CommentForm } from './CommentForm.tsx';
import type { CommentSteps } from './useCommentSteps.ts';

export interface CommentThreadProps {
  thread: Thread<CommentRow>;
  steps: CommentSteps;
}

export function CommentThread({ thread: { first, replies }, steps }: CommentThreadProps) {
  const [doing, setDoing] = useState<'answer' | 'resolve' | null>(null);
  const done = () => setDoing(null);
  const { caseId, subject, resolved } = first;
  return (
    <article
      className={classes('comment-thread', resolved && 'comment-thread-resolved')}
      aria-label={`Thread of ${authorWords(first.author)}`}
    >
      <Said comment={first} steps={steps} />
      {replies.length > 0 && (
        <ol className="comment-replies" aria-label="Answers">
          {replies.map(reply => (
            <li key={reply.id}>
              <Said comment={reply} steps={steps} />
            </li>
          ))}
        </ol>
      )}
      {resolved && (
        <p className="comment-facts">
          <Badge tone="good">resolved</Badge> by {resolved.by}, <InstantText at={resolved.at} withTime />
        </p>
      )}
      {doing === null ? (
        <div className="comment-actions">
          <Button kind="quiet" icon={CornerDownRight} onPress={() => setDoing('answer')}>
            Answer
          </Button>
          {resolved ? (
            <Button kind="quiet" icon={RotateCcw} onPress={() => void steps.reopen(first)}>
              Open again
            </Button>
          ) : (
            <Button kind="quiet" icon={Check} onPress={() => setDoing('resolve')}>
              Resolve …
            </Button>
          )}
        </div>
      ) : doing === 'answer' ? (
        <CommentForm
          action="Answer"
          onCancel={done}
          onAdd={async words => {
            const added = await steps.write({ caseId, subject, parentId: first.id, ...words });
            if (added) done();
            return added;
          }}
        />
      ) : (
        <CommentForm
          action="Resolve"
          wordsOnly
          mayBeEmpty
          onCancel={done}
          onAdd={async ({ text }) => {
            const settled = await steps.resolve(first, text.trim());
            if (settled) done();
            return settled;
          }}
        />
      )}
    </article>
  );
}

function Said({ comment, steps }: { comment: CommentRow; steps: CommentSteps }) {
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
