/** What a person decides on records: each decision can be taken back, and all of them stand in the custody log. */
import { useState } from 'react';
import type { ReferenceRow } from '../../../shared/contract/reference.ts';
import { isCertain } from '../../../shared/domain/reference/index.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { ExhibitId, ImportId } from '../../../shared/kernel/ids.ts';
import { call, reportOf } from '../../api/index.ts';
import { countOf } from '../../ui/index.ts';
import { useToast, useUndo } from '../../workbench/index.ts';

const ROWS_AT_ONCE = 1000;

export interface DecideReferences {
  /** For the exhibit named, else for the surest candidate of each. */
  accept(rows: number[], exhibitId: ExhibitId | null): Promise<void>;
  reject(rows: number[]): Promise<void>;
  reopen(rows: number[]): Promise<void>;
  /** Every record that is matched by what only one work has. */
  acceptCertain(): Promise<void>;
  busy: boolean;
  error: ErrorReport | null;
}

export function useDecideReferences(importId: ImportId): DecideReferences {
  const undo = useUndo();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorReport | null>(null);
  const attempt = async (step: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await step();
    } catch (failure) {
      setError(reportOf(failure));
    }
    setBusy(false);
  };
  const reopen = async (rows: number[]) => void (await call('reference.reopen', { importId, rows }));
  const accept = async (rows: number[], exhibitId: ExhibitId | null) => {
    if (rows.length === 0) return;
    const redo = async () => void (await call('reference.accept', { importId, rows, exhibitId }));
    await redo();
    undo.push({ label: `taking over ${countOf(rows.length, 'record')}`, undo: () => reopen(rows), redo });
  };
  return {
    accept: (rows, exhibitId) => attempt(() => accept(rows, exhibitId)),
    reject: rows =>
      attempt(async () => {
        const redo = async () => void (await call('reference.reject', { importId, rows }));
        await redo();
        undo.push({ label: `leaving out ${countOf(rows.length, 'record')}`, undo: () => reopen(rows), redo });
      }),
    reopen: rows => attempt(() => reopen(rows)),
    acceptCertain: () =>
      attempt(async () => {
        const certain = await certainRows(importId);
        await accept(certain, null);
        toast({
          text:
            certain.length === 0
              ? 'No record is matched by a digest, a number, a DOI or an address alone.'
              : `${countOf(certain.length, 'record')} taken over.`,
        });
      }),
    busy,
    error,
  };
}

/** In the order of the file; accepting shortens the list, so all are found before one is accepted. */
async function certainRows(importId: ImportId): Promise<number[]> {
  const found: number[] = [];
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    const page: { rows: ReferenceRow[] } = await call('reference.items', {
      importId,
      states: ['proposed'],
      offset,
      limit: ROWS_AT_ONCE,
    });
    found.push(...page.rows.filter(({ candidates }) => isCertain(candidates)).map(({ row }) => row));
    if (page.rows.length < ROWS_AT_ONCE) return found;
  }
}
