import { useEffect, useMemo, useState } from 'react';
import type { CopyVerdict } from '../../../shared/contract/copy.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { useCoreEvent } from '../../api/index.ts';
import { GroupReader, type GroupsRead, nothingRead } from './groupReader.ts';

/** What a group draws on: its exhibits, and what was decided. */
const groupConcepts = ['copy', 'exhibit'];

export interface CopyGroups extends GroupsRead {
  retry(): void;
  decided(verdict: CopyVerdict): void;
}

export function useCopyGroups(caseId: CaseId): CopyGroups {
  const [state, setState] = useState(nothingRead);
  const reader = useMemo(() => new GroupReader(caseId, setState), [caseId]);
  useEffect(() => {
    reader.start();
    return () => reader.close();
  }, [reader]);
  useCoreEvent(event => {
    if (event.event === 'changed' && event.concepts.some(concept => groupConcepts.includes(concept)))
      reader.refreshSoon();
  });
  return { ...state, retry: () => reader.retry(), decided: verdict => reader.decided(verdict) };
}
