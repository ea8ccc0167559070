/** The exhibits as first-page pictures. Pictures show themselves; for other types a sheet with the type's shape stands in. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { ExhibitRow } from '../../../../shared/contract/exhibit.ts';
import { exhibitNumber } from '../../../../shared/domain/exhibit.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import { classes, Failed, GradeMark, Loading, Mono, VirtualList } from '../../../ui/index.ts';
import type { ExhibitRows } from '../useExhibitRows.ts';
import { FirstPage } from './FirstPage.tsx';
import './Gallery.css';

export interface GalleryProps {
  rows: ExhibitRows;
  selected: ReadonlySet<ExhibitId>;
  onSelect(ids: ReadonlySet<ExhibitId>, index: number): void;
  onActivate(id: ExhibitId, index: number): void;
  empty: ReactNode;
}

const CARD_WIDTH = 168;
const CARD_HEIGHT = 232;

/** Shelves of cards: each row of the list is one shelf, and the arrows walk from card to card over its edge. */
export function Gallery({ rows, selected, onSelect, onActivate, empty }: GalleryProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { total } = rows;
  if (rows.error && total === null) return <Failed error={rows.error} onRetry={rows.retry} />;
  const across = Math.max(1, Math.floor((width - 16) / CARD_WIDTH));
  const shelves = Math.ceil((total ?? 0) / across);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only carries the arrows from one card to the next
    <div className="gallery" ref={box} onKeyDown={event => walkCards(event, box.current, across)}>
      {total === null ? (
        <Loading label="Reading exhibits" rows={8} />
      ) : (
        <VirtualList
          key={across}
          label="Exhibits, gallery"
          role="grid"
          count={shelves}
          rowHeight={CARD_HEIGHT}
          getKey={shelf => String(shelf)}
          onVisible={(first, last) => rows.show(first * across, (last + 1) * across - 1)}
          empty={empty}
          renderRow={shelf => (
            <div className="gallery-shelf" style={{ gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))` }}>
              {Array.from({ length: Math.min(across, total - shelf * across) }, (_, at) => shelf * across + at).map(
                index => (
                  <Card
                    key={index}
                    index={index}
                    row={rows.row(index)}
                    selected={selected}
                    onSelect={several => {
                      const row = rows.row(index);
                      if (row) onSelect(several ? toggled(selected, row.id) : new Set([row.id]), index);
                    }}
                    onActivate={() => {
                      const row = rows.row(index);
                      if (row) onActivate(row.id, index);
                    }}
                  />
                ),
              )}
            </div>
          )}
        />
      )}
    </div>
  );
}

/** Arrows lead from card to card, over the edges of the shelves. */
function walkCards(event: KeyboardEvent, box: HTMLElement | null, across: number): void {
  const from = event.target instanceof HTMLElement ? event.target.dataset.card : undefined;
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across }[event.key];
  if (from === undefined || step === undefined) return;
  const next = box?.querySelector<HTMLElement>(`[data-card="${Number(from) + step}"]`);
  event.preventDefault();
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function toggled(selected: ReadonlySet<ExhibitId>, id: ExhibitId): Set<ExhibitId> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

interface CardProps {
  index: number;
  row: ExhibitRow | undefined;
  selected: ReadonlySet<ExhibitId>;
  onSelect(several: boolean): void;
  onActivate(): void;
}

function Card({ index, row, selected, onSelect, onActivate }: CardProps) {
  if (!row) return <span className="gallery-card" aria-hidden />;
  const isSelected = selected.has(row.id);
  return (
    <button
      type="button"
      className={classes(
        'gallery-card',
        isSelected && 'gallery-card-selected',
        row.openedAt === null && 'gallery-card-unread',
      )}
      aria-pressed={isSelected}
      data-card={index}
      onClick={event => {
        event.stopPropagation();
        onSelect(event.ctrlKey || event.metaKey || event.shiftKey);
      }}
      onDoubleClick={onActivate}
      onKeyDown={event => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onActivate();
      }}
    >
      <FirstPage row={row} />
      <span className="gallery-title" dir="auto" title={row.title}>
        {row.title}
      </span>
      <span className="gallery-facts">
        <Mono>{exhibitNumber(row.number)}</Mono>
        <GradeMark reliability={row.reliability} />
      </span>
    </button>
  );
}

function useWidth(box: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(800);
  useEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const sizes = new ResizeObserver(() => setWidth(element.clientWidth));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [box]);
  return width;
}
