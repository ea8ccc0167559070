/** The exhibits that are open as tabs. One is passing through until it is kept, so that reading on does not pile up tabs. */
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { CaseMemory } from '../memory/index.ts';

export interface OpenTab {
  exhibitId: ExhibitId;
  /** False: the next exhibit that is opened takes its place. */
  kept: boolean;
}
export type OpenTabs = readonly OpenTab[];

export const tabMemory = new CaseMemory<OpenTabs>([]);

export function openTab(tabs: OpenTabs, exhibitId: ExhibitId): OpenTabs {
  if (tabs.some(tab => tab.exhibitId === exhibitId)) return tabs;
  const passing = tabs.findIndex(tab => !tab.kept);
  const opened = { exhibitId, kept: false };
  return passing < 0 ? [...tabs, opened] : tabs.with(passing, opened);
}

export function keepTab(tabs: OpenTabs, exhibitId: ExhibitId): OpenTabs {
  if (tabs.every(tab => tab.exhibitId !== exhibitId || tab.kept)) return tabs;
  return tabs.map(tab => (tab.exhibitId === exhibitId ? { ...tab, kept: true } : tab));
}

export function closeTab(tabs: OpenTabs, exhibitId: ExhibitId): OpenTabs {
  return tabs.filter(tab => tab.exhibitId !== exhibitId);
}

/** Which tab stands in for a closed one: the one after it, else the one before. */
export function neighbourOf(tabs: OpenTabs, exhibitId: ExhibitId): ExhibitId | null {
  const at = tabs.findIndex(tab => tab.exhibitId === exhibitId);
  return (tabs[at + 1] ?? tabs[at - 1])?.exhibitId ?? null;
}

export function stepTab(tabs: OpenTabs, from: ExhibitId, direction: 1 | -1): ExhibitId | null {
  const at = tabs.findIndex(tab => tab.exhibitId === from);
  if (at < 0 || tabs.length < 2) return null;
  return tabs[(at + direction + tabs.length) % tabs.length]?.exhibitId ?? null;
}
