import { useCallback, useRef, useState } from 'react';
import type { CommandName, InputOf, OutputOf } from '../../shared/contract/index.ts';
import type { ErrorReport } from '../../shared/kernel/errors.ts';
import { call } from './call.ts';
import { reportOf } from './callFailed.ts';

export interface CommandHandle<Name extends CommandName> {
  /** Rejects with CallFailed; a caller who only shows `error` may leave the promise alone. */
  run(input: InputOf<Name>): Promise<OutputOf<Name>>;
  running: boolean;
  error: ErrorReport | null;
  reset(): void;
}

/** One operation that changes something, with its state for the button that runs it. */
export function useCommand<Name extends CommandName>(name: Name): CommandHandle<Name> {
  const [running, setRunning] = useState(0);
  const [error, setError] = useState<ErrorReport | null>(null);
  const latest = useRef(0);
  const run = useCallback(
    (input: InputOf<Name>) => {
      const turn = ++latest.current;
      setRunning(count => count + 1);
      setError(null);
      const answered = call(name, input);
      const settled = answered.then(
        () => undefined,
        (failure: unknown) => {
          if (turn === latest.current) setError(reportOf(failure));
        },
      );
      void settled.then(() => setRunning(count => count - 1));
      return answered;
    },
    [name],
  );
  const reset = useCallback(() => setError(null), []);
  return { run, running: running > 0, error, reset };
}
