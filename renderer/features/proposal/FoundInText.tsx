/** Names, numbers, amounts, dates and places that rules and the vault find in an exhibit's text. None is a fact before a person accepts it. */
import { useState } from 'react';
import {
  type EntityGuess,
  entityOf,
  type ProposalDecision,
  type ProposalKind,
} from '../../../shared/domain/proposal/index.ts';
import type { EdtfDate } from '../../../shared/kernel/dates.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { call, reportOf, useQuery } from '../../api/index.ts';
import { Button, Failed, formatCount, Loading, Select } from '../../ui/index.ts';
import { useRoute, useToast } from '../../workbench/index.ts';
import { EntityPopover, useTakingEntity } from '../entity/index.ts';
import { KnownInExhibit, useFocusInList } from '../mention/index.ts';
import { FoundRow } from './FoundRow.tsx';
import {
  kindsOf,
  kindWords,
  type ProposalRow,
  proposalRows,
  type Shown,
  shownAs,
  withoutKnown,
  withoutParts,
} from './proposalRows.ts';
import './proposal.css';

export interface FoundInTextProps {
  exhibitId: ExhibitId;
  pageCount: number;
  /** Offered beside an accepted date; absent where the exhibit has a publication date already. */
  onPublished?: (date: EdtfDate) => void;
}

/** Pages looked at in one step; a long exhibit is looked through as far as one likes. */
const STEP = 50;

export function FoundInText({ exhibitId, pageCount, onPublished }: FoundInTextProps) {
  const [from, setFrom] = useState(0);
  return (
    <div className="proposals">
      <p className="inspector-soft">
        Found by rules and by the names that the vault knows, not judged by anybody: accept what the document really
        names.
      </p>
      <KnownInExhibit exhibitId={exhibitId} pageCount={pageCount} from={from} count={STEP} />
      <FoundByRules exhibitId={exhibitId} from={from} onPublished={onPublished} />
      {pageCount > STEP && <Steps from={from} pageCount={pageCount} onFrom={setFrom} />}
    </div>
  );
}

const SHOWN_AT_ONCE = 60;

function FoundByRules({ exhibitId, from, onPublished }: Omit<FoundInTextProps, 'pageCount'> & { from: number }) {
  const { caseId } = useRoute();
  const [shown, setShown] = useState<Shown>('proposed');
  const [kind, setKind] = useState<ProposalKind | 'all'>('all');
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const { data, error, refetch } = useQuery('proposal.listForExhibit', { exhibitId, from, count: STEP });
  const { data: mentions } = useQuery('mention.inExhibit', { exhibitId, from, count: STEP });
  const toast = useToast();
  const list = useFocusInList();
  const taking = useTakingEntity(caseId, exhibitId);
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Looking through the text" rows={4} />;
  const rows = withoutParts(proposalRows(withoutKnown(data, mentions ?? [])), mentions ?? []);
  const counts = (name: Shown) => rows.filter(row => shownAs(row) === name).length;
  const ofShown = rows.filter(row => shownAs(row) === shown);
  const kinds = kindsOf(ofShown);
  const chosen = kinds.some(one => one.kind === kind) ? kind : 'all';
  const listed = ofShown.filter(row => chosen === 'all' || row.kind === chosen);
  const decide = (row: ProposalRow, decision: ProposalDecision | null, from: Element) => {
    const [place] = row.places;
    if (!place) return;
    if (decision === 'accepted' && row.isEntity) {
      const { pageIndex, quote, share } = place;
      taking.begin({ kind: 'words', pageIndex, quote, rects: [], share }, rectOf(from), guessOf(row));
      return;
    }
    const { pageIndex, start } = place;
    call('proposal.decide', { exhibitId, pageIndex, start, decision }).catch((failure: unknown) =>
      toast({ text: reportOf(failure).sentence, kind: 'problem' }),
    );
  };
  return (
    <>
      <div className="proposal-filters">
        <Select
          label="Which proposals"
          hideLabel
          value={shown}
          onChange={setShown}
          options={[
            { value: 'proposed', label: `Proposed (${formatCount(counts('proposed'))})` },
            { value: 'accepted', label: `Accepted (${formatCount(counts('accepted'))})` },
            { value: 'rejected', label: `Rejected (${formatCount(counts('rejected'))})` },
          ]}
        />
        <Select
          label="Kind"
          hideLabel
          value={chosen}
          options={[
            { value: 'all', label: `All kinds (${formatCount(ofShown.length)})` },
            ...kinds.map(one => ({ value: one.kind, label: `${kindWords[one.kind]} (${formatCount(one.count)})` })),
          ]}
          onChange={value => {
            setKind(value);
            setMost(SHOWN_AT_ONCE);
          }}
        />
      </div>
      {listed.length === 0 ? (
        <p className="inspector-soft">{emptyWords[shown]}</p>
      ) : (
        <ul {...list} className="inspector-list" aria-label={`${shown} values`}>
          {listed.slice(0, most).map(row => (
            <FoundRow
              key={row.key}
              row={row}
              onDecide={(decision, element) => decide(row, decision, element)}
              onPublished={onPublished}
            />
          ))}
        </ul>
      )}
      {listed.length > most && (
        <Button kind="quiet" onPress={() => setMost(now => now + SHOWN_AT_ONCE)}>
          Show {formatCount(Math.min(SHOWN_AT_ONCE, listed.length - most))} more
        </Button>
      )}
      <EntityPopover taking={taking} caseId={caseId} />
    </>
  );
}

const emptyWords: Record<Shown, string> = {
  proposed: 'Nothing more is proposed on these pages.',
  accepted: 'Nothing is accepted on these pages yet.',
  rejected: 'Nothing is rejected on these pages.',
};

/** The rule told already what the words are. */
function guessOf({ sort, value, note }: ProposalRow): EntityGuess | undefined {
  const target = entityOf({ sort });
  return target ? { value, note, property: target.property, schemata: target.schemata } : undefined;
}

function rectOf(element: Element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
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
