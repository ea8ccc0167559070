/** The place "Review": all that was said of this bundle, who says it, and the way out: the review file. */
import { useState } from 'react';
import { authorWords, threadsOf } from '../../../shared/domain/comment.ts';
import type { CaseIndex } from '../content/caseIndex.ts';
import { languageOf } from '../content/languageOf.ts';
import { counted } from '../views/words.ts';
import { RemarkThread } from './RemarkThread.tsx';
import { ReviewerForm } from './ReviewerForm.tsx';
import { ReviewFiles } from './ReviewFiles.tsx';
import { type Review, useReview } from './ReviewProvider.tsx';
import { ReviewSlot } from './ReviewSlot.tsx';
import { saidOf } from './saidOf.ts';
import { placeOf } from './placeOf.ts';

export function ReviewView({ index }: { index: CaseIndex }) {
  const review = useReview();
  if (!review) return null;
  const threads = threadsOf(saidOf(review, () => true));
  const { reference, title } = index.bundle.case;
  return (
    <div className="review-view">
      <h2>Review</h2>
      <Who review={review} />
      <ReviewFiles review={review} />
      <p className="remark-actions">
        <ReviewSlot
          target={{ subject: { kind: 'case', id: reference }, name: `${reference}, the case as a whole`, quote: title }}
          label="Comment on the case as a whole"
        />
      </p>
      <h3>{threads.length === 0 ? 'Nothing has been said yet' : counted(threads.length, 'thread')}</h3>
      {threads.length === 0 && (
        <p className="quiet">
          Each finding, claim, citation, passage and exhibit has a button “Comment”. What you write there is listed
          here.
        </p>
      )}
      <ol className="remark-list">
        {threads.map(thread => {
          const { subject, subjectName, quote } = thread.first;
          const place = placeOf(subject, index);
          return (
            <li key={thread.first.id}>
              <p className="remark-subject" lang={languageOf(subjectName)}>
                {place === null ? subjectName : <a href={place}>{subjectName}</a>}
              </p>
              {quote !== '' && (
                <p className="remark-quote" lang={languageOf(quote)}>
                  {quote}
                </p>
              )}
              <RemarkThread {...{ thread, review }} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Who({ review }: { review: Review }) {
  const [changing, setChanging] = useState(false);
  const { reviewer } = review.state;
  if (reviewer === null || changing)
    return (
      <ReviewerForm review={review} {...(changing ? { takesFocus: true, onDone: () => setChanging(false) } : {})} />
    );
  return (
    <p className="remark-actions">
      <span>
        You review as <b lang={languageOf(reviewer.name)}>{authorWords(reviewer)}</b>
      </span>
      <button type="button" className="plain" onClick={() => setChanging(true)}>
        Change
      </button>
    </p>
  );
}
