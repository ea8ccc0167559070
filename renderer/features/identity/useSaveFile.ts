/** Asks where a file should go, has it written, and remembers where it is. */
import { useState } from 'react';
import type { DesktopInput } from '../../../shared/contract/desktop.ts';
import type { GrantedPath } from '../../../shared/contract/grantedPath.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import { desktop, reportOf } from '../../api/index.ts';

type Kind = DesktopInput<'desktop.chooseSaveAs'>['kind'];

export interface SavingFile {
  save(suggestedName: string, kind: Kind, write: (to: GrantedPath) => Promise<unknown>): Promise<void>;
  busy: boolean;
  error: ErrorReport | null;
  /** What was written last. */
  written: GrantedPath | null;
}

export function useSaveFile(): SavingFile {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorReport | null>(null);
  const [written, setWritten] = useState<GrantedPath | null>(null);
  const save: SavingFile['save'] = async (suggestedName, kind, write) => {
    setError(null);
    setWritten(null);
    try {
      const to = await desktop('desktop.chooseSaveAs', { suggestedName, kind });
      if (!to) return;
      setBusy(true);
      await write(to);
      setWritten(to);
    } catch (failure) {
      setError(reportOf(failure));
    } finally {
      setBusy(false);
    }
  };
  return { save, busy, error, written };
}
