import type { ReactNode } from 'react';
import {
  ChosenProvider,
  ClaimInHandProvider,
  CommandsProvider,
  type Route,
  RouteProvider,
  ToastProvider,
  UndoProvider,
} from '../../../renderer/workbench/index.ts';

/** What the app puts around a place. */
export function Workbench({ route, children }: { route: Route; children: ReactNode }) {
  return (
    <ToastProvider>
      <CommandsProvider>
        <UndoProvider>
          <RouteProvider initial={route}>
            <ChosenProvider>
              <ClaimInHandProvider>{children}</ClaimInHandProvider>
            </ChosenProvider>
          </RouteProvider>
        </UndoProvider>
      </CommandsProvider>
    </ToastProvider>
  );
}
