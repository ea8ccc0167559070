import type { ReactNode } from 'react';
import { classes } from '../className.ts';
import './Table.css';

export interface TableColumn<Row> {
  id: string;
  label: string;
  align?: 'start' | 'end';
  /** A CSS width; the rest is shared. */
  width?: string;
  cell(row: Row): ReactNode;
}

export interface TableProps<Row> {
  /** Names the table; shown above it with `showCaption`. */
  label: string;
  showCaption?: boolean;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  getKey(row: Row): string;
  /** A press on a row; give the row a real link or button as well, for the keyboard. */
  onActivate?: (row: Row) => void;
  empty?: ReactNode;
}

/** For tens of rows; longer ones belong in a VirtualList. */
export function Table<Row>({ label, showCaption, columns, rows, getKey, onActivate, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    <table className={classes('table', onActivate && 'table-active')}>
      <caption className={classes(!showCaption && 'visually-hidden')}>{label}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th
              key={column.id}
              scope="col"
              className={column.align === 'end' ? 'table-end' : undefined}
              style={{ width: column.width }}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={getKey(row)} onClick={onActivate && (() => onActivate(row))}>
            {columns.map(column => (
              <td key={column.id} className={column.align === 'end' ? 'table-end' : undefined}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
