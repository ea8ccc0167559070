import { useCommand } from '../../api/index.ts';
import { Button } from '../../ui/index.ts';
import { UnlockForm } from './UnlockForm.tsx';
import { fileNameOf } from './useVault.ts';
import { VaultScreen } from './VaultScreen.tsx';

/** The vault in hand is locked: its passphrase, or another vault. */
export function Locked({ path, reason, onChanged }: { path: string; reason: string | null; onChanged(): void }) {
  const close = useCommand('vault.close');
  return (
    <VaultScreen
      title={`${fileNameOf(path)} is locked`}
      text={reason ?? 'What you were doing is kept; you return to the same place.'}
    >
      <UnlockForm at={{ recent: path }} verb="Unlock" onOpened={onChanged} />
      <div className="vault-others">
        <Button
          kind="quiet"
          busy={close.running}
          problem={close.error}
          onPress={() => void close.run({}).then(onChanged, () => undefined)}
        >
          Open another vault
        </Button>
      </div>
    </VaultScreen>
  );
}
