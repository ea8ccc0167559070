/** While words are being recognised, the page that is read comes next. */
import { useCallback } from 'react';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { call, useJobs } from '../../api/index.ts';

export function usePageWish(exhibitId: ExhibitId): (pageIndex: number) => void {
  const isGoingOn = useJobs().some(({ kind, status }) => kind === 'exhibit.recognise' && status.state === 'running');
  return useCallback(
    pageIndex => {
      // A wish that is not heard costs nothing: the page comes in its turn.
      if (isGoingOn) call('recognition.prioritise', { exhibitId, pageIndex }).catch(() => undefined);
    },
    [exhibitId, isGoingOn],
  );
}
