import { useState } from 'react';
import { Button, TextField } from '../../ui/index.ts';

export interface PassphraseAskedProps {
  fileName: string;
  wrong: boolean;
  action: string;
  onGiven(passphrase: string): void;
}

/** Kept by nobody: it is asked for again when the archive is merged. */
export function PassphraseAsked({ fileName, wrong, action, onGiven }: PassphraseAskedProps) {
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      className="archive-passphrase"
      onSubmit={event => {
        event.preventDefault();
        if (passphrase !== '') onGiven(passphrase);
      }}
    >
      <TextField
        label={`Passphrase of ${fileName}`}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        maxLength={1000}
        problem={wrong ? 'This is not the passphrase that it was sealed with.' : null}
        hint="The sender told it to you by another way than the file."
        autoFocus
      />
      <Button kind="primary" type="submit" disabled={passphrase === ''}>
        {action}
      </Button>
    </form>
  );
}
