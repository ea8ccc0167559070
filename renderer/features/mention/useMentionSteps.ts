/** What can be done with a mention: each decision saved at once and to be taken back. */
import { useRef, useState } from 'react';
import type { Mention } from '../../../shared/contract/mention.ts';
import { reportOf } from '../../api/index.ts';
import { type UndoableStep, useNavigate, useToast, useUndo } from '../../workbench/index.ts';
import { decideMentions, openPlacesOf, takeBackMentions } from './mentionSteps.ts';

export interface MentionActions {
  busy: boolean;
  accept(places: readonly Mention[]): void;
  reject(places: readonly Mention[]): void;
  takeBack(places: readonly Mention[]): void;
  /** Wherever the entity is named in the exhibit, also on pages that are not looked at. */
  acceptAll(entity: Mention['entity'], exhibitId: Mention['exhibitId'], pageCount: number): void;
  open(place: Mention): void;
}

export function useMentionSteps(): MentionActions {
  const undo = useUndo();
  const toast = useToast();
  const { go } = useNavigate();
  const [busy, setBusy] = useState(false);
  const working = useRef(false);
  const take = async (act: () => Promise<UndoableStep | null>) => {
    if (working.current) return;
    working.current = true;
    setBusy(true);
    try {
      const step = await act();
      if (step) undo.push(step);
    } catch (error) {
      toast({ text: reportOf(error).sentence, kind: 'problem' });
    } finally {
      working.current = false;
      setBusy(false);
    }
  };
  return {
    busy,
    accept: places => void take(() => decideMentions(places, 'accepted')),
    reject: places => void take(() => decideMentions(places, 'rejected')),
    takeBack: places => void take(() => takeBackMentions(places)),
    acceptAll: (entity, exhibitId, pageCount) =>
      void take(async () => {
        const places = await openPlacesOf(entity.id, exhibitId, pageCount);
        if (places.length === 0) return null;
        const step = await decideMentions(places, 'accepted');
        toast({ text: `${entity.caption} is cited to ${places.length} places of this exhibit.`, undo: true });
        return step;
      }),
    open: ({ exhibitId, pageIndex, words, before, after }) =>
      go({
        place: 'exhibits',
        exhibitId,
        at: { kind: 'quote', pageIndex, quote: { exact: words, prefix: before, suffix: after } },
      }),
  };
}
