/** The rows of the list under a filter: as many as there are, read as they come into view. */
import { useEffect, useMemo, useState } from 'react';
import type { InputOf } from '../../../../shared/contract/index.ts';
import type { EntityRow } from '../../../../shared/domain/entity/entity.ts';
import type { ErrorReport } from '../../../../shared/kernel/errors.ts';
import { call, noPages, rowAt, RowSource, type RowSourceState, useRowRefresh } from '../../../api/index.ts';

export interface EntityRows {
  /** null while it is not known yet. */
  total: number | null;
  error: ErrorReport | null;
  row(index: number): EntityRow | undefined;
  show(first: number, last: number): void;
  retry(): void;
}

/** Concepts that a row draws on. */
const rowConcepts = ['entity', 'interchange', 'mention'];

export function useEntityRows(input: InputOf<'entity.list'>): EntityRows {
  const key = JSON.stringify(input);
  const [state, setState] = useState<RowSourceState<EntityRow>>({ held: noPages(), error: null });
  const source = useMemo(
    () =>
      new RowSource<EntityRow>(
        (offset, limit) => call('entity.list', { ...(JSON.parse(key) as InputOf<'entity.list'>), offset, limit }),
        setState,
      ),
    [key],
  );
  useEffect(() => {
    source.start();
    return () => source.close();
  }, [source]);
  useRowRefresh(source, rowConcepts);
  // While another filter is read the former rows stay, so that the list does not blink while one types.
  const { held, error } = state;
  return {
    total: held.total,
    error,
    row: index => rowAt(held, index),
    show: (first, last) => source.show(first, last),
    retry: () => source.retry(),
  };
}
