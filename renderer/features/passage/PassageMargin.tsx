/** The margin beside the page: the passages of the exhibit, in the order of reading. */
import { Highlighter } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PassageId } from '../../../shared/kernel/ids.ts';
import { Empty, Failed, Loading } from '../../ui/index.ts';
import { type PassageActions, PassageCard } from './PassageCard.tsx';
import type { PassagesInHand } from './usePassages.ts';
import './PassageMargin.css';

export interface PassageMarginProps {
  inHand: PassagesInHand;
  mediaType: string;
  selected: PassageId | null;
  /** The words are shown in the page; null folds the card. */
  onSelect(passageId: PassageId | null): void;
  actions: PassageActions;
  /** The entities that rest on a passage, as chips; null where there are none. */
  entitiesOf?: (passageId: PassageId) => ReactNode;
}

export function PassageMargin({ inHand, mediaType, selected, onSelect, actions, entitiesOf }: PassageMarginProps) {
  const { passages, citations, claims, error, retry } = inHand;
  return (
    <div className="passage-margin">
      <div className="passage-margin-list">
        {error && <Failed error={error} onRetry={retry} />}
        {!error && passages === undefined && <Loading label="Reading passages" rows={4} />}
        {passages?.length === 0 && (
          <Empty
            icon={Highlighter}
            title="Nothing marked yet"
            text="Select words and press M to mark them, E for an entity, or C to cite them at once. On a scan, hold Alt and draw a region."
          />
        )}
        {passages && passages.length > 0 && (
          <ol>
            {passages.map(passage => (
              <PassageCard
                key={passage.id}
                passage={passage}
                mediaType={mediaType}
                citations={citations.get(passage.id) ?? []}
                claims={claims}
                selected={passage.id === selected}
                onSelect={() => onSelect(passage.id === selected ? null : passage.id)}
                actions={actions}
                entities={entitiesOf?.(passage.id)}
              />
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}
