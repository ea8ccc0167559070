/** Two texts with their differences lit; what is equal for long is folded. */
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { countChanges, diffTexts } from '../../../shared/domain/textDiff.ts';
import { Button, countOf, Failed, formatCount, IconButton, Loading } from '../../ui/index.ts';
import type { Named } from './copyWords.ts';
import { type DiffPiece, type DiffRow, diffRows } from './diffRows.ts';
import { useTextOf } from './useTextOf.ts';

export function TextsSideBySide({ left, right }: { left: Named; right: Named }) {
  const [mine, theirs] = [useTextOf(left.exhibitId), useTextOf(right.exhibitId)];
  const error = mine.error ?? theirs.error;
  if (error) return <Failed error={error} />;
  if (mine.text === null || theirs.text === null) return <Loading label="Comparing the texts" rows={8} />;
  if (mine.text.trim() === '' || theirs.text.trim() === '')
    return <p className="inspector-soft">One of the two has no text to compare. Look at both as pictures.</p>;
  return (
    <Compared
      texts={[mine.text, theirs.text]}
      names={[exhibitNumber(left.number), exhibitNumber(right.number)]}
      isWhole={mine.isWhole && theirs.isWhole}
    />
  );
}

/** Rows drawn at once: a long comparison grows as one reads on. */
const ROWS_AT_ONCE = 200;

function Compared({
  texts: [mine, theirs],
  names,
  isWhole,
}: {
  texts: [string, string];
  names: [string, string];
  isWhole: boolean;
}) {
  const list = useRef<HTMLDivElement>(null);
  const at = useRef(-1);
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const { rows, changes, all } = useMemo(() => {
    const diff = diffTexts(mine, theirs);
    return { rows: diffRows(diff.runs), changes: countChanges(diff), all: diff.isWhole };
  }, [mine, theirs]);
  const step = (by: 1 | -1) => {
    const places = list.current?.querySelectorAll<HTMLElement>('[data-changed]') ?? [];
    if (places.length === 0) return;
    at.current = (at.current + by + places.length) % places.length;
    places[at.current]?.scrollIntoView({ block: 'center' });
    places[at.current]?.focus();
  };
  return (
    <>
      <div className="compare-tools">
        <span role="status">
          {changes === 0
            ? 'The same words from beginning to end.'
            : `${countOf(changes, 'place')} ${changes === 1 ? 'differs' : 'differ'}.`}{' '}
          <span className="inspector-soft">Spaces and line breaks do not count.</span>
        </span>
        <span className="compare-steps">
          <IconButton icon={ChevronUp} label="Difference before" disabled={changes === 0} onPress={() => step(-1)} />
          <IconButton icon={ChevronDown} label="Next difference" disabled={changes === 0} onPress={() => step(1)} />
        </span>
      </div>
      {!(all && isWhole) && (
        <p className="inspector-soft">
          These texts are longer than is compared at once: what follows after the first 60,000 words is not shown.
        </p>
      )}
      <div ref={list} className="compare-rows">
        {rows.slice(0, most).map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of one comparison never move
          <Row key={index} row={row} names={names} />
        ))}
      </div>
      {rows.length > most && (
        <Button kind="quiet" onPress={() => setMost(now => now + ROWS_AT_ONCE)}>
          {`Show more: ${formatCount(rows.length - most)} parts follow`}
        </Button>
      )}
    </>
  );
}

function Row({ row, names }: { row: DiffRow; names: [string, string] }) {
  const [unfolded, setUnfolded] = useState(false);
  if (row.kind === 'folded' && !unfolded) {
    return (
      <button type="button" className="compare-folded" aria-expanded={false} onClick={() => setUnfolded(true)}>
        {`${formatCount(row.characters)} characters the same on both sides; show them`}
      </button>
    );
  }
  const [left, right] =
    row.kind === 'words'
      ? [row.left, row.right]
      : [[{ text: row.left, changed: false }], [{ text: row.right, changed: false }]];
  const changed = row.kind === 'words' && row.changed;
  return (
    <div className="compare-row" {...(changed ? { 'data-changed': true, tabIndex: -1 } : {})}>
      <Side name={names[0]} pieces={left} side="left" />
      <Side name={names[1]} pieces={right} side="right" />
    </div>
  );
}

function Side({ name, pieces, side }: { name: string; pieces: readonly DiffPiece[]; side: 'left' | 'right' }) {
  return (
    <div className="compare-side" dir="auto">
      <span className="visually-hidden">{name}: </span>
      {pieces.map((piece, at) =>
        piece.changed ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one comparison never move
          <mark key={at} className={`compare-mark compare-mark-${side}`}>
            {piece.text}
          </mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one comparison never move
          <span key={at}>{piece.text}</span>
        ),
      )}
    </div>
  );
}
