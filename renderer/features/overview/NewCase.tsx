import { useEffect, useState } from 'react';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { useCommand, useQuery } from '../../api/index.ts';
import { Button, Notice, Panel } from '../../ui/index.ts';
import { CaseFields, type CaseFieldValues } from './CaseFields.tsx';
import { nextReference } from './nextReference.ts';
import './overview.css';

export interface NewCaseProps {
  open: boolean;
  /** Proposed as the lead. */
  person: string;
  onClose(): void;
  onCreated(caseId: CaseId): void;
}

export function NewCase({ open, person, onClose, onCreated }: NewCaseProps) {
  return (
    <Panel open={open} title="New case" onClose={onClose}>
      {open && <Form person={person} onCreated={onCreated} />}
    </Panel>
  );
}

function Form({ person, onCreated }: Pick<NewCaseProps, 'person' | 'onCreated'>) {
  const cases = useQuery('case.list', {});
  const create = useCommand('case.create');
  const [values, setValues] = useState<CaseFieldValues>({
    reference: '',
    title: '',
    workstream: '',
    handlingMark: 'TLP:AMBER',
    standard: 'un-panel',
    lead: person,
  });
  const references = cases.data?.map(one => one.reference);
  const proposed = references && nextReference(references, new Date().getFullYear());
  useEffect(() => {
    if (proposed) setValues(now => (now.reference === '' ? { ...now, reference: proposed } : now));
  }, [proposed]);
  const complete = values.reference.trim() !== '' && values.title.trim() !== '';
  const taken = create.error?.code === 'case-reference-taken';
  const submit = () => {
    if (!complete) return;
    create.run({ ...values, isExercise: false }).then(
      record => onCreated(record.id),
      () => undefined,
    );
  };
  return (
    <form
      className="case-form"
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <CaseFields
        values={values}
        onChange={part => setValues(now => ({ ...now, ...part }))}
        referenceProblem={taken ? create.error?.sentence : null}
      />
      {create.error && !taken && <Notice kind="problem">{create.error.sentence}</Notice>}
      <div>
        <Button kind="primary" type="submit" busy={create.running} disabled={!complete}>
          Open the case
        </Button>
      </div>
    </form>
  );
}
