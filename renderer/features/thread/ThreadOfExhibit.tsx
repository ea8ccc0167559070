/** The conversation that a message belongs to, in order and with its gaps; by subject only, a proposal. */
import { useState } from 'react';
import type { ThreadedExhibit, ThreadLine } from '../../../shared/contract/thread.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Button, classes, formatCount, InstantText, Mono, Section } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import './thread.css';

/** Drawn at once; a conversation of thousands grows on request. */
const STEP = 100;

/** Draws nothing for what is no mail, and for a message that stands alone. */
export function ThreadOfExhibit({ exhibitId }: { exhibitId: ExhibitId }) {
  const [most, setMost] = useState(STEP);
  const { data } = useQuery('thread.forExhibit', { exhibitId });
  if (!data || (data.lines.length < 2 && data.proposedCount === 0)) return null;
  const { lines, proposed, proposedCount, isCut } = data;
  const messages = lines.filter(line => line.kind === 'message').length;
  return (
    <Section title="Conversation" count={messages}>
      {lines.length > 1 && (
        <ol className="inspector-list" aria-label="Messages of the conversation">
          {lines.slice(0, most).map((line, at) => (
            <Line
              key={line.kind === 'gap' ? `gap ${line.messageId}` : line.exhibitId}
              line={line}
              here={exhibitId}
              first={at === 0}
            />
          ))}
        </ol>
      )}
      {lines.length > most && (
        <Button kind="quiet" onPress={() => setMost(now => now + STEP)}>
          {`Show more: ${formatCount(lines.length - most)} follow`}
        </Button>
      )}
      {isCut && (
        <p className="inspector-soft">
          The conversation is longer than is followed. These are the messages nearest to this one.
        </p>
      )}
      {proposedCount > 0 && (
        <div className="thread-proposed">
          <p className="inspector-soft">
            Proposed by subject only: {formatCount(proposedCount)} with the same subject that{' '}
            {proposedCount === 1 ? 'names' : 'name'} none of these messages.
          </p>
          <ul className="inspector-list" aria-label="Messages with the same subject">
            {proposed.map(one => (
              <li key={one.exhibitId}>
                <MessageLink message={one} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

/** Deeper answers stand under each other: the pane is narrow. */
const DEEPEST_INDENT = 5;

function Line({ line, here, first }: { line: ThreadLine; here: ExhibitId; first: boolean }) {
  const indent = `thread-depth-${Math.min(line.depth, DEEPEST_INDENT)}`;
  if (line.kind === 'gap') {
    return (
      <li className={classes('thread-gap', indent)} title={line.messageId}>
        {first
          ? 'It begins with a message that is not in this case.'
          : 'A message that is not in this case is answered here.'}
      </li>
    );
  }
  return (
    <li className={indent}>
      <MessageLink message={line} current={line.exhibitId === here} again={line.isSameMessage} />
    </li>
  );
}

function MessageLink({ message, current, again }: { message: ThreadedExhibit; current?: boolean; again?: boolean }) {
  const { go } = useNavigate();
  return (
    <button
      type="button"
      className={classes('inspector-link', current && 'thread-here')}
      aria-current={current ? 'true' : undefined}
      onClick={() => go({ exhibitId: message.exhibitId })}
    >
      <Mono>{exhibitNumber(message.number)}</Mono>
      <span className="thread-words">
        <span className="one-line" dir="auto" title={message.title}>
          {message.title}
        </span>
        <span className="inspector-soft">
          {message.sentAt ? <InstantText at={message.sentAt} withTime /> : 'no date'}
          {again && ', the same message again'}
          {message.withdrawn && ', withdrawn'}
        </span>
      </span>
    </button>
  );
}
