/** Saves a change to one or many exhibits at once, without a button, and lets it be taken back. */
import { useState } from 'react';
import type { ExhibitChange } from '../../../shared/domain/exhibit.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { call, reportOf } from '../../api/index.ts';
import { useToast, useUndo } from '../../workbench/index.ts';
import { changeLabel, changesNothing, type Editable, stepsBack } from './bulkEdit.ts';

/**
 * To take a change back, what was there before is read first, one exhibit at a time. Beyond this many that would hold
 * the person up longer than the change itself; then it is said that this step cannot be taken back.
 */
export const UNDO_LIMIT = 5000;
const READS_AT_ONCE = 16;

export interface ExhibitEdit {
  save(exhibitIds: readonly ExhibitId[], change: ExhibitChange, name: string): Promise<void>;
  saving: boolean;
  error: ErrorReport | null;
}

export function useExhibitEdit(): ExhibitEdit {
  const undo = useUndo();
  const toast = useToast();
  const [saving, setSaving] = useState(0);
  const [error, setError] = useState<ErrorReport | null>(null);

  async function save(exhibitIds: readonly ExhibitId[], change: ExhibitChange, name: string): Promise<void> {
    if (exhibitIds.length === 0) return;
    setSaving(count => count + 1);
    setError(null);
    try {
      const former = exhibitIds.length <= UNDO_LIMIT ? await readFormer(exhibitIds) : null;
      if (former && changesNothing(former, change)) return;
      await call('exhibit.update', { exhibitIds: [...exhibitIds], change });
      if (former) undo.push(undoableChange(former, change, name));
      else
        toast({
          text: `Changed ${exhibitIds.length.toLocaleString('en-US')} exhibits. So many at once cannot be taken back in one step.`,
        });
    } catch (failure) {
      setError(reportOf(failure));
    } finally {
      setSaving(count => count - 1);
    }
  }
  return { save, saving: saving > 0, error };
}

export async function readFormer(exhibitIds: readonly ExhibitId[]): Promise<Editable[]> {
  const former: Editable[] = [];
  for (let at = 0; at < exhibitIds.length; at += READS_AT_ONCE) {
    const some = exhibitIds.slice(at, at + READS_AT_ONCE);
    former.push(...(await Promise.all(some.map(exhibitId => call('exhibit.get', { exhibitId })))));
  }
  return former;
}

function undoableChange(former: readonly Editable[], change: ExhibitChange, name: string) {
  const exhibitIds = former.map(exhibit => exhibit.id);
  return {
    label: changeLabel(change, exhibitIds.length, name),
    undo: async () => {
      for (const step of stepsBack(former, change)) await call('exhibit.update', step);
    },
    redo: async () => void (await call('exhibit.update', { exhibitIds, change })),
  };
}
