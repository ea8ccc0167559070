import { Quote } from 'lucide-react';
import { useState } from 'react';
import type { EntityId, StatementId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Failed, Loading } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { CitedCard } from './CitedCard.tsx';
import { groupCited } from './citedGroups.ts';
import './CitedWords.css';

export interface CitedWordsProps {
  /** All citations of these entities, ties or events; or of some statements of them. */
  entityIds: readonly EntityId[];
  statementIds?: readonly StatementId[];
}

/** The words that something rests on, with exhibit and page; a click opens the page with the words lit. */
export function CitedWords({ entityIds, statementIds }: CitedWordsProps) {
  const { go } = useNavigate();
  const [open, setOpen] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(
    'entity.citations',
    { entityIds: [...entityIds] },
    { skip: entityIds.length === 0, keepPrevious: true },
  );
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return entityIds.length === 0 ? <Nothing /> : <Loading label="Reading the citations" rows={2} />;
  const cited = statementIds ? data.filter(({ statementId }) => statementIds.includes(statementId)) : data;
  if (cited.length === 0) return <Nothing />;
  return (
    <ul className="cited-words" aria-label="Words cited">
      {groupCited(cited).map(group => (
        <CitedCard
          key={group.key}
          group={group}
          // Of one statement its own line tells what is cited.
          saysWhat={statementIds?.length !== 1}
          expanded={open === group.key}
          onExpand={expanded => setOpen(expanded ? group.key : null)}
          onRead={() =>
            go({
              place: 'exhibits',
              exhibitId: group.first.exhibitId,
              at: { kind: 'passage', passageId: group.first.passageId },
            })
          }
        />
      ))}
    </ul>
  );
}

function Nothing() {
  return (
    <p className="cited-words-none">
      <Quote size={14} aria-hidden /> Nothing is cited yet. Open an exhibit, select the words and press E.
    </p>
  );
}
