/** Named elsewhere in this case: exhibits and pages that seem to name an entity and are not cited for it yet. */
import { useState } from 'react';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Button, countOf, Failed, formatCount, Loading } from '../../ui/index.ts';
import { mentionKey } from './mentionRows.ts';
import { PlaceLine } from './PlaceLine.tsx';
import { useMentionSteps } from './useMentionSteps.ts';
import './mention.css';

export interface MentionsOfEntityProps {
  caseId: CaseId;
  entityId: EntityId;
}

const STEP = 50;

export function MentionsOfEntity({ caseId, entityId }: MentionsOfEntityProps) {
  const [decided, setDecided] = useState(false);
  const [limit, setLimit] = useState(STEP);
  const { data, error, refetch } = useQuery(
    'mention.ofEntity',
    { caseId, entityId, decided, limit },
    { keepPrevious: true },
  );
  const actions = useMentionSteps();
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Looking through the exhibits of the case" rows={3} />;
  const { total, mentions } = data;
  return (
    <div className="mentions">
      <div className="mentions-head">
        <span className="inspector-soft">
          {total === 0
            ? decided
              ? 'Nothing is rejected.'
              : 'No further place in this case names it.'
            : `${countOf(total, 'place')} ${decided ? 'rejected' : 'to decide on'}`}
        </span>
        <Button
          kind="quiet"
          onPress={() => {
            setDecided(now => !now);
            setLimit(STEP);
          }}
        >
          {decided ? 'To decide' : 'Rejected'}
        </Button>
      </div>
      {mentions.length > 0 && (
        <ul className="inspector-list" aria-label={decided ? 'Places rejected' : 'Places that seem to name it'}>
          {mentions.map(mention => (
            <PlaceLine
              key={mentionKey(mention)}
              mention={mention}
              actions={actions}
              exhibit={exhibitNumber(mention.exhibitNumber)}
            />
          ))}
        </ul>
      )}
      {total > mentions.length && mentions.length < MOST && (
        <Button kind="quiet" onPress={() => setLimit(now => Math.min(MOST, now + STEP))}>
          Show {formatCount(Math.min(STEP, total - mentions.length))} more
        </Button>
      )}
      {mentions.length >= MOST && total > MOST && (
        <p className="inspector-soft">Decide on some of these; the next {formatCount(total - MOST)} move up.</p>
      )}
    </div>
  );
}

/** As many as one question answers. */
const MOST = 500;
