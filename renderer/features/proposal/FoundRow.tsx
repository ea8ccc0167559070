/** One value that a text seems to name: what it comes to, where it stands, and what was decided of it. */
import { Check, Undo2, UserRoundPlus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Proposal, ProposalDecision } from '../../../shared/domain/proposal/index.ts';
import { describeDate, EdtfDate } from '../../../shared/kernel/dates.ts';
import { Button, formatCount, IconButton, Mono } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { EntityLink } from '../entity/index.ts';
import type { ProposalRow } from './proposalRows.ts';

export interface FoundRowProps {
  row: ProposalRow;
  /** With the row itself, for what floats beside it. */
  onDecide(decision: ProposalDecision | null, row: Element): void;
  onPublished?: (date: EdtfDate) => void;
}

export function FoundRow({ row, onDecide, onPublished }: FoundRowProps) {
  const box = useRef<HTMLLIElement>(null);
  const date = row.kind === 'date' ? EdtfDate.safeParse(row.value) : null;
  const words = date?.success ? describeDate(date.data) : row.value;
  const decide = (decision: ProposalDecision | null) => box.current && onDecide(decision, box.current);
  return (
    <li ref={box} className={row.decision === null ? 'proposal proposal-open' : 'proposal'}>
      <div className="proposal-head">
        <span className="proposal-value" dir="auto">
          {row.kind === 'identifier' ? <Mono wrap>{words}</Mono> : words}
        </span>
        <span className="inspector-soft">{row.sort}</span>
        <span className="proposal-actions">
          {row.decision === null ? (
            <>
              {row.isEntity ? (
                <IconButton
                  icon={UserRoundPlus}
                  size={15}
                  label={`Accept ${words} for an entity …`}
                  onPress={() => decide('accepted')}
                />
              ) : (
                <IconButton icon={Check} size={15} label={`Accept ${words}`} onPress={() => decide('accepted')} />
              )}
              <IconButton icon={X} size={15} label={`Reject ${words}`} onPress={() => decide('rejected')} />
            </>
          ) : (
            row.entity === null && (
              <IconButton icon={Undo2} size={15} label={`Take back: ${words}`} onPress={() => decide(null)} />
            )
          )}
        </span>
      </div>
      {row.entity && (
        <div className="proposal-entity">
          <EntityLink entity={row.entity} />
        </div>
      )}
      {row.note !== '' && row.entity === null && <p className="inspector-soft">{row.note}</p>}
      <Places places={row.places} />
      {date?.success && row.decision === 'accepted' && onPublished && (
        <Button kind="quiet" onPress={() => onPublished(date.data)}>
          Use as its publication date
        </Button>
      )}
    </li>
  );
}

const PLACES_SHOWN = 4;

function Places({ places }: { places: readonly Proposal[] }) {
  const { go } = useNavigate();
  const [all, setAll] = useState(false);
  return (
    <span className="proposal-places">
      {places.slice(0, all ? places.length : PLACES_SHOWN).map(({ exhibitId, pageIndex, start, words, quote }) => (
        <button
          key={`${pageIndex}-${start}`}
          type="button"
          className="inspector-link proposal-place"
          onClick={() => go({ place: 'exhibits', exhibitId, at: { kind: 'quote', pageIndex, quote } })}
        >
          <span dir="auto">“{words}”</span>
          <span className="inspector-soft">page {pageIndex + 1}</span>
        </button>
      ))}
      {!all && places.length > PLACES_SHOWN && (
        <Button kind="quiet" onPress={() => setAll(true)}>
          and {formatCount(places.length - PLACES_SHOWN)} more places
        </Button>
      )}
    </span>
  );
}
