/** Withdrawing an exhibit with its reason, and restoring it. Nothing is deleted. */
import { CircleSlash, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { exhibitNumber } from '../../../../shared/domain/exhibit.ts';
import { call, useCommand } from '../../../api/index.ts';
import { Button, Failed, TextArea } from '../../../ui/index.ts';
import { useToast, useUndo } from '../../../workbench/index.ts';
import type { ExhibitInFull } from './ExhibitFacts.tsx';

export function Withdrawal({ exhibit }: { exhibit: ExhibitInFull }) {
  const undo = useUndo();
  const toast = useToast();
  const withdraw = useCommand('exhibit.withdraw');
  const restore = useCommand('exhibit.restore');
  const [reason, setReason] = useState<string | null>(null);
  const exhibitId = exhibit.id;
  const name = exhibitNumber(exhibit.number);

  const withdrawIt = async (why: string) => {
    try {
      await withdraw.run({ exhibitId, reason: why });
    } catch {
      return;
    }
    setReason(null);
    toast({ text: `${name} withdrawn. What was cited from it no longer counts.`, undo: true });
    undo.push({
      label: `withdrawal of ${name}`,
      undo: async () => void (await call('exhibit.restore', { exhibitId })),
      redo: async () => void (await call('exhibit.withdraw', { exhibitId, reason: why })),
    });
  };
  const restoreIt = async () => {
    try {
      await restore.run({ exhibitId });
    } catch {
      return;
    }
    undo.push({
      label: `restoring ${name}`,
      undo: async () => void (await call('exhibit.withdraw', { exhibitId, reason: `Restoring ${name} was undone.` })),
      redo: async () => void (await call('exhibit.restore', { exhibitId })),
    });
  };

  if (exhibit.withdrawnAt) {
    return (
      <Button icon={RotateCcw} busy={restore.running} problem={restore.error} onPress={() => void restoreIt()}>
        Restore
      </Button>
    );
  }
  if (reason === null) {
    return (
      <Button kind="danger" icon={CircleSlash} onPress={() => setReason('')}>
        Withdraw …
      </Button>
    );
  }
  return (
    <form
      className="withdrawal"
      onSubmit={event => {
        event.preventDefault();
        if (reason.trim() !== '') void withdrawIt(reason.trim());
      }}
    >
      <TextArea
        label={`Why is ${name} withdrawn?`}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        autoFocus
        hint="The exhibit stays on record, struck out, with this reason. Citations of it stop counting."
      />
      {withdraw.error && <Failed error={withdraw.error} />}
      <div className="inspector-actions">
        <Button kind="danger" type="submit" busy={withdraw.running} disabled={reason.trim() === ''}>
          Withdraw
        </Button>
        <Button kind="quiet" onPress={() => setReason(null)}>
          Keep it
        </Button>
      </div>
    </form>
  );
}
