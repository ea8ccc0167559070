import { useState } from 'react';
import { AutoLock, type OpenVault } from '../features/vault/index.ts';
import { CaseList } from '../features/overview/index.ts';
import { ChosenProvider, ClaimInHandProvider, type Route, RouteProvider, UndoProvider } from '../workbench/index.ts';
import { Shell } from './Shell.tsx';

export interface VaultWindowProps {
  vault: OpenVault;
  /** Where one was before the lock. */
  returnTo: Route | null;
  onRoute(route: Route): void;
  onVaultChanged(): void;
}

/** An open vault: its cases, or the one in hand. */
export function VaultWindow({ vault, returnTo, onRoute, onVaultChanged }: VaultWindowProps) {
  const [entry, setEntry] = useState<Route | null>(returnTo);
  if (!entry) {
    return (
      <div className="shell">
        <header className="title-bar">
          <div className="title-left">
            <span className="title-vault one-line">{vault.name}</span>
          </div>
          <div className="title-right">
            <AutoLock lockAfterMinutes={vault.lockAfterMinutes} onLocked={onVaultChanged} />
          </div>
        </header>
        <CaseList person={vault.person} onOpen={caseId => setEntry({ place: 'overview', caseId })} />
      </div>
    );
  }
  return (
    <UndoProvider>
      <RouteProvider initial={entry}>
        <ClaimInHandProvider>
          <ChosenProvider>
            <Shell vault={vault} onRoute={onRoute} onShowCases={() => setEntry(null)} onVaultChanged={onVaultChanged} />
          </ChosenProvider>
        </ClaimInHandProvider>
      </RouteProvider>
    </UndoProvider>
  );
}
