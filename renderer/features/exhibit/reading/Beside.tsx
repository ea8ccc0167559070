/** The pane beside the page: its passages, what is known of the exhibit, and whatever else is in hand. */
import { type ReactNode, useEffect, useState } from 'react';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import { Tabs } from '../../../ui/index.ts';
import type { ReadingTarget } from '../../../workbench/index.ts';
import { ExhibitInspector } from '../inspector/ExhibitInspector.tsx';

export interface BesideTab {
  label: string;
  content: ReactNode;
}

export interface BesideProps {
  exhibitId: ExhibitId;
  passages: ReactNode;
  passageCount: number | undefined;
  /** A passage picked in the page brings the passages forward. */
  picked: ReadingTarget | null;
  beside: BesideTab | null;
}

export function Beside({ exhibitId, passages, passageCount, picked, beside }: BesideProps) {
  const [tab, setTab] = useState<'passages' | 'exhibit' | 'other'>(beside ? 'other' : 'passages');
  const other = beside?.label;
  useEffect(() => setTab(now => (other ? 'other' : now === 'other' ? 'passages' : now)), [other]);
  useEffect(() => {
    if (picked?.kind === 'passage') setTab('passages');
  }, [picked]);
  const tabs = [
    ...(beside ? [{ id: 'other' as const, label: beside.label }] : []),
    { id: 'passages' as const, label: 'Passages', count: passageCount },
    { id: 'exhibit' as const, label: 'Exhibit' },
  ];
  const shown = tab === 'other' && !beside ? 'passages' : tab;
  return (
    <div className="beside">
      <div className="exhibits-tabs">
        <Tabs label="Beside the page" tabs={tabs} value={shown} onChange={setTab} panelId="beside-panel" />
      </div>
      <div
        className="beside-panel"
        id="beside-panel"
        role="tabpanel"
        aria-label={tabs.find(one => one.id === shown)?.label}
      >
        {shown === 'passages' && passages}
        {shown === 'exhibit' && <ExhibitInspector exhibitId={exhibitId} />}
        {shown === 'other' && beside?.content}
      </div>
    </div>
  );
}
