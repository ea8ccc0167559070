import { useState } from 'react';
import { desktop, useCommand } from '../../api/index.ts';
import { Button, formatBytes, Notice } from '../../ui/index.ts';

/** An encrypted copy of the whole vault, checked after writing. */
export function BackupSetting({ vaultName }: { vaultName: string }) {
  const backup = useCommand('vault.backup');
  const [written, setWritten] = useState<{ path: string; sizeBytes: number } | null>(null);
  const start = async () => {
    setWritten(null);
    const day = new Date().toISOString().slice(0, 10);
    const to = await desktop('desktop.chooseSaveAs', {
      suggestedName: `${vaultName} ${day}.probatum`,
      kind: 'probatum',
    });
    if (!to) return;
    await backup.run({ to }).then(setWritten, () => undefined);
  };
  return (
    <section className="settings-part">
      <h3>Backup</h3>
      <p className="settings-text">
        An encrypted copy with the same passphrase. It is read back and checked before this says that it is done.
      </p>
      <Button busy={backup.running} problem={backup.error} onPress={() => void start()}>
        Back up the vault…
      </Button>
      {written && (
        <Notice kind="good">
          Written and checked: <span className="settings-path">{written.path}</span> ({formatBytes(written.sizeBytes)})
        </Notice>
      )}
    </section>
  );
}
