import { useEffect, useState } from 'react';
import type { IdentityView } from '../../../../shared/contract/identity.ts';
import { useCommand } from '../../../api/index.ts';
import { Button, Notice, Panel, TextField } from '../../../ui/index.ts';

export interface RenameKeysProps {
  open: boolean;
  current: IdentityView;
  onClose(): void;
}

/** The keys stay; only the words beside them change. */
export function RenameKeys({ open, current, onClose }: RenameKeysProps) {
  const [name, setName] = useState('');
  const [team, setTeam] = useState('');
  const rename = useCommand('identity.rename');
  useEffect(() => {
    if (!open) return;
    setName(current.name);
    setTeam(current.team);
  }, [open, current]);
  const submit = () => {
    if (name.trim() === '') return;
    rename.run({ name, team }).then(onClose, () => undefined);
  };
  return (
    <Panel
      open={open}
      title="Change name or team"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <Button kind="primary" type="submit" busy={rename.running} disabled={name.trim() === ''}>
          Save
        </Button>
      }
    >
      <div className="people-form">
        <TextField label="Name" value={name} onChange={setName} maxLength={120} required />
        <TextField label="Team" value={team} onChange={setTeam} maxLength={120} />
        <p className="people-soft">The keys stay the same. Cards that you gave out before keep the old words.</p>
        {rename.error && <Notice kind="problem">{rename.error.sentence}</Notice>}
      </div>
    </Panel>
  );
}
