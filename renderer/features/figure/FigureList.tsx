/** The figures of a case in the outline of its report: in the order of reading, to go to, change, move and remove. */
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import type { Figure } from '../../../shared/domain/figure.ts';
import type { FigureId } from '../../../shared/kernel/ids.ts';
import { Button, countOf, MenuButton, type MenuEntry } from '../../ui/index.ts';
import { CommentsButton } from '../comment/index.ts';
import { neighbours } from './figureOrder.ts';
import { useFigureSteps } from './useFigureSteps.ts';
import './figure.css';

export interface FigureListProps {
  /** As the case lists them. */
  figures: readonly Figure[];
  withdrawn: readonly Figure[];
  /** The numerals of those that stand in this report. */
  numerals: ReadonlyMap<FigureId, string>;
  onGo(figureId: FigureId): void;
  onEdit(figureId: FigureId): void;
}

export function FigureList({ figures, withdrawn, numerals, onGo, onEdit }: FigureListProps) {
  const steps = useFigureSteps();
  const rows = [...figures].sort((left, right) => place(left, numerals, figures) - place(right, numerals, figures));
  return (
    <>
      {rows.length === 0 && (
        <p className="figure-soft">None yet. Charts, timelines and maps are put in from where they are drawn.</p>
      )}
      <ul className="figure-list">
        {rows.map(figure => {
          const numeral = numerals.get(figure.id);
          return (
            <li key={figure.id} className="figure-row">
              <button
                type="button"
                className="figure-row-words"
                dir="auto"
                onClick={() => (numeral === undefined ? onEdit(figure.id) : onGo(figure.id))}
              >
                <span className="figure-row-caption" title={figure.caption}>
                  <span className="figure-row-number">{numeral ?? '–'}</span> {figure.caption}
                </span>
                {numeral === undefined && <span className="figure-soft">Its finding is not in this report.</span>}
              </button>
              <CommentsButton subject={{ kind: 'figure', id: figure.id }} name={figureName(figure, numeral)} />
              <MenuButton
                label={`More on ${figure.caption}`}
                icon={Ellipsis}
                iconOnly
                items={entriesFor(figure, figures, steps, onEdit)}
              />
            </li>
          );
        })}
      </ul>
      {withdrawn.length > 0 && (
        <details className="figure-removed">
          <summary>{countOf(withdrawn.length, 'figure')} removed</summary>
          <ul className="figure-list">
            {withdrawn.map(figure => (
              <li key={figure.id} className="figure-row">
                <span className="figure-row-words figure-soft" dir="auto">
                  {figure.caption}
                </span>
                <Button kind="quiet" label={`Restore ${figure.caption}`} onPress={() => void steps.restore(figure.id)}>
                  Restore
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function figureName({ caption }: Figure, numeral: string | undefined): string {
  return numeral === undefined ? caption : `Figure ${numeral}. ${caption}`;
}

/** Those of the report as they are counted there, the others behind them. */
function place(figure: Figure, numerals: FigureListProps['numerals'], figures: readonly Figure[]): number {
  const counted = [...numerals.keys()].indexOf(figure.id);
  return counted >= 0 ? counted : numerals.size + figures.indexOf(figure);
}

function entriesFor(
  figure: Figure,
  figures: readonly Figure[],
  steps: ReturnType<typeof useFigureSteps>,
  onEdit: (figureId: FigureId) => void,
): MenuEntry[] {
  const { at, before, behind } = neighbours(figures, figure);
  const moveTo = (to: number | null) => {
    if (to !== null) void steps.move(figure.id, at, to);
  };
  return [
    { label: 'Change caption, source and words', icon: Pencil, onSelect: () => onEdit(figure.id) },
    { label: 'Move up', icon: ArrowUp, disabled: before === null, onSelect: () => moveTo(before) },
    { label: 'Move down', icon: ArrowDown, disabled: behind === null, onSelect: () => moveTo(behind) },
    'separator',
    { label: 'Remove from the report', icon: Trash2, danger: true, onSelect: () => void steps.withdraw(figure.id) },
  ];
}
