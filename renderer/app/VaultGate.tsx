import { useCallback, useEffect, useRef, useState } from 'react';
import { listenToMenu, useCoreEvent } from '../api/index.ts';
import { Locked, useVaultStatus, VaultScreen, Welcome } from '../features/vault/index.ts';
import { Failed, Loading } from '../ui/index.ts';
import { type Route, useRunCommand } from '../workbench/index.ts';
import { VaultWindow } from './VaultWindow.tsx';

/** What of a vault is shown follows from its state alone; a lock takes everything of a case off the screen at once. */
export function VaultGate() {
  const { status, error, refetch } = useVaultStatus();
  const [lockReason, setLockReason] = useState<string | null>(null);
  // Ids only, for the way back after a lock: no words of a case outlive it here.
  const lastRoute = useRef<{ vaultId: string; route: Route } | null>(null);
  useMenu();
  useCoreEvent(event => {
    if (event.event !== 'vault') return;
    setLockReason(event.reason);
    refetch();
  });
  const vaultId = status?.state === 'open' ? status.vaultId : null;
  const remember = useCallback(
    (route: Route) => {
      if (vaultId) lastRoute.current = { vaultId, route: withoutWords(route) };
    },
    [vaultId],
  );
  if (!status) {
    return (
      <VaultScreen title="Probatum">
        {error ? <Failed error={error} onRetry={refetch} /> : <Loading rows={3} />}
      </VaultScreen>
    );
  }
  if (status.state === 'closed') return <Welcome onOpened={refetch} />;
  if (status.state === 'locked') return <Locked path={status.path} reason={lockReason} onChanged={refetch} />;
  const returnTo = lastRoute.current?.vaultId === status.vaultId ? lastRoute.current.route : null;
  return (
    <VaultWindow key={status.vaultId} vault={status} returnTo={returnTo} onRoute={remember} onVaultChanged={refetch} />
  );
}

/** What was searched for, and the words that were looked at, are case content: they go with the lock. */
function withoutWords({ query: _, at, ...ids }: Route): Route {
  return at?.kind === 'quote' ? { ...ids, at: { kind: 'page', pageIndex: at.pageIndex } } : { ...ids, at };
}

/** The application menu names commands by their ids. */
function useMenu(): void {
  const run = useRunCommand();
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => listenToMenu(command => latest.current(command)), []);
}
