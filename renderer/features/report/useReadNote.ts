import { useCallback } from 'react';
import type { ReportFootnote } from '../../../shared/domain/report/index.ts';
import { ExhibitId } from '../../../shared/kernel/ids.ts';
import { useNavigate } from '../../workbench/index.ts';

/** From a note to the words in the page: the exhibit opens where they stand. */
export function useReadNote(): (note: Pick<ReportFootnote, 'exhibitId' | 'pageIndex' | 'quote'>) => void {
  const { go } = useNavigate();
  return useCallback(
    ({ exhibitId, pageIndex, quote }) => {
      const opens = ExhibitId.safeParse(exhibitId);
      if (opens.success)
        go({
          place: 'exhibits',
          exhibitId: opens.data,
          at: { kind: 'quote', pageIndex, quote: { exact: quote, prefix: '', suffix: '' } },
        });
    },
    [go],
  );
}
