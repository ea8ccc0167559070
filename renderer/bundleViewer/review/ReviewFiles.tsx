/** Saving the review as a file for the investigator, and loading one to go on with it. Nothing is sent anywhere. */
import { useRef, useState } from 'react';
import { MAX_REVIEW_BYTES, readReview, writeReview } from '../../../shared/domain/review.ts';
import { counted } from '../views/words.ts';
import { keepingSentences } from './reviewMemory.ts';
import type { Review } from './ReviewProvider.tsx';
import { remarksToSave, reviewOfFile } from './reviewState.ts';

export function ReviewFiles({ review }: { review: Review }) {
  const [told, setTold] = useState<{ words: string; isProblem: boolean } | null>(null);
  const [forgetting, setForgetting] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const { state, unsaved, keeping } = review;
  const remarks = remarksToSave(state);
  const save = (): void => {
    if (!state.reviewer) return;
    const name = fileName(review.bundle.externalIdentifier, state.reviewer.name);
    download(name, writeReview({ bundle: review.bundle, reviewer: state.reviewer, remarks }));
    review.markSaved(remarks);
    setTold({ words: `Saved as ${name}. Give this file to the investigator.`, isProblem: false });
  };
  const load = async (file: File): Promise<void> => setTold(await takeIn(file, review));
  return (
    <section className="review-files" aria-label="Review file">
      <p className="remark-actions">
        <button type="button" className="main" disabled={remarks.length === 0 || !state.reviewer} onClick={save}>
          Save review file
        </button>
        <button type="button" onClick={() => chooser.current?.click()}>
          Load review file…
        </button>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          className="unseen"
          tabIndex={-1}
          aria-label="Review file to load"
          onChange={event => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file) void load(file);
          }}
        />
        {state.remarks.length > 0 && (
          <button type="button" className="plain" onClick={() => setForgetting(true)}>
            Take out of this browser
          </button>
        )}
      </p>
      <p role="status">
        {unsaved > 0 && <b className="unsaved">{counted(unsaved, 'remark is', 'remarks are')} not in a file yet. </b>}
        {told && <span className={told.isProblem ? 'problem' : ''}>{told.words}</span>}
      </p>
      {forgetting && (
        <p className="remark-actions" role="alert">
          <span>
            {unsaved > 0
              ? `${counted(unsaved, 'remark is', 'remarks are')} in no file and would be lost.`
              : 'All remarks are in a file; this page forgets them.'}
          </span>
          <button
            type="button"
            onClick={() => {
              review.forget();
              setForgetting(false);
            }}
          >
            Take out
          </button>
          <button type="button" onClick={() => setForgetting(false)}>
            Keep
          </button>
        </p>
      )}
      <p className={keeping === 'page' ? 'problem' : 'quiet'}>{keepingSentences[keeping]}</p>
      {keeping !== 'page' && (
        <label className="keep-choice">
          <input
            type="checkbox"
            checked={keeping !== 'page-chosen'}
            onChange={event => review.setKept(event.target.checked)}
          />
          Keep my remarks in this browser
        </label>
      )}
    </section>
  );
}

async function takeIn(file: File, review: Review): Promise<{ words: string; isProblem: boolean }> {
  const problem = (words: string) => ({ words: `${file.name}: ${words}`, isProblem: true });
  if (file.size > MAX_REVIEW_BYTES) return problem('this is too large for a review file. Nothing was loaded.');
  const reading = readReview(await file.text());
  if (reading.kind === 'broken')
    return problem(`this review file is damaged (${reading.problem}). Nothing was loaded.`);
  if (reading.kind === 'foreign') return problem('this is not a review file. Nothing was loaded.');
  if (reading.kind === 'newer')
    return problem(`this review file is of a newer kind (${reading.format}). Use the viewer of the newer bundle.`);
  const { bundle } = reading.review;
  // Ids follow from the bundle too: remarks on another would not be the same remarks here.
  if (bundle.caseSha256 !== review.bundle.caseSha256)
    return problem(
      `it speaks of another bundle, ${bundle.externalIdentifier} as exported ${bundle.exportedAt.slice(0, 10)}. Open that one, or give the file to the investigator as it is.`,
    );
  review.takeIn(reviewOfFile(reading.review));
  const bad = reading.problems.length;
  return {
    words: `${counted(reading.review.remarks.length, 'remark')} loaded from ${file.name}.${bad > 0 ? ` ${counted(bad, 'remark')} could not be read and was left out.` : ''}`,
    isProblem: bad > 0,
  };
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Subtle: some browsers begin to read only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Letters of any script stay; what a file system may take amiss does not. */
function fileName(reference: string, reviewer: string): string {
  const plain = (text: string): string => text.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return `review-${plain(reference)}-${plain(reviewer).slice(0, 60)}.json`;
}
