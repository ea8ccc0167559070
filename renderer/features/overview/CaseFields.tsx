import { type StandardId, workstreams } from '../../../shared/domain/caseRecord.ts';
import type { CaseRecord } from '../../../shared/domain/caseRecord.ts';
import { handlingMarks } from '../../../shared/domain/handlingMark.ts';
import { standardSentences } from '../../../shared/domain/standard.ts';
import { Combobox, Select, TextField } from '../../ui/index.ts';

export type CaseFieldValues = Pick<
  CaseRecord,
  'reference' | 'title' | 'workstream' | 'handlingMark' | 'standard' | 'lead'
>;

const standards: { value: StandardId; label: string }[] = [
  { value: 'un-panel', label: 'As UN panels hold it' },
  { value: 'two-sources', label: 'Two independent sources' },
  { value: 'documents-only', label: 'Authenticated documents only' },
];

export interface CaseFieldsProps {
  values: CaseFieldValues;
  onChange(part: Partial<CaseFieldValues>): void;
  referenceProblem?: string | null;
}

export function CaseFields({ values, onChange, referenceProblem }: CaseFieldsProps) {
  const typed = values.workstream.toLowerCase();
  const exact = workstreams.some(one => one === values.workstream);
  return (
    <div className="case-fields">
      <TextField
        label="Reference"
        value={values.reference}
        onChange={reference => onChange({ reference })}
        mono
        maxLength={40}
        problem={referenceProblem}
        hint="As you cite it, e.g. C-2026-003."
        required
      />
      <TextField
        label="Title"
        value={values.title}
        onChange={title => onChange({ title })}
        maxLength={300}
        placeholder="e.g. Ship-to-ship transfers, MV …"
        required
      />
      <Combobox
        label="Workstream"
        options={exact ? [...workstreams] : workstreams.filter(one => one.includes(typed))}
        getKey={one => one}
        renderOption={one => one}
        query={values.workstream}
        onQuery={workstream => onChange({ workstream })}
        onSelect={workstream => onChange({ workstream })}
        emptyText="A word of your own is fine."
      />
      <Select
        label="Handling mark"
        value={values.handlingMark}
        options={handlingMarks.map(value => ({ value, label: value }))}
        onChange={handlingMark => onChange({ handlingMark })}
      />
      <Select
        label="Evidentiary standard"
        value={values.standard}
        options={standards}
        onChange={standard => onChange({ standard })}
        hint={standardSentences[values.standard]}
      />
      <TextField label="Lead" value={values.lead} onChange={lead => onChange({ lead })} maxLength={120} />
    </div>
  );
}
