/** What an exhibit would give, and for a table what its columns become; nothing is taken in before a person says so. */
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { TableMapping } from '../../../shared/contract/interchange.ts';
import { schemaOrThing } from '../../../shared/domain/ftm/index.ts';
import { guessMapping, mappingProblems } from '../../../shared/domain/interchange/index.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Button, Checkbox, Failed, formatCount, Loading, Notice, Panel, Select, Table } from '../../ui/index.ts';
import { MappingEditor } from './MappingEditor.tsx';
import { MappingSample } from './MappingSample.tsx';
import { SaveMapping } from './SaveMapping.tsx';
import type { Importing } from './useImport.ts';

type Preview = OutputOf<'interchange.preview'>;

export interface LookAtSourceProps {
  exhibitId: ExhibitId;
  importing: Importing;
  onBack?: () => void;
  onClose(): void;
}

export function LookAtSource({ exhibitId, importing, onBack, onClose }: LookAtSourceProps) {
  const [sheet, setSheet] = useState('');
  const [hasHeadings, setHasHeadings] = useState(true);
  const { data, error, refetch } = useQuery('interchange.preview', { exhibitId, sheet, hasHeadings });
  if (data)
    return (
      <Looked
        key={`${data.sheet} ${data.columns.join('\t')}`}
        {...{ exhibitId, importing, onBack, onClose, preview: data, hasHeadings }}
        onSheet={setSheet}
        onHeadings={setHasHeadings}
      />
    );
  return (
    <Panel
      open
      wide
      title="Import entities"
      onClose={onClose}
      footer={onBack && <Button onPress={onBack}>Back</Button>}
    >
      {error ? <Failed error={error} onRetry={refetch} /> : <Loading label="Reading the file" rows={8} />}
    </Panel>
  );
}

interface LookedProps extends LookAtSourceProps {
  preview: Preview;
  hasHeadings: boolean;
  onHeadings(has: boolean): void;
  onSheet(sheet: string): void;
}

function Looked(props: LookedProps) {
  const { exhibitId, importing, onBack, onClose, preview, hasHeadings, onHeadings, onSheet } = props;
  const { needsMapping, columns, format, sheet } = preview;
  const [mapping, setMapping] = useState<TableMapping>(() => preview.mapping?.mapping ?? startOf(columns));
  const problems = needsMapping ? mappingProblems(mapping, columns) : [];
  const ready = format !== null && preview.rowCount > 0 && problems.length === 0;
  return (
    <Panel
      open
      wide
      title="Import entities"
      onClose={onClose}
      footer={
        <>
          <Button
            kind="primary"
            disabled={!ready}
            busy={importing.starting}
            problem={importing.error}
            onPress={() =>
              void importing.start(exhibitId, { sheet, hasHeadings, mapping: needsMapping ? mapping : null })
            }
          >
            Import
          </Button>
          {onBack && (
            <Button kind="quiet" onPress={onBack}>
              Another exhibit
            </Button>
          )}
        </>
      }
    >
      <div className="interchange">
        <p className="interchange-lead">{preview.sentence}</p>
        {preview.sheets.length > 1 && (
          <Select
            label="Sheet"
            value={sheet}
            options={preview.sheets.map(name => ({ value: name, label: name }))}
            onChange={onSheet}
          />
        )}
        {!needsMapping && format !== null && <EntitiesInside preview={preview} />}
        {needsMapping && (
          <>
            <Checkbox label="The first row names the columns" checked={hasHeadings} onChange={onHeadings} />
            {preview.mapping && (
              <Notice kind="info">The mapping “{preview.mapping.name}” was saved for these columns.</Notice>
            )}
            <MappingEditor columns={columns} mapping={mapping} onChange={setMapping} />
            {problems.length > 0 && (
              <Notice kind="warning">
                <ul className="interchange-problems">
                  {problems.map(problem => (
                    <li key={problem}>{problem}</li>
                  ))}
                </ul>
              </Notice>
            )}
            <MappingSample columns={columns} sample={preview.sample} mapping={mapping} />
            <SaveMapping columns={columns} mapping={mapping} name={preview.mapping?.name ?? ''} />
          </>
        )}
      </div>
    </Panel>
  );
}

function startOf(columns: readonly string[]): TableMapping {
  const { entities } = guessMapping(columns);
  return {
    entities: entities.map(one => ({ ...one, keyColumns: [...one.keyColumns], properties: [...one.properties] })),
  };
}

function EntitiesInside({ preview: { schemata, columns, sample, needsMapping } }: { preview: Preview }) {
  const rows = sample.map((cells, at) => ({ at, cells }));
  if (needsMapping || schemata.length === 0) return null;
  return (
    <>
      <ul className="interchange-schemata" aria-label="Kinds of entities">
        {schemata.map(({ schema, count }) => (
          <li key={schema}>
            <span className="interchange-count">{formatCount(count)}</span>{' '}
            {count === 1 ? schemaOrThing(schema).label : schemaOrThing(schema).plural}
          </li>
        ))}
      </ul>
      {columns.length === 3 && (
        <Table
          label="The first of them"
          showCaption
          rows={rows}
          getKey={({ at }) => String(at)}
          columns={columns.map((label, at) => ({
            id: label,
            label,
            width: at === 0 ? '120px' : undefined,
            cell: ({ cells }: (typeof rows)[number]) => <span dir="auto">{cells[at]}</span>,
          }))}
        />
      )}
    </>
  );
}
