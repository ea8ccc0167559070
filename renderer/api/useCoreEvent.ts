import { useEffect, useRef } from 'react';
import type { CoreEvent } from '../../shared/contract/wire.ts';
import { listenToCore } from './connection.ts';

/** Hears what the core announces, while the view is there. */
export function useCoreEvent(handler: (event: CoreEvent) => void): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => listenToCore(event => latest.current(event)), []);
}
