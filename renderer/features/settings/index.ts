/** What holds for the vault and for this window, apart from any case. */
export { SettingsPanel } from './SettingsPanel.tsx';
