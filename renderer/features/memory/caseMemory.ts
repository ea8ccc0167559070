/**
 * What the screen remembers of a case while one goes from place to place: filters, open tabs, marks of relevance.
 * In memory only, since all of it is case content, and gone when the vault is locked.
 */
import { useCallback, useSyncExternalStore } from 'react';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { listenToCore } from '../../api/index.ts';

export class CaseMemory<State> {
  readonly #initial: State;
  readonly #states = new Map<CaseId, State>();
  readonly #watchers = new Set<() => void>();

  constructor(initial: State) {
    this.#initial = initial;
    listenToCore(event => {
      if (event.event === 'vault' && event.state !== 'open') this.forget();
    });
  }

  get(caseId: CaseId): State {
    return this.#states.get(caseId) ?? this.#initial;
  }

  change(caseId: CaseId, step: (state: State) => State): void {
    const before = this.get(caseId);
    const after = step(before);
    if (after === before) return;
    this.#states.set(caseId, after);
    this.#announce();
  }

  forget(): void {
    this.#states.clear();
    this.#announce();
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  #announce(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

export function useCaseMemory<State>(
  memory: CaseMemory<State>,
  caseId: CaseId,
): [State, (step: (state: State) => State) => void] {
  const state = useSyncExternalStore(memory.subscribe, () => memory.get(caseId));
  const change = useCallback((step: (state: State) => State) => memory.change(caseId, step), [memory, caseId]);
  return [state, change];
}
