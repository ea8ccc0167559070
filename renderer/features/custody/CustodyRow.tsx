import type { CustodyEvent } from '../../../shared/domain/custody.ts';
import { InstantText } from '../../ui/index.ts';
import { actionWords, eventGist } from './custodyWords.ts';
import { useEventNames } from './useEventNames.ts';

/** One event as a line: when, what was done, to what, by whom. */
export function CustodyRow({ event }: { event: CustodyEvent }) {
  const names = useEventNames(event);
  const gist = eventGist(event, names);
  return (
    <div className="custody-row">
      <span className="custody-seq">{event.seq}</span>
      <span className="custody-when">
        <InstantText at={event.at} withTime />
      </span>
      <span className="custody-action">{actionWords(event.action)}</span>
      <span className="custody-gist one-line" dir="auto" title={gist}>
        {gist}
      </span>
      <span className="custody-actor one-line">{event.actor}</span>
    </div>
  );
}
