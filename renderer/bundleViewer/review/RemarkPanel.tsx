/** What stands in the panel at a thing: its words, what was said of it, and the form for one's own remark. */
import { useState } from 'react';
import { type CommentSubject, threadsOf } from '../../../shared/domain/comment.ts';
import type { CommentId } from '../../../shared/kernel/ids.ts';
import { languageOf } from '../content/languageOf.ts';
import { keepingSentences } from './reviewMemory.ts';
import { RemarkForm } from './RemarkForm.tsx';
import { RemarkThread } from './RemarkThread.tsx';
import { ReviewerForm } from './ReviewerForm.tsx';
import type { Review } from './ReviewProvider.tsx';
import { type Said, sameSubject, saidOf } from './saidOf.ts';

interface Props {
  review: Review;
  subject: CommentSubject;
  name: string;
  quote: string;
  onClose: () => void;
}

export function RemarkPanel({ review, subject, name, quote, onClose }: Props) {
  const [changing, setChanging] = useState<Said | null>(null);
  const [answering, setAnswering] = useState<Said | null>(null);
  const threads = threadsOf(saidOf(review, one => sameSubject(one, subject)));
  const add = (words: { text: string; verdict: Said['verdict']; isDissent: boolean }): void => {
    const parentId: CommentId | null = changing?.parentId ?? answering?.id ?? null;
    review.add(
      { ...words, subject, subjectName: name, quote: changing?.quote ?? quote, parentId },
      changing?.id ?? null,
    );
    setChanging(null);
    setAnswering(null);
  };
  return (
    <>
      <header className="remark-panel-head">
        <h3 lang={languageOf(name)}>{name}</h3>
        <button type="button" className="plain" onClick={onClose} aria-label="Close comments">
          ✕
        </button>
      </header>
      {quote !== '' && <blockquote lang={languageOf(quote)}>{quote}</blockquote>}
      {threads.map(thread => (
        <RemarkThread key={thread.first.id} {...{ thread, review }} onAnswer={setAnswering} onChange={setChanging} />
      ))}
      {review.state.reviewer === null ? (
        <ReviewerForm review={review} takesFocus />
      ) : (
        <RemarkForm
          key={changing?.id ?? answering?.id ?? 'new'}
          draftKey={`${subject.kind} ${subject.id} ${subject.pageIndex} ${changing?.id ?? answering?.id ?? ''}`}
          drafts={review.drafts}
          start={changing}
          answers={answering}
          onAdd={add}
          onCancel={
            changing || answering
              ? () => {
                  setChanging(null);
                  setAnswering(null);
                }
              : null
          }
        />
      )}
      {review.keeping === 'page' && <p className="problem remark-keeping">{keepingSentences.page}</p>}
    </>
  );
}
