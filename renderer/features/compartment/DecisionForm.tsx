/** Marks something as never leaving, or lifts the mark: a button that opens a line for the reason. */
import { Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { Button, Failed, TextArea } from '../../ui/index.ts';
import { useToast } from '../../workbench/index.ts';
import { useDecision } from './useCompartment.ts';
import './compartment.css';

export interface DecisionFormProps {
  verdict: 'mark' | 'lift';
  caseId: CaseId;
  /** Null: the whole case. */
  exhibitId: ExhibitId | null;
  /** `EX-0003`, or the case's reference. */
  name: string;
}

const words = {
  mark: {
    open: 'Never leaves …',
    ask: (name: string) => `Why must ${name} never leave this vault?`,
    hint: 'No bundle, report, archive or export takes it along, here and on the command line. It can be lifted, with a reason.',
    press: 'Never let it leave',
    back: 'Let it be',
    done: (name: string) => `${name} never leaves this vault.`,
  },
  lift: {
    open: 'Lift the mark …',
    ask: (name: string) => `Why may ${name} leave again?`,
    hint: 'The mark and this reason stay on record.',
    press: 'Lift the mark',
    back: 'Leave it marked',
    done: (name: string) => `${name} may leave again.`,
  },
};

export function DecisionForm({ verdict, caseId, exhibitId, name }: DecisionFormProps) {
  const toast = useToast();
  const decision = useDecision(verdict);
  const [reason, setReason] = useState<string | null>(null);
  const said = words[verdict];
  const decide = async (why: string) => {
    try {
      await decision.run({ caseId, exhibitId, reason: why });
    } catch {
      return;
    }
    setReason(null);
    toast({ text: said.done(name.charAt(0).toUpperCase() + name.slice(1)) });
  };
  if (reason === null) {
    return (
      <Button icon={verdict === 'mark' ? Lock : LockOpen} onPress={() => setReason('')}>
        {said.open}
      </Button>
    );
  }
  return (
    <form
      className="compartment-form"
      onSubmit={event => {
        event.preventDefault();
        if (reason.trim() !== '') void decide(reason.trim());
      }}
    >
      <TextArea
        label={said.ask(name)}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        autoFocus
        hint={said.hint}
      />
      {decision.error && <Failed error={decision.error} />}
      <div className="compartment-actions">
        <Button kind="primary" type="submit" busy={decision.running} disabled={reason.trim() === ''}>
          {said.press}
        </Button>
        <Button kind="quiet" onPress={() => setReason(null)}>
          {said.back}
        </Button>
      </div>
    </form>
  );
}
