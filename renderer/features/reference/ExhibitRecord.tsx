/** The record of an exhibit in a bibliography: what leaves for Zotero and others, what of it was taken over, and from where. */
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { CslItem } from '../../../shared/domain/reference/index.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { useCommand, useQuery } from '../../api/index.ts';
import { Button, Fact, Facts, Failed, InstantText, Loading } from '../../ui/index.ts';
import { useUndo } from '../../workbench/index.ts';
import { RecordForm } from './RecordForm.tsx';
import { fieldsOf, fieldWord } from './referenceWords.ts';
import './reference.css';

export function ExhibitRecord({ exhibitId }: { exhibitId: ExhibitId }) {
  const { data, error, refetch } = useQuery('reference.ofExhibit', { exhibitId });
  const write = useCommand('reference.write');
  const undo = useUndo();
  const [editing, setEditing] = useState(false);
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Reading the record" rows={3} />;
  const { item, record, versions } = data;
  const [latest] = versions;
  const put = (next: CslItem | null) => {
    const set = async (to: CslItem | null) => void (await write.run({ exhibitId, item: to }));
    set(next).then(
      () => {
        setEditing(false);
        undo.push({ label: 'change of the record', undo: () => set(record), redo: () => set(next) });
      },
      () => undefined,
    );
  };
  if (editing)
    return (
      <RecordForm
        item={item}
        record={record ?? {}}
        busy={write.running}
        problem={write.error}
        onSave={put}
        onCancel={() => setEditing(false)}
      />
    );
  return (
    <div className="reference-record">
      <Facts>
        {shownFields(item).map(({ field, text }) => (
          <Fact key={field} name={fieldWord(field)}>
            <span className="reference-value" dir="auto">
              {text}
            </span>
          </Fact>
        ))}
      </Facts>
      {latest && (
        <p className="reference-soft">
          {latest.item === null ? 'Taken back' : latest.from ? `Taken over from ${latest.from}` : 'Written'} by{' '}
          <span dir="auto">{latest.by}</span>, <InstantText at={latest.at} />
          {versions.length > 1 && `; ${versions.length - 1} earlier`}
        </p>
      )}
      {write.error && <Failed error={write.error} />}
      <div className="reference-line">
        <Button icon={Pencil} onPress={() => setEditing(true)}>
          Change the record
        </Button>
        {record !== null && (
          <Button kind="quiet" busy={write.running} onPress={() => put(null)}>
            Only what the exhibit says
          </Button>
        )}
      </div>
    </div>
  );
}

/** Its number and case are said above it. */
function shownFields(item: CslItem) {
  return fieldsOf(item).filter(({ field }) => field !== 'archive' && field !== 'archive_location');
}
