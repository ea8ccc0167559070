/** The open exhibits as tabs above the pane. One in italics is passing through; a double click keeps it. */
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { exhibitNumber } from '../../../../shared/domain/exhibit.ts';
import type { CaseId, ExhibitId } from '../../../../shared/kernel/ids.ts';
import { useQuery } from '../../../api/index.ts';
import { classes, Mono } from '../../../ui/index.ts';
import { useCommands, useNavigate } from '../../../workbench/index.ts';
import { useCaseMemory } from '../../memory/index.ts';
import { closeTab, keepTab, neighbourOf, type OpenTab, stepTab, tabMemory } from '../openTabs.ts';
import './ExhibitTabs.css';

export function ExhibitTabs({
  caseId,
  exhibitId,
  onClosed,
}: {
  caseId: CaseId;
  exhibitId: ExhibitId;
  onClosed(): void;
}) {
  const [tabs, change] = useCaseMemory(tabMemory, caseId);
  const { go } = useNavigate();
  const row = useRef<HTMLDivElement>(null);
  const show = (id: ExhibitId | null) => id && go({ exhibitId: id });
  const close = (id: ExhibitId) => {
    if (id === exhibitId) {
      const next = neighbourOf(tabs, id);
      if (next) go({ exhibitId: next });
      else onClosed();
    }
    change(now => closeTab(now, id));
  };
  useCommands([
    {
      id: 'exhibit.next-tab',
      title: 'Next open exhibit',
      section: 'Exhibit',
      shortcut: 'Mod+PageDown',
      when: tabs.length > 1,
      run: () => show(stepTab(tabs, exhibitId, 1)),
    },
    {
      id: 'exhibit.previous-tab',
      title: 'Previous open exhibit',
      section: 'Exhibit',
      shortcut: 'Mod+PageUp',
      when: tabs.length > 1,
      run: () => show(stepTab(tabs, exhibitId, -1)),
    },
    {
      id: 'exhibit.keep-tab',
      title: 'Keep this exhibit open',
      section: 'Exhibit',
      run: () => change(now => keepTab(now, exhibitId)),
    },
    {
      id: 'exhibit.close-tab',
      title: 'Close this exhibit',
      section: 'Exhibit',
      shortcut: 'Alt+W',
      run: () => close(exhibitId),
    },
  ]);
  useEffect(() => {
    row.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  });
  const keyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1 as const, ArrowLeft: -1 as const }[event.key];
    if (step !== undefined) show(stepTab(tabs, exhibitId, step));
    else if (event.key === 'Delete') close(exhibitId);
    else return;
    event.preventDefault();
  };
  return (
    <div className="exhibit-tabs" role="tablist" aria-label="Open exhibits" ref={row} onKeyDown={keyDown}>
      {tabs.map(tab => (
        <Tab
          key={tab.exhibitId}
          tab={tab}
          current={tab.exhibitId === exhibitId}
          onShow={() => show(tab.exhibitId)}
          onKeep={() => change(now => keepTab(now, tab.exhibitId))}
          onClose={() => close(tab.exhibitId)}
        />
      ))}
    </div>
  );
}

interface TabProps {
  tab: OpenTab;
  current: boolean;
  onShow(): void;
  onKeep(): void;
  onClose(): void;
}

function Tab({ tab, current, onShow, onKeep, onClose }: TabProps) {
  const { data } = useQuery('exhibit.get', { exhibitId: tab.exhibitId });
  const name = data ? `${exhibitNumber(data.number)} ${data.title}` : 'Exhibit';
  return (
    <div
      className={classes('exhibit-tab', current && 'exhibit-tab-current', !tab.kept && 'exhibit-tab-passing')}
      role="presentation"
    >
      <button
        type="button"
        role="tab"
        aria-selected={current}
        aria-keyshortcuts="Delete"
        tabIndex={current ? 0 : -1}
        title={tab.kept ? name : `${name} (passing; double click keeps it)`}
        onClick={onShow}
        onDoubleClick={onKeep}
        onAuxClick={event => event.button === 1 && onClose()}
      >
        {data && <Mono>{exhibitNumber(data.number)}</Mono>}
        <span className="one-line" dir="auto">
          {data?.title ?? '…'}
        </span>
      </button>
      {/* A row of tabs may hold nothing but tabs: by keyboard it is Delete, or the command. */}
      <span className="exhibit-tab-close" title={`Close ${name}`} aria-hidden onClick={onClose}>
        <X size={13} />
      </span>
    </div>
  );
}
