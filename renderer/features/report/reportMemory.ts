import { CaseMemory } from '../memory/index.ts';
import type { Chosen } from './selection.ts';

/** What the reports place keeps while one follows a note to its page and comes back. */
export interface ReportDesk {
  chosen: Chosen;
  title: string;
  /** How far down the preview was, in pixels. */
  scrollTop: number;
}

export const reportMemory = new CaseMemory<ReportDesk>({ chosen: null, title: '', scrollTop: 0 });
