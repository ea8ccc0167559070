/** What one has to say: verdict, words, and whether it is a dissent; or words alone, which settle a thread. Mod+Enter adds it. */
import { useRef, useState } from 'react';
import {
  type Comment,
  MAX_COMMENT_CHARS,
  type Outcome,
  problemOfComment,
  Verdict,
  verdictWords,
} from '../../../shared/domain/comment.ts';
import { problemOfSettling } from '../../../shared/domain/commentState.ts';
import { Button, Checkbox, Select, TextArea } from '../../ui/index.ts';

export type CommentWords = Pick<Comment, 'text' | 'verdict' | 'isDissent'>;

export interface CommentFormProps {
  /** What it does: "Comment", "Answer", "Accept". */
  action: string;
  /** Without verdict and dissent: how the thread is settled. */
  settles?: Outcome;
  onAdd(words: CommentWords): Promise<boolean>;
  onCancel?: () => void;
}

const settling: Record<Outcome, { label: string; placeholder: string }> = {
  accepted: { label: 'Answer', placeholder: 'What was done about it; may stay empty' },
  rejected: { label: 'Reason', placeholder: 'Why it stays as it is' },
};

const nothing: CommentWords = { text: '', verdict: null, isDissent: false };

const verdictOptions = [
  { value: '' as const, label: 'None, only a remark' },
  ...Verdict.options.map(value => ({ value, label: verdictWords[value] })),
];

export function CommentForm({ action, settles, onAdd, onCancel }: CommentFormProps) {
  const [words, setWords] = useState(nothing);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const set = (change: Partial<CommentWords>) => {
    setProblem(null);
    setWords(now => ({ ...now, ...change }));
  };
  const add = async () => {
    const found = settles ? problemOfSettling(settles, words.text) : problemOfComment(words);
    setProblem(found);
    if (found !== null || busy) return field.current?.focus();
    setBusy(true);
    const added = await onAdd(words);
    setBusy(false);
    if (added) setWords(nothing);
  };
  return (
    <form
      className="comment-form"
      aria-label={action}
      onSubmit={event => {
        event.preventDefault();
        void add();
      }}
      onKeyDown={event => {
        // Words that were typed are not lost to a key.
        if (event.key === 'Escape' && onCancel && words.text.trim() === '') {
          event.preventDefault();
          event.stopPropagation();
          onCancel();
        }
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void add();
      }}
    >
      {!settles && (
        <Select
          label="Verdict"
          value={words.verdict ?? ''}
          options={verdictOptions}
          onChange={chosen =>
            set(
              chosen === 'agrees' ? { verdict: chosen, isDissent: false } : { verdict: chosen === '' ? null : chosen },
            )
          }
        />
      )}
      <TextArea
        ref={field}
        label={settles ? settling[settles].label : 'Comment'}
        rows={3}
        value={words.text}
        maxLength={MAX_COMMENT_CHARS}
        problem={problem}
        placeholder={settles && settling[settles].placeholder}
        onChange={text => set({ text })}
        autoFocus
      />
      {!settles && words.verdict !== 'agrees' && (
        <Checkbox
          label="On record as a dissent"
          hint="It stays in view here when it is answered, and the report says that there is one."
          checked={words.isDissent}
          onChange={isDissent => set({ isDissent })}
        />
      )}
      <div className="comment-form-actions">
        <Button kind="primary" type="submit" busy={busy} shortcut="Mod+Enter">
          {action}
        </Button>
        {onCancel && (
          <Button kind="quiet" onPress={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}
