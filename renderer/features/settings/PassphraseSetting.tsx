import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { Button, TextField } from '../../ui/index.ts';
import { useToast } from '../../workbench/index.ts';
import { NewPassphrase } from '../vault/index.ts';

const blank = { passphrase: '', repeated: '' };

export function PassphraseSetting() {
  const [open, setOpen] = useState(false);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(blank);
  const change = useCommand('vault.changePassphrase');
  const toast = useToast();
  const complete = current !== '' && next.passphrase !== '' && next.passphrase === next.repeated;
  const finish = () => {
    setOpen(false);
    setCurrent('');
    setNext(blank);
    change.reset();
  };
  const submit = () => {
    if (!complete) return;
    change.run({ current, next: next.passphrase }).then(
      () => {
        finish();
        toast({ text: 'The passphrase was changed. Backups made before still open with the old one.' });
      },
      () => undefined,
    );
  };
  return (
    <section className="settings-part">
      <h3>Passphrase</h3>
      {open ? (
        <form
          className="settings-form"
          onSubmit={event => {
            event.preventDefault();
            submit();
          }}
        >
          <TextField
            label="Present passphrase"
            type="password"
            value={current}
            onChange={setCurrent}
            problem={change.error}
            autoFocus
            required
          />
          <NewPassphrase {...next} onChange={setNext} />
          <div className="settings-actions">
            <Button kind="primary" type="submit" busy={change.running} disabled={!complete}>
              Change passphrase
            </Button>
            <Button kind="quiet" onPress={finish}>
              Keep the present one
            </Button>
          </div>
        </form>
      ) : (
        <Button onPress={() => setOpen(true)}>Change passphrase…</Button>
      )}
    </section>
  );
}
