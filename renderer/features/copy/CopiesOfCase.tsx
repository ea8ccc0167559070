/** All near copies of the case in their groups: proposals to be decided on one after the other, and what was decided. */
import { CopyCheck, Files } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { Button, countOf, Empty, Failed, formatCount, Kbd, Loading, Segmented, VirtualList } from '../../ui/index.ts';
import { useCommands, useNavigate, useRoute } from '../../workbench/index.ts';
import { ComparedPair, GroupLine, PairLine } from './CopyLines.tsx';
import {
  addCounts,
  type CopiesShown,
  type CopyRow,
  type CopyState,
  type Group,
  type Pair,
  pairAfter,
  rowsOf,
  stateOf,
} from './copyRows.ts';
import { type Decided, decisionOn } from './copyWords.ts';
import { useCopyGroups } from './useCopyGroups.ts';
import { useCopySteps } from './useCopySteps.ts';
import './CopiesOfCase.css';

const GROUP_HEIGHT = 36;
const PAIR_HEIGHT = 52;

/** How the list was left. */
export interface CopiesView {
  shown: CopiesShown;
  /** The key of the row in hand. */
  held: string | null;
}
export const plainCopiesView: CopiesView = { shown: 'proposed', held: null };

export interface CopiesOfCaseProps {
  view: CopiesView;
  onView(view: CopiesView): void;
  /** An exhibit of the list is in hand: what it is can be shown beside. */
  onExhibit?(exhibitId: ExhibitId): void;
}

