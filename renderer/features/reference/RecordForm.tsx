import { useState } from 'react';
import { CSL_TYPES, type CslItem } from '../../../shared/domain/reference/index.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import { Button, Failed, Select, TextArea, TextField } from '../../ui/index.ts';
import { draftOf, type RecordDraft, withDraft } from './recordDraft.ts';

export interface RecordFormProps {
  /** As it leaves. */
  item: CslItem;
  /** What of it was taken over or written; the rest is the exhibit's own. */
  record: CslItem;
  busy: boolean;
  problem: ErrorReport | null;
  onSave(record: CslItem): void;
  onCancel(): void;
}

/** The fields of a record that footnotes print; all others stay as they are. */
export function RecordForm({ item, record, busy, problem, onSave, onCancel }: RecordFormProps) {
  const [before] = useState(() => draftOf(item));
  const [draft, setDraft] = useState(before);
  const set = (field: keyof RecordDraft) => (value: string) => setDraft(now => ({ ...now, [field]: value }));
  return (
    <form
      className="reference-record"
      aria-label="Record"
      onSubmit={event => {
        event.preventDefault();
        onSave(withDraft(record, before, draft));
      }}
    >
      <Select
        label="Type of work"
        value={draft.type}
        options={CSL_TYPES.map(value => ({ value, label: value.replace(/[-_]/g, ' ') }))}
        onChange={set('type')}
      />
      <TextArea
        label="Authors"
        value={draft.authors}
        onChange={set('authors')}
        maxLength={5000}
        hint="One a line: family name, given name. A body without a comma."
      />
      <TextField label="Published in" value={draft.container} onChange={set('container')} maxLength={1000} />
      <TextField label="Publisher" value={draft.publisher} onChange={set('publisher')} maxLength={1000} />
      <TextField label="DOI" value={draft.doi} onChange={set('doi')} maxLength={500} mono />
      <TextField label="Address" value={draft.url} onChange={set('url')} maxLength={2000} mono />
      {problem && <Failed error={problem} />}
      <div className="reference-line">
        <Button kind="primary" type="submit" busy={busy}>
          Save the record
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
