/** A thread: what was said first, the answers, and how it was settled. A dissent is marked in words and stays so. */
import { Check, CornerDownRight, RotateCcw, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CommentRow } from '../../../shared/contract/comment.ts';
import { authorWords, type CommentThread as Thread, type Outcome } from '../../../shared/domain/comment.ts';
import { Button, classes, InstantText } from '../../ui/index.ts';
import { useCommands } from '../../workbench/index.ts';
import { AnswerForm, SettleForm } from './AnswerForms.tsx';
import { Said } from './Said.tsx';
import { StateBadge } from './StateBadge.tsx';
import { PartSpokenOf } from './PartSpokenOf.tsx';
import { SubjectSince } from './SubjectSince.tsx';
import type { CommentSteps } from './useCommentSteps.ts';

export interface CommentThreadProps {
  thread: Thread<CommentRow>;
  steps: CommentSteps;
  /** The one thread in view: its steps are commands with a key. */
  inHand?: boolean;
}

export function CommentThread({ thread, steps, inHand = false }: CommentThreadProps) {
  const { first, replies } = thread;
  const [doing, begin] = useState<'answer' | Outcome | null>(null);
  const whole = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);
  const setDoing = (what: 'answer' | Outcome) => {
    before.current = document.activeElement;
    begin(what);
  };
  // To where one was, so that a list of threads is worked through by keyboard; a button that began it is gone meanwhile.
  const done = () => {
    begin(null);
    const back = before.current;
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus();
    else whole.current?.focus();
  };
  const { resolved } = first;
  const section = 'Review';
  const reopen = () => void steps.reopen(first);
  useCommands([
    {
      id: 'comment.answer',
      title: 'Answer the thread',
      section,
      shortcut: 'A',
      when: inHand,
      run: () => setDoing('answer'),
    },
    {
      id: 'comment.accept',
      title: 'Accept what the thread asks',
      section,
      shortcut: 'Y',
      when: inHand && !resolved,
      run: () => setDoing('accepted'),
    },
    {
      id: 'comment.reject',
      title: 'Reject what the thread asks',
      section,
      shortcut: 'X',
      when: inHand && !resolved,
      run: () => setDoing('rejected'),
    },
    { id: 'comment.reopen', title: 'Open the thread again', section, when: inHand && resolved !== null, run: reopen },
  ]);
  const keyOf = (keys: string) => (inHand ? keys : undefined);
  return (
    <article
      ref={whole}
      tabIndex={-1}
      className={classes('comment-thread', resolved && 'comment-thread-resolved')}
      aria-label={`Thread of ${authorWords(first.author)}`}
    >
      {!inHand && <PartSpokenOf first={first} />}
      <SubjectSince comment={first} />
      <Said comment={first} steps={steps} />
      {replies.length > 0 && (
        <ol className="comment-replies" aria-label="Answers">
          {replies.map(reply => (
            <li key={reply.id}>
              <Said comment={reply} steps={steps} />
            </li>
          ))}
        </ol>
      )}
      {resolved && (
        <p className="comment-facts">
          <StateBadge thread={thread} />
          <span>
            by <bdi>{resolved.by}</bdi>, <InstantText at={resolved.at} withTime />
          </span>
        </p>
      )}
      {doing === 'answer' && <AnswerForm first={first} steps={steps} onDone={done} />}
      {doing !== null && doing !== 'answer' && <SettleForm first={first} as={doing} steps={steps} onDone={done} />}
      {doing === null && (
        <div className="comment-actions">
          <Button kind="quiet" icon={CornerDownRight} shortcut={keyOf('A')} onPress={() => setDoing('answer')}>
            Answer
          </Button>
          {resolved ? (
            <Button kind="quiet" icon={RotateCcw} onPress={reopen}>
              Open again
            </Button>
          ) : (
            <>
              <Button kind="quiet" icon={Check} shortcut={keyOf('Y')} onPress={() => setDoing('accepted')}>
                Accept …
              </Button>
              <Button kind="quiet" icon={X} shortcut={keyOf('X')} onPress={() => setDoing('rejected')}>
                Reject …
              </Button>
            </>
          )}
        </div>
      )}
    </article>
  );
}
