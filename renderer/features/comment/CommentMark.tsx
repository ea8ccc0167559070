/** A chip in a row: how many comments, and whether one of them is a dissent. Draws nothing where nothing was said. */
import { Flag, MessageSquare } from 'lucide-react';
import { classes, countOf, formatCount } from '../../ui/index.ts';
import type { CommentedThing } from './Comments.tsx';
import { type Said, useCommentCount } from './useCommentCount.ts';
import './comment.css';

export function CommentMark({ subject, within = false }: { subject: CommentedThing; within?: boolean }) {
  const count = useCommentCount(subject, { within });
  if (!count || count.total === 0) return null;
  const words = `${countOf(count.total, 'comment')}, ${count.open === 0 ? 'none open' : `${formatCount(count.open)} open`}${count.dissents > 0 ? `, ${countOf(count.dissents, 'dissent')}` : ''}`;
  return (
    <span className="comment-mark" title={words}>
      <span className="visually-hidden">{words}</span>
      <CountMark count={count} />
    </span>
  );
}

export function CountMark({ count }: { count: Said }) {
  return (
    <span className={classes('comment-count', count.open === 0 && 'comment-count-settled')} aria-hidden>
      {count.dissents > 0 ? <Flag size={13} className="comment-dissent" /> : <MessageSquare size={13} />}
      {formatCount(count.total)}
    </span>
  );
}
