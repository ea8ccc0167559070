import { CommandsProvider, ToastProvider } from '../workbench/index.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Toasts } from './Toasts.tsx';
import { UnhandledFailures } from './UnhandledFailures.tsx';
import { VaultGate } from './VaultGate.tsx';
import './app.css';

export function App() {
  return (
    <ErrorBoundary what="window">
      <ToastProvider>
        <CommandsProvider>
          <UnhandledFailures />
          <VaultGate />
          <Toasts />
        </CommandsProvider>
      </ToastProvider>
    </ErrorBoundary>
  );
}
