import { useEffect, useState } from 'react';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Reliability } from '../../../shared/domain/source.ts';
import { useCommand } from '../../api/index.ts';
import { Button, Checkbox, Notice, Panel, Segmented, Select, TextArea, TextField } from '../../ui/index.ts';
import { useNavigate, useToast } from '../../workbench/index.ts';
import { OriginsField } from './OriginsField.tsx';
import type { SourceRow } from './SourceList.tsx';
import { kindOptions, reliabilityOptions } from './sourceWords.ts';

type Draft = ParsedInputOf<'source.create'>;

const blank: Draft = {
  name: '',
  kind: 'other',
  reliability: 'F',
  originIds: [],
  confidential: false,
  codeName: null,
  note: '',
};

export interface NewSourceProps {
  open: boolean;
  sources: readonly SourceRow[];
  onClose(): void;
}

export function NewSource({ open, sources, onClose }: NewSourceProps) {
  const [draft, setDraft] = useState<Draft>(blank);
  const create = useCommand('source.create');
  const navigate = useNavigate();
  const toast = useToast();
  const change = (part: Partial<Draft>) => setDraft(now => ({ ...now, ...part }));
  useEffect(() => {
    if (open) setDraft(blank);
  }, [open]);
  const submit = () => {
    if (draft.name.trim() === '') return;
    create.run(draft).then(
      source => {
        onClose();
        navigate.go({ place: 'sources', sourceId: source.id });
        toast({ text: `Source “${source.name}” added` });
      },
      () => undefined,
    );
  };
  return (
    <Panel
      open={open}
      title="New source"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <Button kind="primary" type="submit" busy={create.running} disabled={draft.name.trim() === ''}>
          Add source
        </Button>
      }
    >
      <div className="source-form">
        <TextField label="Name" value={draft.name} onChange={name => change({ name })} maxLength={300} required />
        <Select label="Kind" value={draft.kind} options={kindOptions} onChange={kind => change({ kind })} />
        <Segmented<Reliability>
          label="Reliability"
          hideLabel={false}
          options={reliabilityOptions}
          value={draft.reliability}
          onChange={reliability => change({ reliability })}
        />
        <OriginsField sources={sources} originIds={draft.originIds} onChange={originIds => change({ originIds })} />
        <Checkbox
          label="Confidential"
          hint="Its name stays in this vault; reports and bundles print the code name."
          checked={draft.confidential}
          onChange={confidential => change({ confidential })}
        />
        {draft.confidential && (
          <TextField
            label="Code name"
            value={draft.codeName ?? ''}
            onChange={codeName => change({ codeName: codeName || null })}
            maxLength={80}
          />
        )}
        <TextArea label="Note" value={draft.note} onChange={note => change({ note })} maxLength={4000} />
        {create.error && <Notice kind="problem">{create.error.sentence}</Notice>}
      </div>
    </Panel>
  );
}
