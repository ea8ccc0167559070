/** Who reviews: asked once for a bundle, and changeable. Remarks made so far keep the name they were made under. */
import { useEffect, useId, useRef, useState } from 'react';
import type { Review } from './ReviewProvider.tsx';

interface Props {
  review: Review;
  takesFocus?: boolean;
  onDone?: () => void;
}

export function ReviewerForm({ review, takesFocus = false, onDone }: Props) {
  const [name, setName] = useState(review.state.reviewer?.name ?? '');
  const [team, setTeam] = useState(review.state.reviewer?.team ?? '');
  const [problem, setProblem] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  return (
    <form
      className="remark-form"
      onSubmit={event => {
        event.preventDefault();
        if (name.trim() === '') {
          setProblem(true);
          return field.current?.focus();
        }
        review.setReviewer({ name: name.trim(), team: team.trim() });
        onDone?.();
      }}
    >
      <p className="quiet">Your name goes into the review file, with each remark.</p>
      <label htmlFor={`${id}-name`}>Your name</label>
      <input
        ref={field}
        id={`${id}-name`}
        maxLength={200}
        value={name}
        autoComplete="off"
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={event => setName(event.target.value)}
      />
      <label htmlFor={`${id}-team`}>For which body or team</label>
      <input
        id={`${id}-team`}
        maxLength={200}
        value={team}
        autoComplete="off"
        onChange={event => setTeam(event.target.value)}
      />
      {problem && (
        <p id={`${id}-problem`} role="alert" className="problem">
          Write a name: a remark by nobody cannot be answered.
        </p>
      )}
      <div className="remark-actions">
        <button type="submit" className="main">
          {review.state.reviewer ? 'Change' : 'Go on'}
        </button>
        {onDone && (
          <button type="button" onClick={onDone}>
            Cancel
          </button>
        )}
      </div>
    </form>
  );
}