export function CopiesOfCase({ view, onView, onExhibit }: CopiesOfCaseProps) {
  const { caseId, exhibitId: reading } = useRoute();
  const { go } = useNavigate();
  const steps = useCopySteps();
  const { groups, total, isWhole, error, retry, decided } = useCopyGroups(caseId);
  const [compared, setCompared] = useState<{ group: Group; pair: Pair } | null>(null);
  const rows = useMemo(() => rowsOf(groups, view.shown), [groups, view.shown]);
  const counts = useMemo(() => addCounts(groups), [groups]);
  const hold = (row: CopyRow) => {
    onView({ ...view, held: row.key });
    onExhibit?.(row.kind === 'pair' ? row.pair.exhibit.exhibitId : row.group.first.exhibitId);
  };
  const inHand = useRowInHand(rows, view.held, hold);
  const deciding = useRef(false);
  const decide = async ({ group, pair }: { group: Group; pair: Pair }, verdict: Decided) => {
    // A held key must not decide twice.
    if (deciding.current) return;
    deciding.current = true;
    const { decision, done } = decisionOn(group.first, pair.exhibit, verdict, pair.verdict);
    const saved = await steps.decide(decision, pair.verdict, done);
    if (saved) decided(saved);
    deciding.current = false;
  };
  const pairInHand = inHand?.kind === 'pair' && compared === null ? inHand : null;
  const onPair = (verdict: Decided) => pairInHand && void decide(pairInHand, verdict);
  const isOther = (state: CopyState) => pairInHand !== null && stateOf(pairInHand.pair.verdict) !== state;
  // Beside an open page a letter is the page's: there, the comparison and the palette decide.
  const key = (letter: string) => (reading === undefined ? letter : undefined);
  useCommands([
    {
      id: 'copy.accept',
      title: 'Accept as a copy',
      section: 'Copies',
      shortcut: key('A'),
      when: isOther('accepted'),
      run: () => onPair('copy'),
    },
    {
      id: 'copy.reject',
      title: 'Not a copy',
      section: 'Copies',
      shortcut: key('X'),
      when: isOther('rejected'),
      run: () => onPair('not-a-copy'),
    },
  ]);
  const activate = (index: number) => {
    const row = rows[index];
    if (row?.kind === 'pair') setCompared(row);
    else if (row) go({ place: 'exhibits', exhibitId: row.group.first.exhibitId });
  };
  // The virtual list measures anew when it is given another function.
  const rowHeight = useCallback(
    (index: number) => (rows[index]?.kind === 'group' ? GROUP_HEIGHT : PAIR_HEIGHT),
    [rows],
  );
  const isEmpty = isWhole && groups.length === 0;
  return (
    <div className="case-copies">
      {!isEmpty && (
        <div className="case-copies-head">
          <Segmented
            label="Which copies are shown"
            value={view.shown}
            onChange={shown => onView({ shown, held: null })}
            options={[
              { value: 'proposed', label: 'Proposed' },
              { value: 'accepted', label: 'Accepted' },
              { value: 'rejected', label: 'Rejected' },
              { value: 'all', label: 'All' },
            ]}
          />
          <span className="case-copies-hint">
            Found alike by machine; whether one is a copy, you decide.
            {reading === undefined && (
              <>
                {' '}
                <Kbd keys="Enter" /> compares, <Kbd keys="A" /> accepts, <Kbd keys="X" /> rejects.
              </>
            )}
          </span>
        </div>
      )}
      {error && <Failed error={error} onRetry={retry} />}
      {!error && total === null && <Loading label="Looking for near copies" />}
      {total !== null && (
        <VirtualList
          label="Near copies of the case"
          role="grid"
          count={rows.length}
          rowHeight={rowHeight}
          getKey={index => rows[index]?.key ?? String(index)}
          selected={view.held}
          reveal={inHand ? rows.indexOf(inHand) : null}
          onSelect={(_, index) => {
            const row = rows[index];
            if (row) hold(row);
          }}
          onActivate={activate}
          renderRow={index => {
            const row = rows[index];
            if (row?.kind === 'group') return <GroupLine group={row.group} counts={row.counts} />;
            if (row?.kind === 'pair')
              return (
                <PairLine
                  group={row.group}
                  pair={row.pair}
                  onCompare={() => setCompared(row)}
                  onDecide={verdict => void decide(row, verdict)}
                />
              );
            return null;
          }}
          empty={
            isWhole ? (
              <NoCopies shown={isEmpty ? null : view.shown} onAll={() => onView({ shown: 'all', held: null })} />
            ) : (
              <Loading label="Looking for near copies" />
            )
          }
        />
      )}
      {total !== null && !isEmpty && (
        <footer className="case-copies-foot">
          <span role="status">
            {isWhole
              ? `${countOf(groups.length, 'group')} · ${formatCount(counts.proposed)} proposed · ${formatCount(counts.accepted)} accepted · ${formatCount(counts.rejected)} rejected`
              : `Read so far: ${formatCount(groups.length)} of ${countOf(total, 'group')}`}
          </span>
        </footer>
      )}
      {compared && <ComparedPair group={compared.group} pair={compared.pair} onClose={() => setCompared(null)} />}
    </div>
  );
}

/** When a decision takes the row in hand out of the list, the hand goes to the one that came into its place. */
function useRowInHand(rows: readonly CopyRow[], held: string | null, hold: (row: CopyRow) => void): CopyRow | null {
  const at = useMemo(() => (held === null ? -1 : rows.findIndex(row => row.key === held)), [rows, held]);
  const lastAt = useRef(-1);
  const latest = useRef(hold);
  latest.current = hold;
  useEffect(() => {
    if (at >= 0) lastAt.current = at;
    if (held === null) lastAt.current = -1;
    if (at >= 0 || held === null || lastAt.current < 0) return;
    const next = pairAfter(rows, lastAt.current);
    if (next) latest.current(next);
  }, [rows, at, held]);
  return rows[at] ?? null;
}

function NoCopies({ shown, onAll }: { shown: CopiesShown | null; onAll(): void }) {
  if (shown === null) {
    return (
      <Empty
        icon={Files}
        title="No near copies"
        text="Exhibits whose words or pictures are much alike are proposed here as they are read. Exact copies are one exhibit already."
      />
    );
  }
  const nothing = {
    proposed: 'Every proposal is decided',
    accepted: 'Nothing accepted yet',
    rejected: 'Nothing rejected yet',
    all: 'No near copies',
  }[shown];
  return <Empty icon={CopyCheck} title={nothing} action={<Button onPress={onAll}>Show all</Button>} />;
}
