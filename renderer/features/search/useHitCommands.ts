/** Going from hit to hit and judging them, by single keys. */
import { useRef } from 'react';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { reportOf } from '../../api/index.ts';
import { useCommands, useNavigate, useRoute, useToast } from '../../workbench/index.ts';
import { CaseMemory } from '../exhibit/index.ts';
import { hitAt, type HitPlace } from './hitTrail.ts';
import { hitKey, markHit, noMarks, type Relevance, type RelevanceMarks } from './relevance.ts';
import { searchMemory, stepHit } from './searchSession.ts';

export const relevanceMemory = new CaseMemory<RelevanceMarks>(noMarks);

export interface HitCommandsOptions {
  caseId: CaseId;
  query: string;
  place: HitPlace | null;
  reading: boolean;
  open(place: HitPlace, replace?: boolean): void;
  focusBox(): void;
}

export function useHitCommands({ caseId, query, place, reading, open, focusBox }: HitCommandsOptions): void {
  const toast = useToast();
  const { go } = useNavigate();
  const stepping = useRef(false);
  const lastPlace = useRef<HitPlace | null>(null);
  if (place) lastPlace.current = place;
  const some = query.trim() !== '';

  const step = async (direction: 1 | -1) => {
    // A held key waits for the step in hand, which may have to read on.
    if (stepping.current) return;
    stepping.current = true;
    try {
      const next = await stepHit(caseId, place ?? (reading ? lastPlace.current : null), direction);
      if (next) open(next, reading);
      else toast({ text: direction === 1 ? 'That was the last hit.' : 'That was the first hit.' });
    } catch (error) {
      toast({ text: reportOf(error).sentence, kind: 'problem' });
    } finally {
      stepping.current = false;
    }
  };
  const judge = (relevance: Relevance) => {
    const hit = hitAt(searchMemory.get(caseId).results, place);
    if (!hit || !place) return;
    relevanceMemory.change(caseId, marks => markHit(marks, hitKey(query, place.exhibitId, hit), relevance));
  };
  useCommands([
    { id: 'search.next-hit', title: 'Next hit', section: 'Search', shortcut: 'N', when: some, run: () => void step(1) },
    {
      id: 'search.previous-hit',
      title: 'Previous hit',
      section: 'Search',
      shortcut: 'Shift+N',
      when: some,
      run: () => void step(-1),
    },
    {
      id: 'search.relevant',
      title: 'This hit is relevant',
      section: 'Search',
      shortcut: '1',
      when: place !== null,
      run: () => judge('relevant'),
    },
    {
      id: 'search.not-relevant',
      title: 'This hit is not relevant',
      section: 'Search',
      shortcut: '0',
      when: place !== null,
      run: () => judge('not-relevant'),
    },
    { id: 'search.box', title: 'Change the search', section: 'Search', shortcut: '/', run: focusBox },
    {
      id: 'search.results',
      title: 'Back to all results',
      section: 'Search',
      shortcut: 'Escape',
      when: reading,
      run: () => go({ exhibitId: undefined }),
    },
  ]);
}

/** Offered from every place; the shell mounts it. */
export function useSearchCommands(): void {
  const route = useRoute();
  const { go } = useNavigate();
  useCommands([
    {
      id: 'search.go',
      title: 'Search the case …',
      section: 'Go to',
      shortcut: 'Mod+Shift+F',
      run: () => go(route.place === 'search' ? { exhibitId: undefined } : { place: 'search' }),
    },
  ]);
}
