import { useState } from 'react';
import type { ReferenceRow, ReferenceState } from '../../../shared/contract/reference.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { CaseId, ImportId } from '../../../shared/kernel/ids.ts';
import { Button, countOf, Failed, formatCount, Loading, Mono, VirtualList } from '../../ui/index.ts';
import { ReferenceDetail } from './ReferenceDetail.tsx';
import { bylineOf, reasonWords, titleOf } from './referenceWords.ts';
import { useDecideReferences } from './useDecideReferences.ts';
import { useReferenceRows } from './useReferenceRows.ts';

const ROW_HEIGHT = 48;
const NOTHING: Readonly<Record<ReferenceState, string>> = {
  proposed: 'Nothing is left to decide.',
  unmatched: 'Every record has an exhibit.',
  known: 'No record says only what was known already.',
  accepted: 'No record was taken over yet.',
  rejected: 'No record was left out.',
};

export interface ReferenceListProps {
  caseId: CaseId;
  importId: ImportId;
  state: ReferenceState;
}

/** The records in one state, with the one in hand below them. */
export function ReferenceList({ caseId, importId, state }: ReferenceListProps) {
  const rows = useReferenceRows(importId, state);
  const decide = useDecideReferences(importId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [inHand, setInHand] = useState(0);
  if (rows.error) return <Failed error={rows.error} onRetry={rows.retry} />;
  if (rows.total === null) return <Loading label="Reading the records" rows={6} />;
  if (rows.total === 0) return <p className="reference-soft">{NOTHING[state]}</p>;
  const row = rows.row(Math.min(inHand, rows.total - 1));
  // What was decided on has left this list; what stood behind it is in hand then.
  const several = [...chosen].map(Number).filter(number => rows.indexOf(number) !== null);
  const done = (step: Promise<void>) => void step.then(() => setChosen(new Set()));
  return (
    <div className="reference-review">
      {state === 'proposed' && (
        <div className="reference-line">
          <Button busy={decide.busy} onPress={() => done(decide.acceptCertain())}>
            Take over all that are certain
          </Button>
          <span className="reference-soft">Matched by digest, number, DOI or address, and with one exhibit alone.</span>
        </div>
      )}
      <div className="reference-rows" style={{ height: `min(${rows.total * ROW_HEIGHT + 2}px, 34vh)` }}>
        <VirtualList
          label="Records"
          multiple
          count={rows.total}
          rowHeight={ROW_HEIGHT}
          getKey={index => String(rows.row(index)?.row ?? `not read ${index}`)}
          getText={index => titleOf(rows.row(index)?.item ?? {})}
          onVisible={rows.show}
          selected={chosen}
          onSelect={(keys, index) => {
            setChosen(keys);
            setInHand(index);
          }}
          renderRow={index => <Line row={rows.row(index)} />}
        />
      </div>
      {decide.error && <Failed error={decide.error} />}
      {several.length > 1 ? (
        <Several state={state} rows={several} decide={decide} onDone={done} />
      ) : (
        row && (
          <ReferenceDetail
            key={row.row}
            caseId={caseId}
            row={row}
            busy={decide.busy}
            onAccept={exhibitId => done(decide.accept([row.row], exhibitId))}
            onReject={() => done(decide.reject([row.row]))}
            onReopen={() => done(decide.reopen([row.row]))}
          />
        )
      )}
    </div>
  );
}

function Line({ row }: { row: ReferenceRow | undefined }) {
  if (!row) return <span className="reference-soft">…</span>;
  const [first] = row.candidates;
  return (
    <span className="reference-row">
      <span className="reference-soft reference-number">{formatCount(row.row)}</span>
      <span className="reference-two">
        <span className="one-line" dir="auto">
          {titleOf(row.item)}
        </span>
        <span className="reference-soft one-line" dir="auto">
          {bylineOf(row.item)}
        </span>
      </span>
      {first && (
        <span className="reference-two reference-match">
          <Mono>{exhibitNumber(first.number)}</Mono>
          <span className="reference-soft one-line">
            {first.reasons[0] && reasonWords[first.reasons[0]]}
            {row.candidates.length > 1 && `, or ${row.candidates.length - 1} more`}
          </span>
        </span>
      )}
    </span>
  );
}

interface SeveralProps {
  state: ReferenceState;
  rows: number[];
  decide: ReturnType<typeof useDecideReferences>;
  onDone(step: Promise<void>): void;
}

function Several({ state, rows, decide, onDone }: SeveralProps) {
  return (
    <section className="reference-line" aria-label="Chosen records">
      <span>{countOf(rows.length, 'record')} chosen</span>
      {state === 'proposed' && (
        <Button kind="primary" busy={decide.busy} onPress={() => onDone(decide.accept(rows, null))}>
          Take over, each for its first exhibit
        </Button>
      )}
      {(state === 'proposed' || state === 'unmatched') && (
        <Button busy={decide.busy} onPress={() => onDone(decide.reject(rows))}>
          Leave out
        </Button>
      )}
      {(state === 'accepted' || state === 'rejected') && (
        <Button busy={decide.busy} onPress={() => onDone(decide.reopen(rows))}>
          Decide anew
        </Button>
      )}
    </section>
  );
}
