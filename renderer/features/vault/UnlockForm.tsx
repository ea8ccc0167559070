import { useEffect, useRef, useState } from 'react';
import type { GrantedPath } from '../../../shared/contract/grantedPath.ts';
import { useCommand } from '../../api/index.ts';
import { Button, Notice, TextField } from '../../ui/index.ts';

/** A vault to be opened: chosen in a dialog, or known from before. */
export type VaultChoice = GrantedPath | { recent: string };

export interface UnlockFormProps {
  at: VaultChoice;
  onOpened(): void;
  /** "Open" for a vault that is chosen, "Unlock" for the one in hand. */
  verb: 'Open' | 'Unlock';
}

/** Each way in which opening can fail says its own sentence; only a wrong passphrase is the field's problem. */
export function UnlockForm({ at, onOpened, verb }: UnlockFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const open = useCommand('vault.open');
  const field = useRef<HTMLInputElement>(null);
  const wrong = open.error?.code === 'vault-wrong-passphrase';
  useEffect(() => {
    if (wrong) field.current?.select();
  }, [wrong]);
  const submit = async () => {
    if (passphrase === '' || open.running) return;
    try {
      await open.run({ at, passphrase });
      setPassphrase('');
      onOpened();
    } catch {
      field.current?.focus();
    }
  };
  return (
    <form
      className="vault-form"
      onSubmit={event => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        ref={field}
        label="Passphrase"
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        problem={wrong ? open.error : null}
        autoFocus
        required
      />
      {open.error && !wrong && <Notice kind="problem">{open.error.sentence}</Notice>}
      <div className="vault-actions">
        <Button kind="primary" type="submit" busy={open.running} disabled={passphrase === ''}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
