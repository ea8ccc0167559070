import { Lock, Timer } from 'lucide-react';
import { call } from '../../api/index.ts';
import { Button, classes } from '../../ui/index.ts';
import { useCommands } from '../../workbench/index.ts';
import { useAutoLock } from './useAutoLock.ts';
import './vault.css';

/** The countdown and the lock, at the end of the title bar. */
export function AutoLock({ lockAfterMinutes, onLocked }: { lockAfterMinutes: number; onLocked(): void }) {
  const left = useAutoLock(lockAfterMinutes);
  const lock = () => {
    void call('vault.lock', {}).then(onLocked);
  };
  useCommands([{ id: 'vault.lock', title: 'Lock the vault', section: 'Vault', shortcut: 'Mod+L', run: lock }]);
  const soon = left <= 60;
  const words = soon ? `${left} s` : `${Math.ceil(left / 60)} min`;
  return (
    <>
      <span
        className={classes('auto-lock', soon && 'auto-lock-soon')}
        title={`Locks by itself in ${words} without activity`}
      >
        <Timer size={14} aria-hidden />
        <span className="auto-lock-words">{soon ? `locks in ${words}` : words}</span>
      </span>
      <Button kind="quiet" icon={Lock} onPress={lock} label="Lock the vault">
        Lock
      </Button>
    </>
  );
}
