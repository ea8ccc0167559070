import { ArrowLeft, ArrowRight, Search, Settings } from 'lucide-react';
import { CaseSwitcher } from '../features/overview/index.ts';
import { JobIndicator } from '../features/job/index.ts';
import { AutoLock, type OpenVault } from '../features/vault/index.ts';
import { IconButton, Kbd } from '../ui/index.ts';
import { useNavigate, useRoute } from '../workbench/index.ts';
import type { Sheet } from './Shell.tsx';

export interface TitleBarProps {
  vault: OpenVault;
  onSheet(sheet: Sheet): void;
  onShowCases(): void;
  onLocked(): void;
}

export function TitleBar({ vault, onSheet, onShowCases, onLocked }: TitleBarProps) {
  const { caseId } = useRoute();
  const navigate = useNavigate();
  return (
    <header className="title-bar">
      <div className="title-left">
        <IconButton
          icon={ArrowLeft}
          label="Back"
          shortcut="Alt+ArrowLeft"
          onPress={navigate.back}
          disabled={!navigate.canBack}
        />
        <IconButton
          icon={ArrowRight}
          label="Forward"
          shortcut="Alt+ArrowRight"
          onPress={navigate.forward}
          disabled={!navigate.canForward}
        />
        <button type="button" className="title-vault one-line" title="All cases of this vault" onClick={onShowCases}>
          {vault.name}
        </button>
        <span className="title-arrow" aria-hidden>
          ▸
        </span>
        <CaseSwitcher caseId={caseId} person={vault.person} onShowAll={onShowCases} />
      </div>
      <button type="button" className="title-search" aria-keyshortcuts="Control+K" onClick={() => onSheet('palette')}>
        <Search size={14} aria-hidden />
        <span className="title-search-words one-line">Search or do …</span>
        <Kbd keys="Mod+K" />
      </button>
      <div className="title-right">
        <JobIndicator />
        <AutoLock lockAfterMinutes={vault.lockAfterMinutes} onLocked={onLocked} />
        <IconButton icon={Settings} label="Settings" shortcut="Mod+," onPress={() => onSheet('settings')} />
      </div>
    </header>
  );
}
