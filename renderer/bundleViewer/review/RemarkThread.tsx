/** A thread: the first remark, the answers, how it was settled. A dissent is marked in words, settled or not. */
import { authorWords, type CommentThread, verdictSigns, verdictWords } from '../../../shared/domain/comment.ts';
import { languageOf } from '../content/languageOf.ts';
import { instantWords } from '../views/words.ts';
import type { Review } from './ReviewProvider.tsx';
import type { Said } from './saidOf.ts';

interface Props {
  thread: CommentThread<Said>;
  review: Review;
  /** Absent where nothing can be written, in the list of all remarks. */
  onAnswer?: (said: Said) => void;
  onChange?: (said: Said) => void;
}

export function RemarkThread({ thread: { first, replies }, ...props }: Props) {
  return (
    <article className="remark-thread" aria-label={`By ${authorWords(first.author)}`}>
      <Remark said={first} {...props} />
      {replies.map(reply => (
        <div key={reply.id} className="remark-reply">
          <Remark said={reply} {...props} />
        </div>
      ))}
      {first.resolved && (
        <p className="quiet">
          {first.resolved.as === 'accepted' ? '✓ Accepted' : '✗ Rejected'} by {first.resolved.by},{' '}
          {instantWords(first.resolved.at)}
        </p>
      )}
    </article>
  );
}

function Remark({ said, review, onAnswer, onChange }: { said: Said } & Omit<Props, 'thread'>) {
  const { author, verdict, isDissent, text, writtenAt, withdrawnAt, mine } = said;
  return (
    <div className={withdrawnAt === null ? 'remark' : 'remark taken-back'} data-remark={said.id}>
      <p className="remark-head">
        <b lang={languageOf(author.name)}>{author.name}</b>
        {author.team !== '' && <span className="quiet">{author.team}</span>}
        <time className="quiet" dateTime={writtenAt}>
          {instantWords(writtenAt)}
        </time>
      </p>
      {(verdict !== null || isDissent) && (
        <p className="remark-marks">
          {isDissent && <span className="dissent">⚑ Dissent</span>}
          {verdict !== null && (
            <span className={`verdict ${verdict}`}>
              <span aria-hidden="true">{verdictSigns[verdict]}</span> {verdictWords[verdict]}
            </span>
          )}
        </p>
      )}
      {text !== '' && (
        <p className="remark-text" lang={languageOf(text)}>
          {text}
        </p>
      )}
      {withdrawnAt !== null && <p className="quiet">Taken back, {instantWords(withdrawnAt)}</p>}
      <p className="remark-actions">
        {onAnswer && (
          <button type="button" className="plain" onClick={() => onAnswer(said)}>
            Answer
          </button>
        )}
        {onChange && mine && !mine.inFile && (
          <button type="button" className="plain" onClick={() => onChange(said)}>
            Change
          </button>
        )}
        {mine && withdrawnAt === null && (
          <button type="button" className="plain" onClick={() => review.takeBack(said.id)}>
            Take back
          </button>
        )}
      </p>
    </div>
  );
}
