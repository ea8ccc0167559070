/** The small button "Comment" at a thing of the bundle; it opens what was said of it, and takes what the reader has to say. */
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { type CommentSubject, MAX_QUOTE_CHARS } from '../../../shared/domain/comment.ts';
import { RemarkPanel } from './RemarkPanel.tsx';
import { placeBeside } from './placeBeside.ts';
import { useReview } from './ReviewProvider.tsx';
import { sameSubject, saidOf } from './saidOf.ts';
import './review.css';

export interface ReviewTarget {
  /** For an exhibit its `id` of the bundle, or its number where it has none; for the case its reference. */
  subject: Omit<CommentSubject, 'pageIndex'> & { pageIndex?: number | null };
  /** As a reader calls it: `EX-0001, p. A-3`, `F-1, claim 2`. */
  name: string;
  /** The words commented on: a claim's text, a citation's frozen quote, a title. */
  quote: string;
}

interface Props {
  target: ReviewTarget;
  /** Words for the button where "Comment" alone would be unclear. */
  label?: string;
}

export function ReviewSlot({ target, label = 'Comment' }: Props) {
  const review = useReview();
  /** Null: closed; else the words to comment on. */
  const [quote, setQuote] = useState<string | null>(null);
  const open = quote !== null;
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const id = useId();
  // Before the effects of what is inside: a field of a panel that is not shown yet cannot take the focus.
  useLayoutEffect(() => {
    const shown = panel.current;
    if (!open || !shown || !button.current) return;
    return placeBeside(shown, button.current);
  }, [open]);
  if (!review) return null;
  const subject: CommentSubject = { ...target.subject, pageIndex: target.subject.pageIndex ?? null };
  const said = saidOf(review, one => sameSubject(one, subject));
  const close = (): void => {
    setQuote(null);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="comment-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        data-review-target={`${subject.kind} ${subject.id}`}
        onClick={() => setQuote(open ? null : (selectedWords(subject) ?? target.quote))}
      >
        <span aria-hidden="true">{said.some(({ isDissent }) => isDissent) ? '⚑' : '✎'}</span> {label}
        <span className="unseen"> on {target.name}</span>
        {said.length > 0 && (
          <>
            <span className="unseen">, </span>
            <span className="comment-count">{said.length}</span>
            <span className="unseen"> so far</span>
          </>
        )}
      </button>
      {open && (
        <section
          ref={panel}
          id={id}
          popover="manual"
          className="remark-panel"
          aria-label={`Comments on ${target.name}`}
          onKeyDown={event => {
            // The viewer's own keys (J, K, arrows) must not turn pages while one writes.
            event.stopPropagation();
            if (event.key === 'Escape') close();
          }}
        >
          <RemarkPanel {...{ review, subject }} name={target.name} quote={quote} onClose={close} />
        </section>
      )}
    </>
  );
}

/** Words that are selected in the page are what one wants to speak of; they count for an exhibit and its pages. */
function selectedWords({ kind }: CommentSubject): string | null {
  const selection = window.getSelection();
  const within = selection?.anchorNode?.parentElement?.closest('.pages');
  const words = selection?.toString().replace(/\s+/g, ' ').trim() ?? '';
  return kind === 'exhibit' && within && words !== '' ? words.slice(0, MAX_QUOTE_CHARS) : null;
}
