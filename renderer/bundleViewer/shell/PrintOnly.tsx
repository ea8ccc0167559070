/** What is there only while it prints: on the screen nothing is made of it. */
import type { ReactNode } from 'react';
import { useIsPrinting } from './listScroller.ts';

export function PrintOnly({ children }: { children: () => ReactNode }) {
  return useIsPrinting() ? children() : null;
}
