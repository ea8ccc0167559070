import { desktop } from '../../api/index.ts';
import { applyTheme, Panel, Segmented, type Theme, useTheme } from '../../ui/index.ts';
import { KeysSetting } from '../identity/index.ts';
import type { OpenVault } from '../vault/index.ts';
import { AutoLockSetting } from './AutoLockSetting.tsx';
import { BackupSetting } from './BackupSetting.tsx';
import { PassphraseSetting } from './PassphraseSetting.tsx';
import { VerifyVault } from './VerifyVault.tsx';
import './settings.css';

export interface SettingsPanelProps {
  open: boolean;
  vault: OpenVault;
  onVaultChanged(): void;
  onClose(): void;
}

const themes: { value: Theme; label: string }[] = [
  { value: 'system', label: 'As the desktop' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export function SettingsPanel({ open, vault, onVaultChanged, onClose }: SettingsPanelProps) {
  const theme = useTheme();
  const choose = (next: Theme) => {
    applyTheme(next);
    // The desktop's own parts (menus, dialogs) follow; the page does not wait for them.
    desktop('desktop.setTheme', { theme: next }).catch(() => undefined);
  };
  return (
    <Panel open={open} title="Settings" onClose={onClose}>
      <div className="settings">
        <section className="settings-part">
          <h3>Vault</h3>
          <dl className="facts">
            <dt>Name</dt>
            <dd>{vault.name}</dd>
            <dt>File</dt>
            <dd className="settings-path">{vault.path}</dd>
            <dt>Work is recorded as</dt>
            <dd>{vault.person}</dd>
          </dl>
          <AutoLockSetting minutes={vault.lockAfterMinutes} onChanged={onVaultChanged} />
        </section>
        <section className="settings-part">
          <h3>Appearance</h3>
          <Segmented label="Theme" options={themes} value={theme} onChange={choose} />
        </section>
        <KeysSetting onLeave={onClose} />
        <BackupSetting vaultName={vault.name} />
        <VerifyVault />
        <PassphraseSetting />
      </div>
    </Panel>
  );
}
