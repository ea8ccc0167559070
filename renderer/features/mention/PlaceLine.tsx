/** One place where an entity seems to be named: the words in their sentence, and what to do with them. */
import { Check, Undo2, X } from 'lucide-react';
import type { Mention } from '../../../shared/contract/mention.ts';
import { IconButton } from '../../ui/index.ts';
import { pageWords } from './mentionRows.ts';
import type { MentionActions } from './useMentionSteps.ts';

export interface PlaceLineProps {
  mention: Mention;
  actions: MentionActions;
  /** `EX-0042`, where several exhibits are listed. */
  exhibit?: string;
}

export function PlaceLine({ mention, actions, exhibit }: PlaceLineProps) {
  const { words, before, after, decision } = mention;
  const where = [exhibit, pageWords(mention)].filter(Boolean).join(', ');
  return (
    <li className="mention-place">
      <button
        type="button"
        className="inspector-link mention-words"
        title={`Open ${where}`}
        onClick={() => actions.open(mention)}
      >
        <span dir="auto" className="mention-context">
          {lead(before)}
          <mark>{words.replace(/\s+/gu, ' ')}</mark>
          {tail(after)}
        </span>
        <span className="inspector-soft mention-where">{where}</span>
      </button>
      {decision === null ? (
        <>
          <IconButton
            icon={Check}
            size={15}
            label={`Accept “${words}”, ${where}`}
            disabled={actions.busy}
            onPress={() => actions.accept([mention])}
          />
          <IconButton
            icon={X}
            size={15}
            label={`Reject “${words}” in this exhibit`}
            disabled={actions.busy}
            onPress={() => actions.reject([mention])}
          />
        </>
      ) : (
        <IconButton
          icon={Undo2}
          size={15}
          label={`Take back: ${decision} “${words}”, ${where}`}
          disabled={actions.busy}
          onPress={() => actions.takeBack([mention])}
        />
      )}
    </li>
  );
}

/** Up to the end of a word. */
function tail(after: string): string {
  const most = 46;
  if (after.length <= most) return after.trimEnd();
  const cut = after.slice(0, most);
  const blank = cut.lastIndexOf(' ');
  return `${blank > 0 ? cut.slice(0, blank) : cut}…`;
}

/** The last words before, so that the name itself stands in view in a narrow pane. */
function lead(before: string): string {
  const most = 24;
  if (before.length <= most) return before;
  const cut = before.slice(-most);
  return `…${cut.slice(cut.indexOf(' ') + 1)}`;
}
