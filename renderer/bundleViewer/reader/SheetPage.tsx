/** A page of a sheet as a grid: letters and row numbers stay in sight, and so do the sheet's own headings; cited cells are lit. */
import { useMemo } from 'react';
import type { SheetPlace } from '../../../shared/domain/extraction.ts';
import { CELL_LINE_BREAK, columnName } from '../../../shared/domain/sheet.ts';
import { LitText } from './LitText.tsx';
import type { PassageOutcome } from './PassageBar.tsx';
import { locateTarget, type ReadingTarget, type Span } from './readingTarget.ts';
import { isNumber, looksLikeHeadings, type PlacedCell, placeCells } from './sheetCells.ts';
import { useLanding } from './useLanding.ts';

interface Props {
  text: string;
  sheet: Pick<SheetPlace, 'name' | 'firstRow' | 'firstColumn'>;
  /** The first row of the sheet's first page, where this is a later one. */
  headings: readonly string[] | null;
  target: ReadingTarget | null;
  onOutcome: (outcome: PassageOutcome) => void;
}

export function SheetPage({ text, sheet, headings, target, onOutcome }: Props) {
  const rows = useMemo(() => placeCells(text), [text]);
  const found = useMemo(() => locateTarget(text, target), [text, target]);
  const place = useLanding(target, found, onOutcome);
  const spans = found?.spans ?? [];
  const own = headings === null && rows[0] && looksLikeHeadings(rows[0].map(cell => cell.text)) ? rows[0] : null;
  const columns = Math.max(headings?.length ?? 0, ...rows.map(cells => cells.length));
  return (
    <div ref={place} className="page sheet-page">
      {text.trim() === '' && <p className="quiet">This part of the sheet is empty.</p>}
      <table className="grid" aria-label={`Sheet ${sheet.name}`}>
        <thead>
          <tr className="grid-letters">
            <th className="grid-corner" aria-label="Row" />
            {Array.from({ length: columns }, (_, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <th key={column} scope="col">
                {columnName(sheet.firstColumn + column)}
              </th>
            ))}
          </tr>
          {headings && (
            <tr className="grid-headings">
              <th scope="row">{1}</th>
              {Array.from({ length: columns }, (_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={column}>{headings[column]}</td>
              ))}
            </tr>
          )}
          {own && <Row cells={own} number={sheet.firstRow + 1} columns={columns} spans={spans} isHeading />}
        </thead>
        <tbody>
          {rows.slice(own ? 1 : 0).map((cells, index) => {
            const number = sheet.firstRow + index + (own ? 2 : 1);
            return <Row key={number} {...{ cells, number, columns, spans }} />;
          })}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  cells: readonly PlacedCell[];
  number: number;
  columns: number;
  spans: readonly Span[];
  isHeading?: boolean;
}

function Row({ cells, number, columns, spans, isHeading = false }: RowProps) {
  return (
    <tr className={isHeading ? 'grid-headings' : undefined}>
      <th scope="row">{number}</th>
      {Array.from({ length: columns }, (_, column) => {
        const cell = cells[column];
        if (!cell || cell.text === '')
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          return <td key={column} />;
        const end = cell.start + cell.text.length;
        const isWhole = spans.some(span => span.start <= cell.start && span.end >= end);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          <td key={column} className={cellClass(cell.text, isWhole)}>
            <LitText
              text={cell.text.replaceAll(CELL_LINE_BREAK, '\n')}
              from={cell.start}
              spans={isWhole ? [] : spans}
            />
          </td>
        );
      })}
    </tr>
  );
}

function cellClass(text: string, isLit: boolean): string | undefined {
  const classes = [isNumber(text) ? 'amount' : '', isLit ? 'cell-lit' : ''].filter(Boolean).join(' ');
  return classes === '' ? undefined : classes;
}
