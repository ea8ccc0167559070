/** What the pop-over for an entity does: chosen from the vault or made, recorded in one step, then graded. */
import { useCallback, useRef, useState } from 'react';
import type { Selection } from '../../../../shared/domain/passage.ts';
import { type EntityGuess, guessEntity } from '../../../../shared/domain/proposal/index.ts';
import type { Credibility } from '../../../../shared/domain/source.ts';
import type { ErrorReport } from '../../../../shared/kernel/errors.ts';
import type { CaseId, EntityId, ExhibitId } from '../../../../shared/kernel/ids.ts';
import { reportOf } from '../../../api/index.ts';
import type { AnchorRect } from '../../../reader/index.ts';
import { useUndo } from '../../../workbench/index.ts';
import { gradeRecorded, type Recorded, takeFromReading } from './takeFromReading.ts';

export interface TakingState {
  selection: Selection;
  anchor: AnchorRect;
  guess: EntityGuess;
  /** `null` until an entity has it. */
  recorded: (Recorded & { property: string; value: string; credibility: Credibility }) | null;
}

export interface TakeRequest {
  entity: { entityId: EntityId } | { schema: string };
  property: string;
  value: string;
  wasInCase: boolean;
}

export interface Taking {
  state: TakingState | null;
  busy: boolean;
  error: ErrorReport | null;
  /** `guess` is given where a rule has told already what the words are. */
  begin(selection: Selection, anchor: AnchorRect, guess?: EntityGuess): void;
  take(request: TakeRequest): void;
  grade(credibility: Credibility): void;
  undo(): void;
  close(): void;
}

const UNGRADED: Credibility = 6;

export function useTakingEntity(caseId: CaseId, exhibitId: ExhibitId): Taking {
  const undo = useUndo();
  const [state, setState] = useState<TakingState | null>(null);
  const [error, setError] = useState<ErrorReport | null>(null);
  const [busy, setBusy] = useState(false);
  const working = useRef(false);

  /** One step at a time: Enter pressed twice must not make two entities. */
  async function once(act: (now: TakingState) => Promise<Partial<TakingState> | null>): Promise<void> {
    if (!state || working.current) return;
    working.current = true;
    setBusy(true);
    setError(null);
    try {
      const next = await act(state);
      setState(now => (now?.selection === state.selection && next ? { ...now, ...next } : next === null ? null : now));
    } catch (failure) {
      setError(reportOf(failure));
    } finally {
      working.current = false;
      setBusy(false);
    }
  }

  const begin = useCallback((selection: Selection, anchor: AnchorRect, guess?: EntityGuess) => {
    setError(null);
    setState({ selection, anchor, guess: guess ?? guessOf(selection), recorded: null });
  }, []);

  return {
    state,
    busy,
    error,
    begin,
    take: ({ entity, property, value, wasInCase }) =>
      void once(async ({ selection }) => {
        const { result, step } = await takeFromReading(
          { caseId, exhibitId, selection, entity, property, value, credibility: UNGRADED },
          wasInCase,
        );
        undo.push(step);
        return { recorded: { ...result, property, value, credibility: UNGRADED } };
      }),
    grade: credibility =>
      void once(async ({ recorded }) => {
        if (!recorded || recorded.credibility === credibility) return {};
        undo.push(await gradeRecorded(recorded, recorded.credibility, credibility));
        return { recorded: { ...recorded, credibility } };
      }),
    undo: () =>
      void once(async () => {
        await undo.undo();
        return null;
      }),
    close: useCallback(() => setState(null), []),
  };
}

function guessOf(selection: Selection): EntityGuess {
  if (selection.kind === 'region') return guessEntity({ words: '', before: '', after: '' });
  const { exact, prefix, suffix } = selection.quote;
  return guessEntity({ words: exact, before: prefix, after: suffix });
}
