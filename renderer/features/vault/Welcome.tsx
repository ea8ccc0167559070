import { FolderOpen, Plus } from 'lucide-react';
import { useState } from 'react';
import { desktop, useQuery } from '../../api/index.ts';
import { Button, Loading } from '../../ui/index.ts';
import { CreateVault } from './CreateVault.tsx';
import { RecentVaults } from './RecentVaults.tsx';
import { UnlockForm, type VaultChoice } from './UnlockForm.tsx';
import { VaultScreen } from './VaultScreen.tsx';

/** First run, and every start after: the vaults known here, another from the disk, or a new one. */
export function Welcome({ onOpened }: { onOpened(): void }) {
  const recent = useQuery('vault.recent', {});
  const [creating, setCreating] = useState<boolean | null>(null);
  const [choice, setChoice] = useState<VaultChoice | null>(null);
  if (recent.loading && !recent.data) {
    return (
      <VaultScreen title="Probatum">
        <Loading rows={3} />
      </VaultScreen>
    );
  }
  const known = recent.data ?? [];
  if (creating ?? known.length === 0) {
    return (
      <VaultScreen
        title="New vault"
        text="One encrypted file on this machine holds your cases and their evidence. There is no account and no server."
      >
        <CreateVault onCreated={onOpened} onOpenInstead={() => setCreating(false)} />
      </VaultScreen>
    );
  }
  const chosen = choice ?? firstOf(known);
  const chooseFile = async () => {
    const granted = await desktop('desktop.chooseVault', {});
    if (granted) setChoice(granted);
  };
  return (
    <VaultScreen title="Open a vault">
      <RecentVaults
        chosen={chosen && 'recent' in chosen ? chosen.recent : null}
        onChoose={path => setChoice({ recent: path })}
      />
      {chosen && 'grant' in chosen && (
        <p className="vault-chosen one-line" title={chosen.name}>
          {chosen.name}
        </p>
      )}
      {chosen && <UnlockForm key={JSON.stringify(chosen)} at={chosen} verb="Open" onOpened={onOpened} />}
      <div className="vault-others">
        <Button icon={FolderOpen} onPress={() => void chooseFile()}>
          Open another file…
        </Button>
        <Button icon={Plus} onPress={() => setCreating(true)}>
          New vault…
        </Button>
      </div>
    </VaultScreen>
  );
}

function firstOf(known: readonly { path: string; exists: boolean }[]): VaultChoice | null {
  const there = known.find(vault => vault.exists);
  return there ? { recent: there.path } : null;
}
