/** The form for a remark: verdict, words, and whether it is a dissent. Ctrl+Enter adds it. */
import { useEffect, useId, useRef, useState } from 'react';
import {
  authorWords,
  MAX_COMMENT_CHARS,
  problemOfComment,
  Verdict,
  verdictWords,
} from '../../../shared/domain/comment.ts';
import type { RemarkWords } from './ReviewProvider.tsx';
import type { Said } from './saidOf.ts';

interface Props {
  draftKey: string;
  drafts: Map<string, RemarkWords>;
  /** The remark that is being changed. */
  start: Said | null;
  answers: Said | null;
  onAdd: (words: RemarkWords) => void;
  onCancel: (() => void) | null;
}

const nothing: RemarkWords = { text: '', verdict: null, isDissent: false };

export function RemarkForm({ draftKey, drafts, start, answers, onAdd, onCancel }: Props) {
  const [words, setWords] = useState<RemarkWords>(() => drafts.get(draftKey) ?? wordsOf(start));
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const set = (change: Partial<RemarkWords>): void => {
    const next = { ...words, ...change };
    setWords(next);
    setProblem(null);
    drafts.set(draftKey, next);
  };
  const add = (): void => {
    const found = problemOfComment(words);
    setProblem(found);
    if (found !== null) {
      field.current?.focus();
      return;
    }
    drafts.delete(draftKey);
    setWords(nothing);
    onAdd(words);
  };
  return (
    <form
      className="remark-form"
      onSubmit={event => {
        event.preventDefault();
        add();
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          add();
        }
      }}
    >
      {answers && <p className="quiet">Answer to {authorWords(answers.author)}</p>}
      <label htmlFor={`${id}-verdict`}>Verdict</label>
      <select
        id={`${id}-verdict`}
        value={words.verdict ?? ''}
        onChange={event => set(ofVerdict(Verdict.safeParse(event.target.value).data ?? null, words))}
      >
        <option value="">none, only a remark</option>
        {Verdict.options.map(verdict => (
          <option key={verdict} value={verdict}>
            {verdictWords[verdict]}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-text`}>Remark</label>
      <textarea
        ref={field}
        id={`${id}-text`}
        rows={4}
        maxLength={MAX_COMMENT_CHARS}
        value={words.text}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={event => set({ text: event.target.value })}
      />
      {words.verdict !== 'agrees' && (
        <label className="dissent-choice">
          <input
            type="checkbox"
            checked={words.isDissent}
            onChange={event => set({ isDissent: event.target.checked })}
          />
          On record as a dissent: it stays in view, also when it is answered
        </label>
      )}
      {problem && (
        <p id={`${id}-problem`} role="alert" className="problem">
          {problem}
        </p>
      )}
      <div className="remark-actions">
        <button type="submit" className="main">
          {start ? 'Change remark' : answers ? 'Add answer' : 'Add remark'}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        )}
        <span className="quiet">
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
      </div>
    </form>
  );
}

/** Who agrees does not dissent. */
function ofVerdict(verdict: Verdict | null, { isDissent }: RemarkWords): Partial<RemarkWords> {
  return { verdict, isDissent: verdict === 'agrees' ? false : isDissent };
}

function wordsOf(said: Said | null): RemarkWords {
  return said ? { text: said.text, verdict: said.verdict, isDissent: said.isDissent } : nothing;
}
