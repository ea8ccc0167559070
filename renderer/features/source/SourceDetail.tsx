import { printedSourceName } from '../../../shared/domain/source.ts';
import type { SourceId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Checkbox, Failed, Loading, Notice, Select, TextArea, TextField } from '../../ui/index.ts';
import { CopiesOfSource } from '../copy/index.ts';
import { GradeHistory } from './GradeHistory.tsx';
import { OriginsField } from './OriginsField.tsx';
import type { SourceRow } from './SourceList.tsx';
import { kindOptions } from './sourceWords.ts';
import { useSourceEdit } from './useSourceEdit.ts';

export function SourceDetail({ sourceId, sources }: { sourceId: SourceId; sources: readonly SourceRow[] }) {
  const { data, error, refetch } = useQuery('source.get', { sourceId }, { keepPrevious: true });
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading />;
  return <Loaded source={data} sources={sources} />;
}

type Detail = Parameters<typeof useSourceEdit>[0] & Pick<Parameters<typeof GradeHistory>[0]['source'], 'grades'>;

function Loaded({ source, sources }: { source: Detail; sources: readonly SourceRow[] }) {
  const edit = useSourceEdit(source);
  return (
    <div className="source-page">
      <h2 className="source-name" dir="auto">
        {source.name}
      </h2>
      {edit.error && <Notice kind="problem">{edit.error.sentence}</Notice>}
      <GradeHistory source={source} />
      <CopiesOfSource sourceId={source.id} />
      <div className="source-form">
        <TextField
          label="Name"
          value={source.name}
          maxLength={300}
          onCommit={name => name.trim() && edit.save({ name: name.trim() }, 'name')}
        />
        <Select label="Kind" value={source.kind} options={kindOptions} onChange={kind => edit.save({ kind }, 'kind')} />
        <OriginsField
          sources={sources}
          of={source.id}
          originIds={source.originIds}
          onChange={originIds => edit.save({ originIds }, 'origins')}
        />
        <Checkbox
          label="Confidential"
          hint={
            source.confidential
              ? `Reports and bundles print: ${printedSourceName(source)}`
              : 'Its name is printed in reports and bundles.'
          }
          checked={source.confidential}
          onChange={confidential => edit.save({ confidential }, 'confidentiality')}
        />
        {source.confidential && (
          <TextField
            label="Code name"
            value={source.codeName ?? ''}
            maxLength={80}
            onCommit={codeName => edit.save({ codeName: codeName.trim() || null }, 'code name')}
          />
        )}
        <TextArea label="Note" value={source.note} maxLength={4000} onCommit={note => edit.save({ note }, 'note')} />
      </div>
    </div>
  );
}
