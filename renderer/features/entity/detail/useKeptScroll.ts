import { type RefObject, useLayoutEffect } from 'react';
import type { CaseId, EntityId } from '../../../../shared/kernel/ids.ts';
import { type EntityTab, placeMemory } from '../placeMemory.ts';

/** A part that was left for a page is found again as far down as it was read. */
export function useKeptScroll(
  box: RefObject<HTMLElement | null>,
  caseId: CaseId,
  entityId: EntityId,
  tab: EntityTab,
): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { read } = placeMemory.get(caseId);
    element.scrollTop = read?.entityId === entityId && read.tab === tab ? read.top : 0;
    return () => {
      const top = element.scrollTop;
      placeMemory.change(caseId, now => ({ ...now, read: { entityId, tab, top } }));
    };
  }, [box, caseId, entityId, tab]);
}
