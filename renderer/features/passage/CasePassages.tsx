/** All passages of the case, found by their words, notes and tags; each opens at its words. */
import { Highlighter, Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { PassageRow } from '../../../shared/contract/passage.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { passageWords } from '../../../shared/domain/passage.ts';
import { useQuery } from '../../api/index.ts';
import { Badge, countOf, Empty, Failed, InstantText, Loading, Mono, TextField, VirtualList } from '../../ui/index.ts';
import { useNavigate, useRoute } from '../../workbench/index.ts';
import { pageWords } from './pageWords.ts';
import './CasePassages.css';

const ROW_HEIGHT = 64;

export function CasePassages() {
  const { caseId, at } = useRoute();
  const { go } = useNavigate();
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words);
  const { data, error, refetch } = useQuery('passage.listForCase', { caseId, words: asked }, { keepPrevious: true });
  const rows = data?.filter(row => row.withdrawnAt === null);
  const open = (index: number) => {
    const row = rows?.[index];
    if (row) go({ place: 'exhibits', exhibitId: row.exhibitId, at: { kind: 'passage', passageId: row.id } });
  };
  const selected = at?.kind === 'passage' ? at.passageId : null;
  return (
    <div className="case-passages">
      <div className="case-passages-head">
        <TextField
          label="Filter passages"
          hideLabel
          type="search"
          placeholder="Words, notes, tags"
          value={words}
          onChange={setWords}
        />
      </div>
      {error && <Failed error={error} onRetry={refetch} />}
      {!error && rows === undefined && <Loading label="Reading passages" />}
      {rows && (
        <VirtualList
          label="Passages of the case"
          count={rows.length}
          rowHeight={ROW_HEIGHT}
          getKey={index => rows[index]?.id ?? String(index)}
          selected={selected}
          onActivate={open}
          onSelect={(_, index) => open(index)}
          renderRow={index => {
            const row = rows[index];
            return row ? <PassageLine row={row} /> : null;
          }}
          empty={<NoPassages filtered={words.trim() !== ''} />}
        />
      )}
      {rows && rows.length > 0 && <footer className="case-passages-foot">{countOf(rows.length, 'passage')}</footer>}
    </div>
  );
}

function PassageLine({ row }: { row: PassageRow }) {
  // Only the rows in view ask, and each exhibit once.
  const { data: exhibit } = useQuery('exhibit.get', { exhibitId: row.exhibitId });
  const page = exhibit && pageWords(row, exhibit.mediaType);
  return (
    <div className="case-passage">
      <span className="case-passage-words" dir="auto">
        {passageWords(row)}
      </span>
      <span className="case-passage-facts">
        <Mono>{exhibitNumber(row.exhibitNumber)}</Mono>
        {page && <span>{page}</span>}
        <span className="one-line">{row.exhibitTitle}</span>
        {row.tags.map(tag => (
          <Badge key={tag}>{tag}</Badge>
        ))}
        {row.anchor === 'orphaned' && <Badge tone="problem">words no longer found</Badge>}
        <span className="case-passage-end">
          {row.citationCount > 0 ? `cited ${row.citationCount}×` : <InstantText at={row.markedAt} />}
        </span>
      </span>
    </div>
  );
}

function NoPassages({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <Empty
      icon={Search}
      title="No passage fits"
      text="Try fewer words: the words of the passage, its note and its tags are looked through."
    />
  ) : (
    <Empty
      icon={Highlighter}
      title="No passages yet"
      text="Open an exhibit, select words and press M. What is marked anywhere in the case is listed here."
    />
  );
}
