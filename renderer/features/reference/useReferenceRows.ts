/** The records of one file that are in some state: as many as there are, read as they come into view. */
import { useEffect, useMemo, useState } from 'react';
import type { ReferenceRow, ReferenceState } from '../../../shared/contract/reference.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { ImportId } from '../../../shared/kernel/ids.ts';
import { call, noPages, rowAt, RowSource, type RowSourceState, useRowRefresh } from '../../api/index.ts';

const rowConcepts = ['reference', 'exhibit'];

export interface ReferenceRows {
  /** null while it is not known yet. */
  total: number | null;
  error: ErrorReport | null;
  row(index: number): ReferenceRow | undefined;
  show(first: number, last: number): void;
  indexOf(row: number): number | null;
  retry(): void;
}

export function useReferenceRows(importId: ImportId, state: ReferenceState): ReferenceRows {
  const [read, setRead] = useState<RowSourceState<ReferenceRow>>({ held: noPages(), error: null });
  const source = useMemo(
    () =>
      new RowSource<ReferenceRow>(
        (offset, limit) => call('reference.items', { importId, states: [state], offset, limit }),
        setRead,
      ),
    [importId, state],
  );
  useEffect(() => {
    setRead({ held: noPages(), error: null });
    source.start();
    return () => source.close();
  }, [source]);
  useRowRefresh(source, rowConcepts);
  return {
    total: read.held.total,
    error: read.error,
    row: index => rowAt(read.held, index),
    show: (first, last) => source.show(first, last),
    indexOf: row => source.indexOf(one => one.row === row),
    retry: () => source.retry(),
  };
}
