/** Taking evidence in: from a drop or a dialog, at once, with the inspector showing the rest. */
import { useEffect, useMemo } from 'react';
import type { GrantedPath } from '../../../shared/contract/grantedPath.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { isOver } from '../../../shared/kernel/job.ts';
import { desktop, grantDropped, reportOf, useJob } from '../../api/index.ts';
import { useNavigate, useToast } from '../../workbench/index.ts';
import { useCaseMemory } from '../memory/index.ts';
import { admit, dropMemory, settleDrop } from './drop.ts';
import { listMemory } from './listMemory.ts';

export interface Admit {
  admitDropped(files: File[]): Promise<void>;
  choose(kind: 'files' | 'folder'): Promise<void>;
}

export function useAdmit(caseId: CaseId): Admit {
  const toast = useToast();
  const { go } = useNavigate();
  return useMemo(() => {
    const take = async (granted: () => Promise<GrantedPath[]>) => {
      try {
        const from = await granted();
        if (from.length === 0) return;
        await admit(caseId, from);
        listMemory.change(caseId, list => ({ ...list, tab: 'exhibits' }));
        go({ place: 'exhibits' });
      } catch (error) {
        toast({ text: reportOf(error).sentence, kind: 'problem' });
      }
    };
    return {
      admitDropped: files => take(() => grantDropped(files)),
      choose: kind => take(() => desktop('desktop.chooseEvidence', { kind })),
    };
  }, [caseId, go, toast]);
}

/** When the admission is over, what came last gets the fields of the drop too, wherever the person is by then. */
export function useSettleDrop(caseId: CaseId): void {
  const [drop] = useCaseMemory(dropMemory, caseId);
  const job = useJob(drop?.jobId ?? null);
  const toast = useToast();
  const over = job !== null && isOver(job.status.state);
  useEffect(() => {
    if (!over) return;
    settleDrop(caseId).catch((error: unknown) => toast({ text: reportOf(error).sentence, kind: 'problem' }));
  }, [over, caseId, toast]);
}
