import { useState } from 'react';
import { Checkbox, TextField } from '../../ui/index.ts';
import { usePassphraseStrength } from './usePassphraseStrength.ts';
import './vault.css';

export interface NewPassphraseProps {
  passphrase: string;
  repeated: string;
  onChange(next: { passphrase: string; repeated: string }): void;
}

/** Twice the same, with its strength in words, and what losing it means. */
export function NewPassphrase({ passphrase, repeated, onChange }: NewPassphraseProps) {
  const [shown, setShown] = useState(false);
  const strength = usePassphraseStrength(passphrase);
  const differs = repeated !== '' && !passphrase.startsWith(repeated) && repeated !== passphrase;
  const type = shown ? 'text' : 'password';
  return (
    <>
      <TextField
        label="Passphrase"
        type={type}
        value={passphrase}
        onChange={next => onChange({ passphrase: next, repeated })}
        hint={
          strength ? (
            <span className={`strength strength-${strength.strength}`} role="status">
              {strength.sentence}
            </span>
          ) : (
            'Four or more random words are strong and can be remembered.'
          )
        }
        required
      />
      <TextField
        label="The same again"
        type={type}
        value={repeated}
        onChange={next => onChange({ passphrase, repeated: next })}
        problem={differs ? 'The two differ.' : null}
        required
      />
      <Checkbox label="Show what I type" checked={shown} onChange={setShown} />
      <p className="vault-warning">
        <strong>Nobody can recover it.</strong> Without this passphrase the vault stays closed, to you and to everyone
        else.
      </p>
    </>
  );
}
