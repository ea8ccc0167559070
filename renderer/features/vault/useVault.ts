/** The vault's state as the window needs it, and the steps that change it. */
import type { VaultStatus } from '../../../shared/contract/vault.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import { useQuery } from '../../api/index.ts';

export type OpenVault = Extract<VaultStatus, { state: 'open' }>;

interface VaultState {
  status: VaultStatus | undefined;
  error: ErrorReport | null;
  /** To be called after an operation that opens, locks or closes. */
  refetch(): void;
}

export function useVaultStatus(): VaultState {
  const { data, error, refetch } = useQuery('vault.status', {});
  return { status: data, error, refetch };
}

/** The file's own name in a path of either platform. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.length - fileNameOf(path).length - 1));
}
