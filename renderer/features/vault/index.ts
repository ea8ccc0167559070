/** Opening, creating and locking a vault. */
export { AutoLock } from './AutoLock.tsx';
export { Locked } from './Locked.tsx';
export { NewPassphrase } from './NewPassphrase.tsx';
export { usePassphraseStrength } from './usePassphraseStrength.ts';
export { fileNameOf, folderOf, type OpenVault, useVaultStatus } from './useVault.ts';
export { VaultScreen } from './VaultScreen.tsx';
export { Welcome } from './Welcome.tsx';
