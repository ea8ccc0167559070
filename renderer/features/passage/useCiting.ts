/** What the pop-over beside a selection does: mark, cite, and mend what was just cited. Each step can be taken back. */
import { useCallback, useRef, useState } from 'react';
import type { Bearing, Citation } from '../../../shared/domain/citation.ts';
import type { Passage, Selection } from '../../../shared/domain/passage.ts';
import type { Credibility } from '../../../shared/domain/source.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { CaseId, ClaimId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { reportOf } from '../../api/index.ts';
import type { AnchorRect } from '../../reader/index.ts';
import { type HeldClaim, useClaimInHand, useUndo } from '../../workbench/index.ts';
import type { ClaimOption } from './claimOptions.ts';
import {
  addClaim,
  changeCitation,
  changePassage,
  type CitationChange,
  citeElsewhere,
  citePassage,
  joinSteps,
  markSelection,
  type PassageChange,
} from './passageSteps.ts';

/** `offer`: words are selected. `marked`: they are a passage. `choose`: which claim? `cited`: it rests on them. */
export type CitingStage = 'offer' | 'marked' | 'choose' | 'cited';

export interface CitingState {
  stage: CitingStage;
  anchor: AnchorRect;
  selection: Selection | null;
  passage: Passage | null;
  citation: Citation | null;
  bearing: Bearing;
}

export interface Citing {
  state: CitingState | null;
  claim: HeldClaim | null;
  busy: boolean;
  error: ErrorReport | null;
  /** The reader's selection changed; none leaves a pop-over open that has more to ask. */
  select(selection: Selection | null, anchor: AnchorRect | null): void;
  /** Cites a passage that is there already. */
  citeMarked(passage: Passage, anchor: AnchorRect): void;
  mark(): void;
  cite(): void;
  choose(option: ClaimOption): void;
  chooseAnother(): void;
  setBearing(bearing: Bearing): void;
  setCredibility(credibility: Credibility): void;
  changePassage(change: PassageChange): void;
  close(): void;
}

export function useCiting(caseId: CaseId, exhibitId: ExhibitId): Citing {
  const undo = useUndo();
  const { claim, take } = useClaimInHand();
  const [state, setState] = useState<CitingState | null>(null);
  const [error, setError] = useState<ErrorReport | null>(null);
  const [busy, setBusy] = useState(false);
  const working = useRef(false);

  /** One step at a time: C pressed twice must not cite twice. */
  async function once(act: (now: CitingState) => Promise<Partial<CitingState> | null>): Promise<void> {
    if (!state || working.current) return;
    working.current = true;
    setBusy(true);
    setError(null);
    try {
      const next = await act(state);
      setState(now => (now && next ? { ...now, ...next } : null));
    } catch (failure) {
      setError(reportOf(failure));
    } finally {
      working.current = false;
      setBusy(false);
    }
  }

  async function passageOf(
    now: CitingState,
  ): Promise<{ passage: Passage; step: Awaited<ReturnType<typeof markSelection>>['step'] | null }> {
    if (now.passage) return { passage: now.passage, step: null };
    if (!now.selection) throw new Error('citing without a selection');
    const marked = await markSelection(exhibitId, now.selection);
    setState(held => held && { ...held, passage: marked.result });
    return { passage: marked.result, step: marked.step };
  }

  async function citeTo(now: CitingState, claimId: ClaimId): Promise<Partial<CitingState>> {
    const { passage, step } = await passageOf(now);
    try {
      const cited = now.citation
        ? await citeElsewhere(passage, now.citation, claimId)
        : await citePassage(passage, { claimId, bearing: now.bearing });
      undo.push(step ? joinSteps('citing a passage', step, cited.step) : cited.step);
      return { stage: 'cited', passage, citation: cited.result };
    } catch (failure) {
      // The passage stands although the citation failed: it is shown, and can be taken back on its own.
      if (step) undo.push(step);
      throw failure;
    }
  }

  async function choose(now: CitingState, option: ClaimOption): Promise<Partial<CitingState>> {
    if (option.kind === 'claim') {
      const { claimId, findingId, findingTitle, text } = option;
      take({ claimId, findingId, findingTitle, text });
      return citeTo(now, claimId);
    }
    const added = await addClaim(caseId, option.text, option.finding);
    undo.push(added.step);
    take(added.result);
    return citeTo(now, added.result.claimId);
  }

  async function edit(now: CitingState, change: CitationChange): Promise<Partial<CitingState> | null> {
    if (!now.citation) return now;
    const changed = await changeCitation(now.citation, change);
    undo.push(changed.step);
    return { citation: changed.result };
  }

  const select = useCallback((selection: Selection | null, anchor: AnchorRect | null) => {
    setState(now => {
      if (!selection || !anchor) return now?.stage === 'offer' ? null : now;
      return { stage: 'offer', anchor, selection, passage: null, citation: null, bearing: 'supports' };
    });
    if (selection) setError(null);
  }, []);

  return {
    state,
    claim,
    busy,
    error,
    select,
    citeMarked: (passage, anchor) => {
      setError(null);
      setState({ stage: 'choose', anchor, selection: null, passage, citation: null, bearing: 'supports' });
    },
    mark: () =>
      void once(async now => {
        const { passage, step } = await passageOf(now);
        if (step) undo.push(step);
        return { stage: 'marked', passage };
      }),
    cite: () =>
      void once(async now =>
        claim && !now.citation ? citeTo(now, claim.claimId) : { stage: now.citation ? 'cited' : 'choose' },
      ),
    choose: option => void once(now => choose(now, option)),
    chooseAnother: () => setState(now => now && { ...now, stage: 'choose' }),
    setBearing: bearing => void once(async now => (now.citation ? edit(now, { bearing }) : { bearing })),
    setCredibility: credibility => void once(now => edit(now, { credibility })),
    changePassage: change =>
      void once(async now => {
        if (!now.passage) return now;
        const changed = await changePassage(now.passage, change);
        undo.push(changed.step);
        return { passage: changed.result };
      }),
    close: () => setState(null),
  };
}
