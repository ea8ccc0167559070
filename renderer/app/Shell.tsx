import { useEffect, useState } from 'react';
import { EvidenceDrop } from '../features/exhibit/index.ts';
import { KeyboardHelp, Palette } from '../features/palette/index.ts';
import { useSearchCommands } from '../features/search/index.ts';
import { SettingsPanel } from '../features/settings/index.ts';
import type { OpenVault } from '../features/vault/index.ts';
import { type Route, useRoute } from '../workbench/index.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { places } from './features.ts';
import { Navigation } from './Navigation.tsx';
import { TitleBar } from './TitleBar.tsx';
import { useAppCommands } from './useAppCommands.ts';

export interface ShellProps {
  vault: OpenVault;
  onRoute(route: Route): void;
  onShowCases(): void;
  onVaultChanged(): void;
}

export type Sheet = 'palette' | 'keyboard' | 'settings' | null;

/** Title bar, navigation, and the place that the route names. */
export function Shell({ vault, onRoute, onShowCases, onVaultChanged }: ShellProps) {
  const route = useRoute();
  const [sheet, setSheet] = useState<Sheet>(null);
  useEffect(() => onRoute(route), [route, onRoute]);
  useAppCommands(places, setSheet);
  useSearchCommands();
  const place = places.find(one => one.id === route.place) ?? places[0];
  const View = place?.view;
  const close = () => setSheet(null);
  return (
    <EvidenceDrop>
      <div className="shell">
        <TitleBar vault={vault} onSheet={setSheet} onShowCases={onShowCases} onLocked={onVaultChanged} />
        <div className="shell-body">
          <Navigation onSheet={setSheet} />
          <main className="place" aria-label={place?.label}>
            <ErrorBoundary key={`${route.caseId} ${route.place}`} what="place">
              {View && <View />}
            </ErrorBoundary>
          </main>
        </div>
        <Palette open={sheet === 'palette'} onClose={close} />
        <KeyboardHelp open={sheet === 'keyboard'} onClose={close} />
        <SettingsPanel open={sheet === 'settings'} vault={vault} onVaultChanged={onVaultChanged} onClose={close} />
      </div>
    </EvidenceDrop>
  );
}
