import { useEffect, useState } from 'react';
import type { IdentityView } from '../../../../shared/contract/identity.ts';
import { useCommand, useQuery } from '../../../api/index.ts';
import { Button, Notice, Panel, TextArea, TextField } from '../../../ui/index.ts';
import { useToast } from '../../../workbench/index.ts';

export interface MakeKeysProps {
  open: boolean;
  /** The keys that are replaced, where there are any. */
  current: IdentityView | null;
  onClose(): void;
}

export function MakeKeys({ open, current, onClose }: MakeKeysProps) {
  const vault = useQuery('vault.status', {});
  const [name, setName] = useState('');
  const [team, setTeam] = useState('');
  const [reason, setReason] = useState('');
  const make = useCommand('identity.make');
  const toast = useToast();
  const person = vault.data?.state === 'open' ? vault.data.person : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: filled in anew each time it opens, and never while one types
  useEffect(() => {
    if (!open) return;
    setName(current?.name ?? person);
    setTeam(current?.team ?? '');
    setReason('');
    make.reset();
  }, [open]);
  const ready = name.trim() !== '' && (!current || reason.trim() !== '');
  const submit = () => {
    if (!ready) return;
    make.run({ name, team, replaces: current && { id: current.id, reason } }).then(
      () => {
        onClose();
        toast({ text: current ? 'New keys are made; the old ones are retired' : 'Your keys are made' });
      },
      () => undefined,
    );
  };
  return (
    <Panel
      open={open}
      title={current ? 'Replace the keys' : 'Make my keys'}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <Button kind="primary" type="submit" busy={make.running} disabled={!ready}>
          {current ? 'Make new keys' : 'Make keys'}
        </Button>
      }
    >
      <div className="people-form">
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          maxLength={120}
          required
          hint="As others know you. It stands on your card and on what you sign."
        />
        <TextField label="Team" value={team} onChange={setTeam} maxLength={120} hint="May stay empty." />
        {current && (
          <>
            <TextArea
              label="Why they are replaced"
              value={reason}
              onChange={setReason}
              maxLength={500}
              placeholder="The laptop was out of sight, the person left, …"
            />
            <Notice>
              The present keys are retired, not lost: archives that were sealed to them still open here, and what they
              signed still verifies. Send your new card to those who have the old one.
            </Notice>
          </>
        )}
        {make.error && <Notice kind="problem">{make.error.sentence}</Notice>}
      </div>
    </Panel>
  );
}
