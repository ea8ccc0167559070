import { useEffect, useRef } from 'react';
import type { RowSource } from './rowSource.ts';
import { useCoreEvent } from './useCoreEvent.ts';

/** An import announces a change for each batch; a list follows at this pace. */
const CALM_MS = 400;

/** Reads a long list anew when one of the concepts that its rows draw on changed. */
export function useRowRefresh<Row>(source: RowSource<Row>, concepts: readonly string[]): void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useCoreEvent(event => {
    if (event.event !== 'changed' || !event.concepts.some(concept => concepts.includes(concept))) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      source.refresh();
    }, CALM_MS);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another source must not be refreshed by the timer of the last
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [source],
  );
}
