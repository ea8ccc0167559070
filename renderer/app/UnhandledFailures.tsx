import { useEffect } from 'react';
import { CallFailed } from '../api/index.ts';
import { useToast } from '../workbench/index.ts';

/** The net below the views: a failed call that no view showed is told in a toast rather than lost. */
export function UnhandledFailures() {
  const toast = useToast();
  useEffect(() => {
    const heard = (event: PromiseRejectionEvent) => {
      if (!(event.reason instanceof CallFailed)) return;
      event.preventDefault();
      toast({ text: event.reason.report.sentence, kind: 'problem' });
    };
    window.addEventListener('unhandledrejection', heard);
    return () => window.removeEventListener('unhandledrejection', heard);
  }, [toast]);
  return null;
}
