import { useState } from 'react';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { CaseRecord } from '../../../shared/domain/caseRecord.ts';
import { call, useCommand } from '../../api/index.ts';
import { Button, Checkbox, Notice, Panel } from '../../ui/index.ts';
import { CaseLanguages } from '../recognition/index.ts';
import { useUndo } from '../../workbench/index.ts';
import { CaseFields } from './CaseFields.tsx';

type Change = InputOf<'case.update'>['change'];

export function EditCase({ open, record, onClose }: { open: boolean; record: CaseRecord; onClose(): void }) {
  return (
    <Panel open={open} title="Edit the case" onClose={onClose}>
      {open && <Form record={record} onClose={onClose} />}
    </Panel>
  );
}

function fieldsOf({ reference, title, workstream, handlingMark, standard, lead, status }: CaseRecord) {
  return { reference, title, workstream, handlingMark, standard, lead, status };
}

function Form({ record, onClose }: { record: CaseRecord; onClose(): void }) {
  const [values, setValues] = useState(() => fieldsOf(record));
  const update = useCommand('case.update');
  const undo = useUndo();
  const complete = values.reference.trim() !== '' && values.title.trim() !== '';
  const submit = () => {
    const before = fieldsOf(record);
    const write = async (change: Change) => {
      await call('case.update', { caseId: record.id, change });
    };
    update.run({ caseId: record.id, change: values }).then(
      () => {
        undo.push({ label: `change of ${before.reference}`, undo: () => write(before), redo: () => write(values) });
        onClose();
      },
      () => undefined,
    );
  };
  return (
    <form
      className="case-form"
      onSubmit={event => {
        event.preventDefault();
        if (complete) submit();
      }}
    >
      <CaseFields values={values} onChange={part => setValues(now => ({ ...now, ...part }))} />
      <Checkbox
        label="Closed"
        hint="Kept as it is; it can be opened again."
        checked={values.status === 'closed'}
        onChange={closed => setValues(now => ({ ...now, status: closed ? 'closed' : 'open' }))}
      />
      <CaseLanguages caseId={record.id} />
      {update.error && <Notice kind="problem">{update.error.sentence}</Notice>}
      <div>
        <Button kind="primary" type="submit" busy={update.running} disabled={!complete}>
          Save
        </Button>
      </div>
    </form>
  );
}
