/** The rows of the list under a filter: as many as there are, read as they come into view. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ExhibitRow } from '../../../shared/contract/exhibit.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { call, noPages, rowAt, RowSource, type RowSourceState, useRowRefresh } from '../../api/index.ts';
import type { ListFilter } from './exhibitFilter.ts';

export interface ExhibitRows {
  /** null while it is not known yet. */
  total: number | null;
  error: ErrorReport | null;
  row(index: number): ExhibitRow | undefined;
  show(first: number, last: number): void;
  indexOf(exhibitId: ExhibitId): number | null;
  /** Every id between two places of the list, read where they are not in hand. */
  idsBetween(first: number, last: number): Promise<ExhibitId[]>;
  retry(): void;
}

/** Concepts that a row draws on. */
const rowConcepts = ['exhibit', 'passage', 'source'];
const LONGEST_READ = 500;

export function useExhibitRows(caseId: CaseId, filter: ListFilter): ExhibitRows {
  const key = JSON.stringify([caseId, filter]);
  const [state, setState] = useState<RowSourceState<ExhibitRow> & { key: string }>({
    key,
    held: noPages(),
    error: null,
  });

  const source = useMemo(() => {
    const [ofCase, ofFilter] = JSON.parse(key) as [CaseId, ListFilter];
    return new RowSource<ExhibitRow>(
      (offset, limit) => call('exhibit.list', { ...ofFilter, caseId: ofCase, offset, limit }),
      next => setState({ ...next, key }),
    );
  }, [key]);
  useEffect(() => {
    source.start();
    return () => source.close();
  }, [source]);
  useRowRefresh(source, rowConcepts);

  // While another filter is read the former rows stay, so that the list does not blink while one types.
  const { held, error } = state;
  const idsBetween = useCallback(
    async (first: number, last: number) => {
      const [ofCase, ofFilter] = JSON.parse(key) as [CaseId, ListFilter];
      const ids: ExhibitId[] = [];
      for (let offset = first; offset <= last; offset += LONGEST_READ) {
        const limit = Math.min(LONGEST_READ, last - offset + 1);
        const { rows } = await call('exhibit.list', { ...ofFilter, caseId: ofCase, offset, limit });
        ids.push(...rows.map(row => row.id));
      }
      return ids;
    },
    [key],
  );
  return {
    total: held.total,
    error,
    row: index => rowAt(held, index),
    show: (first, last) => source.show(first, last),
    indexOf: exhibitId => source.indexOf(row => row.id === exhibitId),
    idsBetween,
    retry: () => source.retry(),
  };
}
