/** Dates, identifiers and places that rules found in an exhibit's text. None is a fact before a person accepts it. */
import { Check, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import type { Proposal, ProposalDecision } from '../../../shared/domain/proposal/index.ts';
import { describeDate, EdtfDate } from '../../../shared/kernel/dates.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { call, reportOf, useQuery } from '../../api/index.ts';
import { Button, Failed, formatCount, IconButton, Loading, Mono, Segmented } from '../../ui/index.ts';
import { useNavigate, useToast } from '../../workbench/index.ts';
import { type ProposalRow, proposalRows, type Shown, shownAs } from './proposalRows.ts';
import './proposal.css';

export interface FoundInTextProps {
  exhibitId: ExhibitId;
  pageCount: number;
  /** Offered beside an accepted date; absent where the exhibit has a publication date already. */
  onPublished?: (date: EdtfDate) => void;
}

/** Pages looked at in one step; a long exhibit is looked through as far as one likes. */
const STEP = 50;
const SHOWN_AT_ONCE = 60;

export function FoundInText({ exhibitId, pageCount, onPublished }: FoundInTextProps) {
  const [from, setFrom] = useState(0);
  const [shown, setShown] = useState<Shown>('proposed');
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const { data, error, refetch } = useQuery('proposal.listForExhibit', { exhibitId, from, count: STEP });
  const toast = useToast();
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Looking through the text" rows={4} />;
  const rows = proposalRows(data);
  const counts = (name: Shown) => rows.filter(row => shownAs(row) === name).length;
  const listed = rows.filter(row => shownAs(row) === shown);
  const decide = (row: ProposalRow, decision: ProposalDecision | null) => {
    const [place] = row.places;
    if (!place) return;
    const { pageIndex, start } = place;
    call('proposal.decide', { exhibitId, pageIndex, start, decision }).catch((failure: unknown) =>
      toast({ text: reportOf(failure).sentence, kind: 'problem' }),
    );
  };
  return (
    <div className="proposals">
      <p className="inspector-soft">
        Found by rules, not judged by anybody: accept what the document really names. Accepting marks the words as a
        passage.
      </p>
      <Segmented
        label="Which proposals"
        value={shown}
        onChange={setShown}
        options={[
          { value: 'proposed', label: `Proposed ${formatCount(counts('proposed'))}` },
          { value: 'accepted', label: `Accepted ${formatCount(counts('accepted'))}` },
          { value: 'rejected', label: `Rejected ${formatCount(counts('rejected'))}` },
        ]}
      />
      {listed.length === 0 ? (
        <p className="inspector-soft">{emptyWords[shown]}</p>
      ) : (
        <ul className="inspector-list" aria-label={`${shown} values`}>
          {listed.slice(0, most).map(row => (
            <Row key={row.key} row={row} onDecide={decision => decide(row, decision)} onPublished={onPublished} />
          ))}
        </ul>
      )}
      {listed.length > most && (
        <Button kind="quiet" onPress={() => setMost(now => now + SHOWN_AT_ONCE)}>
          Show {formatCount(Math.min(SHOWN_AT_ONCE, listed.length - most))} more
        </Button>
      )}
      {pageCount > STEP && <Steps from={from} pageCount={pageCount} onFrom={setFrom} />}
    </div>
  );
}

const emptyWords: Record<Shown, string> = {
  proposed: 'Nothing more is proposed on these pages.',
  accepted: 'Nothing is accepted on these pages yet.',
  rejected: 'Nothing is rejected on these pages.',
};

function Row({
  row,
  onDecide,
  onPublished,
}: {
  row: ProposalRow;
  onDecide(decision: ProposalDecision | null): void;
  onPublished?: (date: EdtfDate) => void;
}) {
  const date = row.kind === 'date' ? EdtfDate.safeParse(row.value) : null;
  const words = date?.success ? describeDate(date.data) : row.value;
  return (
    <li className={row.decision === null ? 'proposal proposal-open' : 'proposal'}>
      <div className="proposal-head">
        <span className="proposal-value" dir="auto">
          {row.kind === 'identifier' ? <Mono wrap>{words}</Mono> : words}
        </span>
        <span className="inspector-soft">{row.sort}</span>
        <span className="proposal-actions">
          {row.decision === null ? (
            <>
              <IconButton icon={Check} size={15} label={`Accept ${words}`} onPress={() => onDecide('accepted')} />
              <IconButton icon={X} size={15} label={`Reject ${words}`} onPress={() => onDecide('rejected')} />
            </>
          ) : (
            <IconButton icon={Undo2} size={15} label={`Take back: ${words}`} onPress={() => onDecide(null)} />
          )}
        </span>
      </div>
      {row.note !== '' && <p className="inspector-soft">{row.note}</p>}
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
      {places.slice(0, all ? places.length : PLACES_SHOWN).map(place => (
        <button
          key={`${place.pageIndex}-${place.start}`}
          type="button"
          className="inspector-link proposal-place"
          onClick={() =>
            go({
              place: 'exhibits',
              exhibitId: place.exhibitId,
              at: { kind: 'quote', pageIndex: place.pageIndex, quote: { exact: place.words, prefix: '', suffix: '' } },
            })
          }
        >
          <span dir="auto">“{place.words}”</span>
          <span className="inspector-soft">page {place.pageIndex + 1}</span>
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

function Steps({ from, pageCount, onFrom }: { from: number; pageCount: number; onFrom(from: number): void }) {
  return (
    <div className="inspector-actions">
      <Button kind="quiet" disabled={from === 0} onPress={() => onFrom(Math.max(0, from - STEP))}>
        Earlier pages
      </Button>
      <span className="inspector-soft">
        pages {formatCount(from + 1)}–{formatCount(Math.min(pageCount, from + STEP))} of {formatCount(pageCount)}
      </span>
      <Button kind="quiet" disabled={from + STEP >= pageCount} onPress={() => onFrom(from + STEP)}>
        Later pages
      </Button>
    </div>
  );
}
