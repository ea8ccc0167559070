import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import {
  Badge,
  countOf,
  Empty,
  GradeMark,
  IconButton,
  Loading,
  PaneHeader,
  TextField,
  VirtualList,
} from '../../ui/index.ts';
import { useCommands, useNavigate, useRoute } from '../../workbench/index.ts';
import { byName, kindWords, matchesWords } from './sourceWords.ts';

export type SourceRow = OutputOf<'source.list'>[number];

export function SourceList({ sources, onNew }: { sources: readonly SourceRow[] | undefined; onNew(): void }) {
  const { sourceId } = useRoute();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const rows = useMemo(
    () => (sources ?? []).filter(source => matchesWords(source, words.trim())).sort(byName),
    [sources, words],
  );
  useCommands([{ id: 'source.new', title: 'New source…', section: 'Sources', shortcut: 'N', run: onNew }]);
  return (
    <>
      <PaneHeader
        level={1}
        title="Sources"
        count={sources?.length}
        actions={<IconButton icon={Plus} label="New source" shortcut="N" onPress={onNew} />}
      />
      <div className="list-filter">
        <TextField
          label="Filter sources"
          hideLabel
          type="search"
          placeholder="Filter"
          value={words}
          onChange={setWords}
        />
      </div>
      {sources === undefined ? (
        <Loading />
      ) : (
        <VirtualList
          label="Sources"
          count={rows.length}
          rowHeight={48}
          getKey={index => rows[index]?.id ?? String(index)}
          selected={sourceId ?? null}
          onSelect={(_, index) => {
            const row = rows[index];
            if (row) navigate.go({ sourceId: row.id }, { replace: sourceId !== undefined });
          }}
          renderRow={index => {
            const row = rows[index];
            return row ? <SourceRowView row={row} /> : null;
          }}
          empty={words ? <Empty title="No source fits" text="Try fewer words." /> : <Empty title="None yet" />}
        />
      )}
    </>
  );
}

function SourceRowView({ row }: { row: SourceRow }) {
  return (
    <div className="source-row">
      <GradeMark reliability={row.reliability} />
      <div className="source-row-words">
        <span className="one-line" dir="auto">
          {row.name}
        </span>
        <span className="source-row-facts one-line">
          {kindWords[row.kind]} · {countOf(row.exhibitCount, 'exhibit')}
          {row.originIds.length > 0 && ` · ${countOf(row.originIds.length, 'origin')}`}
        </span>
      </div>
      {row.confidential && <Badge tone="warning">confidential</Badge>}
    </div>
  );
}
