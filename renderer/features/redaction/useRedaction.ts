/** Marks for redaction on an exhibit, and the step from a selection to a mark. */
import { useState } from 'react';
import type { StandingMark } from '../../../shared/contract/redaction.ts';
import type { Selection } from '../../../shared/domain/passage.ts';
import type { RedactionReason } from '../../../shared/domain/redaction.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { useCommand, useQuery } from '../../api/index.ts';
import type { AnchorRect } from '../../reader/index.ts';

/** One and the same, so that what is drawn from it is not drawn anew at each look. */
const none: readonly StandingMark[] = [];

export function useRedactionMarks(exhibitId: ExhibitId): readonly StandingMark[] {
  return useQuery('redaction.marks', { exhibitId }).data ?? none;
}

export interface Redacting {
  state: { selection: Selection; anchor: AnchorRect } | null;
  begin(selection: Selection, anchor: AnchorRect): void;
  close(): void;
  mark(given: { reason: RedactionReason; note: string; everywhere: boolean }): void;
  busy: boolean;
  error: ReturnType<typeof useCommand<'redaction.mark'>>['error'];
}

export function useRedacting(exhibitId: ExhibitId): Redacting {
  const [state, setState] = useState<Redacting['state']>(null);
  const command = useCommand('redaction.mark');
  return {
    state,
    busy: command.running,
    error: command.error,
    begin: (selection, anchor) => {
      command.reset();
      setState({ selection, anchor });
    },
    close: () => setState(null),
    mark: given => {
      if (!state) return;
      command.run({ exhibitId, selection: state.selection, ...given }).then(
        () => setState(null),
        () => undefined,
      );
    },
  };
}
