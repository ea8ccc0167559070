/** The entities chosen just now: shared by the list, the chart, the timeline and the map, so that each shows the same ones lit. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { EntityId } from '../../shared/kernel/ids.ts';

export interface Chosen {
  ids: ReadonlySet<EntityId>;
  choose(ids: Iterable<EntityId>): void;
  /** In, if it was out; out, if it was in. */
  toggle(id: EntityId): void;
  clear(): void;
}

const ChosenContext = createContext<Chosen | null>(null);

export function ChosenProvider({ children }: { children: ReactNode }) {
  const [ids, setIds] = useState<ReadonlySet<EntityId>>(new Set());
  const choose = useCallback((next: Iterable<EntityId>) => setIds(new Set(next)), []);
  const toggle = useCallback(
    (id: EntityId) =>
      setIds(now => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const clear = useCallback(() => setIds(new Set()), []);
  const value = useMemo(() => ({ ids, choose, toggle, clear }), [ids, choose, toggle, clear]);
  return <ChosenContext value={value}>{children}</ChosenContext>;
}

export function useChosen(): Chosen {
  const value = useContext(ChosenContext);
  if (!value) throw new Error('useChosen outside a case');
  return value;
}
