/** Where there is no room for threads: a button with their number, which opens them beside it. */
import { MessageSquare } from 'lucide-react';
import { useRef, useState } from 'react';
import { countOf, Popover } from '../../ui/index.ts';
import { type CommentedThing, Comments } from './Comments.tsx';
import { CountMark } from './CommentMark.tsx';
import { useCommentCount } from './useCommentCount.ts';
import './comment.css';

export interface CommentsButtonProps {
  subject: CommentedThing;
  /** As in "Comments on {name}". */
  name: string;
}

export function CommentsButton({ subject, name }: CommentsButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const count = useCommentCount(subject);
  const said = count
    ? `, ${countOf(count.total, 'comment')}, ${count.open} open${count.dissents > 0 ? ', with dissent' : ''}`
    : '';
  return (
    <>
      <button
        ref={button}
        type="button"
        className="icon-button comments-button"
        aria-label={`Comments on ${name}${said}`}
        title={`Comments on ${name}`}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {count ? <CountMark count={count} /> : <MessageSquare size={15} aria-hidden />}
      </button>
      <Popover open={open} onClose={() => setOpen(false)} anchor={button} label={`Comments on ${name}`}>
        <div className="comments-floating">
          <Comments subject={subject} writing />
        </div>
      </Popover>
    </>
  );
}
