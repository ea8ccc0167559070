import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { GrantedPath } from '../../../shared/contract/grantedPath.ts';
import { desktop, useCommand } from '../../api/index.ts';
import { Button, Notice, TextField } from '../../ui/index.ts';
import { NewPassphrase } from './NewPassphrase.tsx';

export interface CreateVaultProps {
  onCreated(): void;
  onOpenInstead(): void;
}

/** A new vault: its name, whose work is recorded in it, where it lies, and its passphrase. */
export function CreateVault({ onCreated, onOpenInstead }: CreateVaultProps) {
  const [name, setName] = useState('');
  const [person, setPerson] = useState('');
  const [at, setAt] = useState<GrantedPath | null>(null);
  const [secret, setSecret] = useState({ passphrase: '', repeated: '' });
  const create = useCommand('vault.create');
  const complete =
    name.trim() !== '' && person.trim() !== '' && secret.passphrase !== '' && secret.passphrase === secret.repeated;

  const choose = async () => {
    const chosen = await desktop('desktop.chooseNewVault', { name: name.trim() || 'Vault' });
    if (chosen) setAt(chosen);
    return chosen;
  };
  const submit = async () => {
    if (!complete || create.running) return;
    const place = at ?? (await choose());
    if (!place) return;
    try {
      await create.run({ at: place, name: name.trim(), person: person.trim(), passphrase: secret.passphrase });
      onCreated();
    } catch {
      // Shown below the fields; the place is chosen anew, in case it was the problem.
      setAt(null);
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
        label="Name of the vault"
        value={name}
        onChange={setName}
        placeholder="e.g. Maritime team"
        maxLength={120}
        autoFocus
        required
      />
      <TextField
        label="Your name"
        value={person}
        onChange={setPerson}
        maxLength={120}
        hint="Written into the custody log beside each step you take."
        required
      />
      <div className="vault-place">
        <span className="field-label">Where it lies</span>
        <div className="vault-place-row">
          <span className="vault-place-name one-line" title={at?.name}>
            {at ? at.name : 'You are asked when it is created'}
          </span>
          <Button icon={FolderOpen} onPress={() => void choose()}>
            Choose…
          </Button>
        </div>
      </div>
      <NewPassphrase {...secret} onChange={setSecret} />
      {create.error && <Notice kind="problem">{create.error.sentence}</Notice>}
      <div className="vault-actions">
        <Button kind="primary" type="submit" busy={create.running} disabled={!complete}>
          Create vault
        </Button>
        <Button kind="quiet" onPress={onOpenInstead}>
          Open an existing vault instead
        </Button>
      </div>
    </form>
  );
}
