/** From what: an exhibit of the case, or a file from the disk, which is admitted first. What was imported before stands below. */
import { FolderOpen } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { ExhibitRow } from '../../../shared/contract/exhibit.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { typeWord } from '../../../shared/domain/mediaType.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Button, Checkbox, Failed, formatBytes, Loading, Mono, TextField, VirtualList } from '../../ui/index.ts';
import { EarlierImports } from './EarlierImports.tsx';
import { holdsEntities, isPlainText } from './sourceTypes.ts';
import { useAdmitted } from './useAdmitted.ts';

const ROW_HEIGHT = 44;
const MOST_ROWS = 500;

export function ChooseSource({ caseId, onChoose }: { caseId: CaseId; onChoose(id: ExhibitId): void }) {
  const [words, setWords] = useState('');
  const [withText, setWithText] = useState(false);
  const asked = useDeferredValue(words.trim());
  const admitted = useAdmitted(caseId, onChoose);
  const facets = useQuery('exhibit.facets', { caseId });
  const offered = facets.data?.types.map(({ value }) => value) ?? [];
  const types = offered.filter(type => holdsEntities(type) || (withText && isPlainText(type)));
  const rows = useQuery(
    'exhibit.list',
    { caseId, types, words: asked, sort: 'admitted', descending: true, limit: MOST_ROWS },
    { skip: types.length === 0, keepPrevious: true },
  );
  const error = facets.error ?? rows.error;
  const exhibits = types.length === 0 ? [] : (rows.data?.rows ?? []);
  return (
    <div className="interchange">
      <p className="interchange-lead">
        A table (CSV, Excel), FollowTheMoney, STIX, a graph (GraphML, GEXF) or a map (GeoJSON, KML). What is imported is
        an exhibit first, so that each value can be traced to its row.
      </p>
      <div className="interchange-line">
        <Button icon={FolderOpen} busy={admitted.busy} problem={admitted.error} onPress={() => void admitted.choose()}>
          A file from the disk …
        </Button>
        {admitted.busy && (
          <span role="status" className="interchange-soft">
            Admitting it as an exhibit …
          </span>
        )}
      </div>
      <TextField
        label="Or an exhibit of the case"
        type="search"
        value={words}
        onChange={setWords}
        placeholder="Number, title or file name"
        autoFocus
      />
      {offered.some(isPlainText) && (
        <Checkbox label="Show plain text files too" checked={withText} onChange={setWithText} />
      )}
      {error ? (
        <Failed error={error} onRetry={facets.error ? facets.refetch : rows.refetch} />
      ) : !facets.data || (types.length > 0 && !rows.data) ? (
        <Loading label="Looking for tables, graphs and maps" rows={4} />
      ) : exhibits.length === 0 ? (
        <p className="interchange-soft">
          {asked === '' ? 'No exhibit of this case is a table, a graph or a map yet.' : 'No such exhibit fits.'}
        </p>
      ) : (
        <div className="interchange-exhibits" style={{ height: `min(${exhibits.length * ROW_HEIGHT + 2}px, 40vh)` }}>
          <VirtualList
            label="Exhibits to import from"
            count={exhibits.length}
            rowHeight={ROW_HEIGHT}
            getKey={index => exhibits[index]?.id ?? String(index)}
            getText={index => exhibits[index]?.title ?? ''}
            onActivate={index => {
              const exhibit = exhibits[index];
              if (exhibit) onChoose(exhibit.id);
            }}
            renderRow={index => <SourceRow exhibit={exhibits[index]} onChoose={onChoose} />}
            role="grid"
          />
        </div>
      )}
      <EarlierImports caseId={caseId} />
    </div>
  );
}

function SourceRow({ exhibit, onChoose }: { exhibit: ExhibitRow | undefined; onChoose(id: ExhibitId): void }) {
  if (!exhibit) return null;
  return (
    <div className="interchange-exhibit">
      <Mono>{exhibitNumber(exhibit.number)}</Mono>
      <span className="interchange-exhibit-name">
        <button type="button" className="interchange-take one-line" dir="auto" onClick={() => onChoose(exhibit.id)}>
          {exhibit.title || exhibit.fileName}
        </button>
        <span className="interchange-soft">
          {typeWord(exhibit.mediaType)} · {formatBytes(exhibit.sizeBytes)}
        </span>
      </span>
    </div>
  );
}
